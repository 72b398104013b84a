package org.marsad.snapshot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.Supplier;
import org.marsad.mapview.EventFilter;
import org.marsad.snapshot.SnapshotRefusedException.Reason;
import org.marsad.snapshot.seal.Sha256;
import org.marsad.snapshot.sheet.Format;
import org.marsad.snapshot.sheet.PackRenderer;
import org.marsad.snapshot.store.SheetJson;
import org.marsad.snapshot.store.SnapshotFiles;
import org.marsad.snapshot.store.SnapshotRows;
import org.springframework.transaction.support.TransactionTemplate;

/** Several snapshots as one file. */
final class Packs {
    static final int MOST = 40;

    private final SnapshotRows rows;
    private final SnapshotFiles files;
    private final TransactionTemplate writing;
    private final Supplier<PackRenderer> renderer;

    Packs(SnapshotRows rows, SnapshotFiles files, TransactionTemplate writing, Supplier<PackRenderer> renderer) {
        this.rows = rows;
        this.files = files;
        this.writing = writing;
        this.renderer = renderer;
    }

    /**
     * @param title that of the first where it is blank
     */
    Path make(String title, List<Snapshot> chosen, Format format, String by) throws IOException {
        if (chosen.isEmpty() || chosen.size() > MOST || format != Format.PDF && format != Format.PPTX) {
            throw new SnapshotRefusedException(Reason.PACK, "a pack is a PDF or PPTX of 1 to " + MOST + " snapshots");
        }
        chosen.stream().filter(Snapshot::isWithdrawn).findFirst().ifPresent(snapshot -> {
            throw new SnapshotRefusedException(Reason.WITHDRAWN, snapshot.code() + " is withdrawn");
        });
        var first = chosen.getFirst();
        var called = SnapshotDraft.of(title.isBlank() ? first.title() : title, first.language(), EventFilter.ALL);
        return write(called.title(), chosen, format, by);
    }

    private Path write(String title, List<Snapshot> chosen, Format format, String by) throws IOException {
        var sheets = chosen.stream()
                .map(snapshot -> SheetJson.read(rows.sheet(snapshot.id())))
                .toList();
        var fresh = Files.createTempFile(files.packs(), ".", ".new");
        try {
            SnapshotFiles.write(fresh, out -> renderer.get().render(title, sheets, format, SnapshotDraft.DPI, out));
            var sha256 = Sha256.of(fresh);
            var name = "pack-" + sha256.substring(0, 12) + "." + format.extension();
            var file = files.packs().resolve(name);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
            long bytes = Files.size(file);
            var codes = chosen.stream().map(Snapshot::code).toList();
            writing.executeWithoutResult(_ -> rows.insertPack(title, name, bytes, sha256, codes, by));
            return file;
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /** By the name of its file. */
    Path get(String name) throws IOException {
        var directory = files.packs();
        return rows.findPackByName(name)
                .map(_ -> directory.resolve(name))
                .filter(Files::isRegularFile)
                .orElseThrow(() -> new SnapshotRefusedException(Reason.MISSING, "there is no pack '" + name + "'"));
    }
}
