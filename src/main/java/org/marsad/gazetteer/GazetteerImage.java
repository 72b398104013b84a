package org.marsad.gazetteer;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A gazetteer as its arrays lie in memory, in a file: read in a tenth of the time that compiling it takes. The file
 * carries the key of what it was compiled from, and a checksum of itself.
 */
final class GazetteerImage {
    /** Grows with each change of the layout. */
    private static final String FORMAT = "marsad gazetteer image 3";

    private GazetteerImage() {}

    /** Empty where there is no image, it was compiled from something else, or it is damaged. */
    static Optional<Gazetteer> find(Path file, String key) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (var channel = FileChannel.open(file);
                var arena = Arena.ofConfined()) {
            var content = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
            var in = new ImageReader(content.asByteBuffer());
            if (!in.text().equals(FORMAT) || !in.text().equals(key)) {
                return Optional.empty();
            }
            var places = Places.read(in);
            var names = NameIndex.read(in);
            var sounds = SoundIndex.read(in);
            return Optional.of(new Gazetteer(places, names, sounds, readReports(in)));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Writes beside the file, sees it onto the disk and puts it in place, so that there is never half an image. */
    static void write(Path file, String key, Gazetteer gazetteer) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        var fresh = file.resolveSibling(
                file.getFileName() + "." + ProcessHandle.current().pid() + ".new");
        try {
            try (var channel = FileChannel.open(
                    fresh, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
                var out = new ImageWriter(channel);
                out.text(FORMAT);
                out.text(key);
                gazetteer.places().write(out);
                gazetteer.names().write(out);
                gazetteer.sounds().write(out);
                writeReports(gazetteer.reports(), out);
                out.finish();
            }
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static void writeReports(List<LoadReport> reports, ImageWriter out) throws IOException {
        out.integer(reports.size());
        for (var report : reports) {
            out.text(report.file());
            out.integer(report.places());
            out.integer(report.merged());
            out.integer(report.bad());
            out.texts(report.complaints());
        }
    }

    private static List<LoadReport> readReports(ImageReader in) throws IOException {
        var reports = new ArrayList<LoadReport>();
        for (int left = in.integer(); left > 0; left--) {
            reports.add(new LoadReport(in.text(), in.integer(), in.integer(), in.integer(), in.texts()));
        }
        return reports;
    }
}
