package org.marsad.curation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.marsad.curation.Curation.Progress;
import org.marsad.exchange.places.PlaceFiles;
import org.marsad.gazetteer.Gazetteer;
import org.marsad.gazetteer.GazetteerImporter;
import org.marsad.gazetteer.Gazetteers;
import org.marsad.gazetteer.ImportedFile;
import org.marsad.gazetteer.Imports;
import org.marsad.gazetteer.PlaceId;
import org.marsad.gazetteer.Reconciler;
import org.marsad.store.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/**
 * Files of places (GeoNames dumps, CSV, Linked Places) brought into a running server: looked through first, which changes
 * nothing, then taken in. Rows are matched to known places; those that may be one wait for an admin. Afterwards the coder knows
 * the places; articles that are stored keep what was found in them until they are coded anew.
 */
@Service
public class PlaceImports {
    /** Bytes of a file, at most. */
    public static final long LARGEST = 200L * 1024 * 1024;

    /** Rows of a list. */
    public static final int MOST = 200;

    private static final Logger LOG = LoggerFactory.getLogger(PlaceImports.class);

    private final Gazetteers gazetteers;
    private final Store store;
    private final Consumer<List<Path>> follower;

    @Autowired
    public PlaceImports(Gazetteers gazetteers, Store store) {
        this(
                gazetteers,
                store,
                files -> Thread.ofPlatform()
                        .name("gazetteer-writer")
                        .daemon()
                        .start(() -> writeIntoDatabase(store, files)));
    }

    /**
     * @param follower lets the database follow what is in force now
     */
    PlaceImports(Gazetteers gazetteers, Store store, Consumer<List<Path>> follower) {
        this.gazetteers = gazetteers;
        this.store = store;
        this.follower = follower;
    }

    /** A row that cannot be used. */
    public record Refused(int line, String reason) {}

    /**
     * What a file holds, or what came of it.
     *
     * @param file the counts, as they are listed afterwards
     * @param changed false where the very file is there already under this name
     * @param replaced the import that it takes the place of, or null
     * @param refused the first {@value #MOST} rows that cannot be used
     * @param doubtful the first {@value #MOST} rows that may be a known place
     */
    public record Report(
            ImportedFile file,
            boolean changed,
            @Nullable ImportedFile replaced,
            List<Refused> refused,
            List<Imports.Doubtful> doubtful) {
        public Report {
            refused = List.copyOf(refused);
            doubtful = List.copyOf(doubtful);
        }
    }

    /** Told of rows as a listener of the importer, and stops it where nobody waits any more. */
    private static final class Rows implements GazetteerImporter.Listener {
        private final Progress progress;
        private final List<Refused> refused = new ArrayList<>();

        private Rows(Progress progress) {
            this.progress = progress;
        }

        @Override
        public void read(int rows) {
            if (progress.getAsBoolean()) {
                throw new CancellationException("given up after " + rows + " rows");
            }
            progress.coded(rows, 0);
        }

        @Override
        public void rejected(String file, int line, String reason) {
            if (refused.size() < MOST) {
                refused.add(new Refused(line, reason));
            }
        }
    }

    /** The name under which a file is imported unless another is given. */
    public String nameOf(Path file) {
        return GazetteerImporter.nameOf(file).replaceFirst("(?i)(\\.lpf|\\.geo)*\\.?(json|geojson)$", "");
    }

    /**
     * Reads a file as if it were imported; nothing is kept.
     *
     * @throws IOException where it is none of the formats, cannot be read or has no good row
     */
    @PreAuthorize("hasRole('ADMIN')")
    public Report lookThrough(Path file, String name, Progress progress) throws IOException {
        var scratch = Files.createTempDirectory("marsad-places-");
        try {
            var report = run(new Gazetteers(scratch).imports(), file, name, progress);
            var before = gazetteers.imports().find(name);
            boolean same = before.map(ImportedFile::checksum)
                    .filter(report.file().checksum()::equals)
                    .isPresent();
            return new Report(report.file(), !same, before.orElse(null), report.refused(), report.doubtful());
        } finally {
            delete(scratch);
        }
    }

    /**
     * Imports a file, all of it or nothing, and lets the coder know its places.
     *
     * @throws IOException as {@link #lookThrough}
     */
    @PreAuthorize("hasRole('ADMIN')")
    public Report take(Path file, String name, Progress progress) throws IOException {
        var report = run(gazetteers.imports(), file, name, progress);
        if (report.changed()) {
            putInForce();
        }
        return report;
    }

    private Report run(Imports imports, Path file, String name, Progress progress) throws IOException {
        var directory = Files.createTempDirectory("marsad-rows-");
        try {
            var rows = new Rows(progress);
            var converted = PlaceFiles.rows(file, directory, rows);
            var known = known(name);
            var outcome = new GazetteerImporter(imports, known, rows, new Reconciler(known))
                    .run(converted.orElse(file), name);
            return new Report(
                    outcome.result(),
                    outcome.changed(),
                    outcome.replaced(),
                    rows.refused,
                    imports.listDoubtful(outcome.result()).stream().limit(MOST).toList());
        } finally {
            delete(directory);
        }
    }

    /** What is there without the files of that name. */
    private List<Gazetteer> known(String name) {
        var others = gazetteers.imports().list().stream()
                .filter(one -> !one.name().equals(name))
                .map(gazetteers.imports()::file)
                .toList();
        return List.of(gazetteers.compiled(List.of()), Gazetteer.of(others));
    }

    /** The imports, in the order of their names. */
    @PreAuthorize("hasRole('ADMIN')")
    public List<ImportedFile> list() {
        return gazetteers.imports().list();
    }

    /** The rows of an import that may be known places. */
    @PreAuthorize("hasRole('ADMIN')")
    public List<Imports.Doubtful> listDoubtful(String name) {
        var imports = gazetteers.imports();
        return imports.find(name).map(imports::listDoubtful).orElse(List.of());
    }

    /** How many rows of all imports wait. */
    @PreAuthorize("hasRole('ADMIN')")
    public int countDoubtful() {
        return list().stream()
                .mapToInt(one -> one.doubtful() == null ? 0 : one.doubtful())
                .sum();
    }

    /**
     * Decides on a row that waits; the coder knows of it once {@link #putInForce} is called.
     *
     * @param place the known place that it is, or null for one of its own
     */
    @PreAuthorize("hasRole('ADMIN')")
    public boolean decide(String name, String row, @Nullable String place) throws IOException {
        return gazetteers.imports().decide(name, row, Optional.ofNullable(place).map(PlaceId::new));
    }

    /** Takes an import back; its places are known no longer. */
    @PreAuthorize("hasRole('ADMIN')")
    public void remove(String name) throws IOException {
        if (gazetteers.imports().remove(name)) {
            putInForce();
        }
    }

    /** Lets the coder know what the files say now; the database follows behind its back. */
    @PreAuthorize("hasRole('ADMIN')")
    public void putInForce() {
        store.live().replaceSources(gazetteers.load(List.of()));
        follower.accept(gazetteers.imports().files());
    }

    private static void writeIntoDatabase(Store store, List<Path> files) {
        try {
            store.writeGazetteer(files);
            store.articles().fillIn(store.live(), () -> true);
        } catch (SQLException | RuntimeException e) {
            LOG.error("The imported places could not be written into the database; the next start tries again", e);
        }
    }

    private static void delete(Path directory) {
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
