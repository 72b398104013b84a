package org.marsad.snapshot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.marsad.exchange.export.ExportFormat;
import org.marsad.mapview.EventExport;
import org.marsad.mapview.ExportAbout;
import org.marsad.snapshot.SnapshotRefusedException.Reason;
import org.marsad.snapshot.freeze.Freezer;
import org.marsad.snapshot.freeze.Frozen;
import org.marsad.snapshot.seal.Manifest;
import org.marsad.snapshot.seal.Sha256;
import org.marsad.snapshot.seal.Verdict;
import org.marsad.snapshot.seal.Verifier;
import org.marsad.snapshot.sheet.Format;
import org.marsad.snapshot.sheet.PackRenderer;
import org.marsad.snapshot.sheet.Sheet;
import org.marsad.snapshot.sheet.SheetRenderer;
import org.marsad.snapshot.store.DraftJson;
import org.marsad.snapshot.store.SheetJson;
import org.marsad.snapshot.store.SnapshotFiles;
import org.marsad.snapshot.store.SnapshotRows;
import org.marsad.text.Language;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Freezes views, issues them as files, and keeps, finds, compares and withdraws what was issued. Whoever calls says who
 * asks; without the right to it a call is refused here, whatever the page showed.
 */
public class Snapshots {
    /** Events that are handed on as data with a snapshot, at most. */
    public static final int MOST_DATA = Manifest.MOST_LISTED;

    /** Snapshots in a pack, at most. */
    public static final int MOST_IN_PACK = Packs.MOST;

    private static final int MOST_REASON = 1000;
    private static final Consumer<IssueStep> UNHEARD = _ -> {};

    private final JdbcTemplate template;
    private final TransactionTemplate frozen;
    private final TransactionTemplate writing;
    private final SnapshotSettings settings;
    private final SheetDrawing drawing;
    private final Packs packs;
    private final Freezer freezer;
    private final SnapshotRows rows;
    private final SnapshotFiles files;
    private final ChangeReader changes;
    private final Verifier verifier;
    private final Turns turns = new Turns();

    public Snapshots(
            JdbcTemplate template,
            PlatformTransactionManager transactions,
            SnapshotSettings settings,
            SheetWords words,
            Supplier<SheetRenderer> renderer,
            Supplier<PackRenderer> packRenderer) {
        this.template = template;
        this.settings = settings;
        drawing = new SheetDrawing(renderer);
        frozen = new TransactionTemplate(transactions);
        frozen.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        frozen.setReadOnly(true);
        writing = new TransactionTemplate(transactions);
        freezer = new Freezer(template, words);
        rows = new SnapshotRows(template);
        files = new SnapshotFiles(settings.directory());
        packs = new Packs(rows, files, writing, packRenderer);
        changes = new ChangeReader(template, rows);
        verifier = new Verifier(rows);
    }

    /** The sheet as it would be, as a PNG; nothing is kept. */
    public byte[] preview(SnapshotDraft draft, Signer signer) {
        return preview(draft, signer, UNHEARD);
    }

    /**
     * @param step is told what is being done, in whatever thread does it
     */
    public byte[] preview(SnapshotDraft draft, Signer signer, Consumer<IssueStep> step) {
        signer.mustIssue();
        return turns.take(step, () -> {
            var sheet = Objects.requireNonNull(
                    frozen.execute(_ -> freezer.freezeSheet(draft, stamp(signer, "", null), step)));
            step.accept(IssueStep.DRAWING);
            return drawing.preview(sheet);
        });
    }

    /**
     * Freezes a view and issues it: all of it, or nothing.
     *
     * @throws SnapshotRefusedException says why not
     */
    public Snapshot issue(SnapshotDraft draft, Signer signer) {
        return issue(draft, signer, UNHEARD);
    }

    /**
     * @param step is told what is being done, in whatever thread does it
     */
    public Snapshot issue(SnapshotDraft draft, Signer signer, Consumer<IssueStep> step) {
        return issue(draft, signer, null, step);
    }

    /** The same view as it is now; the new edition names the one before. */
    public Snapshot refresh(String code, Signer signer) {
        return refresh(code, signer, UNHEARD);
    }

    /**
     * @param step is told what is being done, in whatever thread does it
     */
    public Snapshot refresh(String code, Signer signer, Consumer<IssueStep> step) {
        signer.mustIssue();
        var before = get(code);
        return issue(DraftJson.read(rows.asked(before.id())), signer, before.code(), step);
    }

    private Snapshot issue(SnapshotDraft draft, Signer signer, @Nullable String refreshes, Consumer<IssueStep> step) {
        signer.mustIssue();
        return turns.take(step, () -> {
            try {
                return issued(draft, stamp(signer, SnapshotCode.next(), refreshes), step);
            } catch (IOException e) {
                throw noRoom(e);
            } catch (UncheckedIOException e) {
                throw noRoom(e.getCause());
            }
        });
    }

    private Snapshot issued(SnapshotDraft draft, Freezer.Stamp stamp, Consumer<IssueStep> step) throws IOException {
        var directory = files.open(stamp.code());
        boolean kept = false;
        try {
            var view = frozen(draft, stamp, directory, step);
            var unsealed = SheetJson.write(view.sheet());
            var manifest = Manifest.of(view, draft, unsealed);
            var sheet = view.sheet().sealed(manifest.seal());
            step.accept(IssueStep.DRAWING);
            drawing.write(sheet, draft.dpi(), directory);
            step.accept(IssueStep.SEALING);
            var listed = listed(directory);
            var json = manifest.json(listed);
            SnapshotFiles.write(
                    directory.resolve(Manifest.FILE), out -> out.write(json.getBytes(StandardCharsets.UTF_8)));
            files.keep(directory, stamp.code());
            kept = true;
            writing.executeWithoutResult(_ -> rows.insert(
                    view,
                    draft,
                    DraftJson.write(draft),
                    manifest.seal(),
                    Sha256.of(json),
                    SheetJson.write(sheet),
                    listed));
            return get(stamp.code());
        } catch (IOException | RuntimeException e) {
            SnapshotFiles.discard(kept ? files.path(stamp.code(), "") : directory);
            throw e;
        }
    }

    /** Reads the view, and writes its events as data where they are not too many, from one state of the database. */
    private Frozen frozen(SnapshotDraft draft, Freezer.Stamp stamp, Path directory, Consumer<IssueStep> step) {
        return Objects.requireNonNull(frozen.execute(_ -> {
            var view = freezer.freeze(draft, stamp, step);
            if (view.versions().size() <= MOST_DATA) {
                step.accept(IssueStep.EXPORTING);
                try {
                    DataFiles.write(
                            new EventExport(template),
                            view.filter(),
                            "Snapshot " + stamp.code() + ". " + ExportAbout.of(view.filter()),
                            directory);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            return view;
        }));
    }

    private static List<Snapshot.File> listed(Path directory) throws IOException {
        var result = new ArrayList<Snapshot.File>();
        try (var found = Files.newDirectoryStream(directory)) {
            for (var file : found) {
                result.add(new Snapshot.File(file.getFileName().toString(), Files.size(file), Sha256.of(file), true));
            }
        }
        result.sort((one, other) -> one.name().compareTo(other.name()));
        return result;
    }

    private Freezer.Stamp stamp(Signer signer, String code, @Nullable String refreshes) {
        return new Freezer.Stamp(
                signer.name(),
                settings.software(),
                GazetteerVersion.read(JdbcClient.create(template)),
                code,
                code.isEmpty() ? "" : settings.address() + "/verify/" + SnapshotCode.printed(code),
                refreshes);
    }

    /** The newest first. */
    public List<Snapshot> list(String text, boolean withdrawnToo, int offset, int limit) {
        return rows.list(text, withdrawnToo, offset, limit);
    }

    /** By its code, however it is typed. */
    public Optional<Snapshot> find(String code) {
        return SnapshotCode.parse(code).flatMap(rows::find);
    }

    public Snapshot get(String code) {
        return find(code)
                .orElseThrow(() -> new SnapshotRefusedException(Reason.MISSING, "there is no snapshot '" + code + "'"));
    }

    /** Those that hold any of these events, whatever became of them since; the newest first, also withdrawn ones. */
    public List<Snapshot> listTouching(Set<Long> eventIds) {
        return rows.listTouching(eventIds);
    }

    public ChangesSince changes(String code, Language language) {
        return Objects.requireNonNull(frozen.execute(_ -> changes.read(get(code), language)));
    }

    /** Says that it does not hold any more. Its files stay, and are known as withdrawn from now on. */
    public Snapshot withdraw(String code, String reason, Signer signer) {
        signer.mustWithdraw();
        var snapshot = get(code);
        var why = reason.strip();
        if (why.isEmpty() || why.length() > MOST_REASON) {
            throw new SnapshotRefusedException(
                    Reason.NO_REASON, "withdrawing wants a reason of at most " + MOST_REASON + " characters");
        }
        if (!rows.withdraw(snapshot.code(), signer.name(), why)) {
            throw new SnapshotRefusedException(Reason.WITHDRAWN, snapshot.code() + " is withdrawn already");
        }
        return get(snapshot.code());
    }

    public Verdict verify(byte[] file) {
        return verifier.verify(file);
    }

    public static String name(Format format) {
        return "sheet." + format.extension();
    }

    /** Names of the files that there are or, for {@code sheet.pptx}, can be made. */
    public List<String> listFiles(Snapshot snapshot) {
        var names = new ArrayList<String>();
        for (var format : List.of(Format.PDF, Format.PPTX, Format.PNG, Format.SVG)) {
            names.add(name(format));
        }
        for (var format : List.of(ExportFormat.CSV, ExportFormat.GEOJSON, ExportFormat.KML)) {
            names.add(DataFiles.name(format));
        }
        names.add(DataFiles.GEOPACKAGE);
        names.removeIf(name ->
                !name.equals(name(Format.PPTX)) && snapshot.findFile(name).isEmpty());
        names.add(Manifest.FILE);
        return names;
    }

    /**
     * A file of a snapshot; the PowerPoint file is made when it is asked for first, and kept.
     *
     * @throws SnapshotRefusedException where there is none of that name
     */
    public Path file(String code, String name) {
        var snapshot = get(code);
        if (!name.equals(Manifest.FILE) && snapshot.findFile(name).isEmpty()) {
            if (!name.equals(name(Format.PPTX))) {
                throw new SnapshotRefusedException(Reason.MISSING, snapshot.code() + " has no file '" + name + "'");
            }
            return turns.take(UNHEARD, () -> addPowerPoint(snapshot));
        }
        var path = files.path(snapshot.code(), name);
        if (!Files.isRegularFile(path)) {
            throw new SnapshotRefusedException(Reason.MISSING, "the file " + path + " is not there any more");
        }
        return path;
    }

    private Path addPowerPoint(Snapshot snapshot) {
        var name = name(Format.PPTX);
        if (get(snapshot.code()).findFile(name).isPresent()) {
            return files.path(snapshot.code(), name);
        }
        var sheet = SheetJson.read(rows.sheet(snapshot.id()));
        var dpi = DraftJson.read(rows.asked(snapshot.id())).dpi();
        try {
            var path = files.add(snapshot.code(), name, out -> drawing.writeSlides(sheet, dpi, out));
            var file = new Snapshot.File(name, Files.size(path), Sha256.of(path), false);
            writing.executeWithoutResult(_ -> rows.insertFile(snapshot.id(), file));
            return path;
        } catch (IOException e) {
            throw noRoom(e);
        }
    }

    /** The small picture. */
    public Path thumbnail(Snapshot snapshot) {
        return files.path(snapshot.code(), SheetDrawing.THUMBNAIL);
    }

    /** The sheet as it was frozen. */
    public Sheet sheet(String code) {
        return SheetJson.read(rows.sheet(get(code).id()));
    }

    /**
     * Several as one file.
     *
     * @param codes in order; none may be withdrawn
     * @param format PDF or PPTX
     */
    public Path pack(String title, Collection<String> codes, Format format, Signer signer) {
        signer.mustIssue();
        var chosen = codes.stream().map(this::get).toList();
        return turns.take(UNHEARD, () -> {
            try {
                return packs.make(title, chosen, format, signer.name());
            } catch (IOException e) {
                throw noRoom(e);
            }
        });
    }

    /** A pack by the name of its file. */
    public Path packFile(String name) {
        try {
            return packs.get(name);
        } catch (IOException e) {
            throw noRoom(e);
        }
    }

    /** Takes away what a process that is no more has left half done. */
    public void tidy() throws IOException {
        files.discardUnfinished();
    }

    private SnapshotRefusedException noRoom(IOException e) {
        return new SnapshotRefusedException(
                Reason.DISK,
                "nothing was issued: the files could not be written to " + settings.directory() + ": " + e.getMessage(),
                e);
    }
}
