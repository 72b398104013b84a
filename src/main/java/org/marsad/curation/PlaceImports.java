package org.marsad.curation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.marsad.curation.Curation.Progress;
import org.marsad.curation.Curation.Why;
import org.marsad.exchange.places.PlaceFiles;
import org.marsad.gazetteer.Gazetteer;
import org.marsad.gazetteer.GazetteerImporter;
import org.marsad.gazetteer.Gazetteers;
import org.marsad.gazetteer.ImportedFile;
import org.marsad.gazetteer.Imports;
import org.marsad.gazetteer.PlaceId;
import org.marsad.gazetteer.Reconciler;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/**
 * Files of places (GeoNames dumps, CSV, Linked Places) brought into a running server: looked through first, which changes
 * nothing, then taken in. Rows are matched to known places; those that may be one wait for an admin. Afterwards the coder knows
 * the places, and stored articles that they concern are coded anew: see {@link SourceChanges}.
 */
@Service
public class PlaceImports {
    /** Bytes of a file, at most. */
    public static final long LARGEST = 200L * 1024 * 1024;

    /** Rows of a list. */
    public static final int MOST = 200;

    private final Gazetteers gazetteers;
    private final SourceChanges changes;

    public PlaceImports(Gazetteers gazetteers, SourceChanges changes) {
        this.gazetteers = gazetteers;
        this.changes = changes;
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
     * What importing a file would do to stored articles; as {@link Curation#rehearse}.
     *
     * @throws IOException as {@link #lookThrough}
     */
    @PreAuthorize("hasRole('ADMIN')")
    public Rehearsal rehearse(Path file, String name, boolean everything, Progress progress) throws IOException {
        var scratch = Files.createTempDirectory("marsad-places-");
        try {
            var trial = new Gazetteers(scratch).imports();
            var imported = run(trial, file, name, Progress.NONE).file();
            var rows = trial.file(imported);
            var files = new TreeMap<String, Path>(pathsWithout(name));
            files.put(name, rows);
            return changes.rehearse(gazetteers.compiled(List.copyOf(files.values())), everything, progress);
        } finally {
            delete(scratch);
        }
    }

    /**
     * Imports a file, all of it or nothing, and lets the coder know its places; articles follow.
     *
     * @param by the admin's account
     * @return the change in the history; empty where the very file is there already
     * @throws IOException as {@link #lookThrough}
     */
    @PreAuthorize("hasRole('ADMIN')")
    public Optional<Changeset> take(Path file, String name, String by, Progress progress) throws IOException {
        run(gazetteers.imports(), file, name, progress);
        return changes.follow(by, Why.UNSAID, null);
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
        return List.of(
                gazetteers.compiled(List.of()),
                Gazetteer.of(List.copyOf(pathsWithout(name).values())));
    }

    /** The other files, by their names. */
    private TreeMap<String, Path> pathsWithout(String name) {
        var paths = new TreeMap<String, Path>();
        gazetteers.imports().list().stream()
                .filter(one -> !one.name().equals(name))
                .forEach(one -> paths.put(one.name(), gazetteers.imports().file(one)));
        return paths;
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

    /** What taking an import back would do to stored articles. */
    @PreAuthorize("hasRole('ADMIN')")
    public Rehearsal rehearseRemoval(String name, boolean everything, Progress progress) {
        var left = List.copyOf(pathsWithout(name).values());
        return changes.rehearse(gazetteers.compiled(left), everything, progress);
    }

    /**
     * Takes an import back; its places are known no longer.
     *
     * @return the change in the history; empty where there is no such import
     */
    @PreAuthorize("hasRole('ADMIN')")
    public Optional<Changeset> remove(String name, String by) throws IOException {
        return gazetteers.imports().remove(name) ? changes.follow(by, Why.UNSAID, null) : Optional.empty();
    }

    /** What it would do to stored articles if the coder knew what was decided. */
    @PreAuthorize("hasRole('ADMIN')")
    public Rehearsal rehearseInForce(boolean everything, Progress progress) {
        return changes.rehearse(gazetteers.load(List.of()), everything, progress);
    }

    /** Lets the coder know what the files say now; stored articles follow. */
    @PreAuthorize("hasRole('ADMIN')")
    public Optional<Changeset> putInForce(String by) {
        return changes.follow(by, Why.UNSAID, null);
    }

    /** Whether rows were decided on that the coder does not know of. */
    @PreAuthorize("hasRole('ADMIN')")
    public boolean isBehind() {
        return changes.isBehind();
    }

    /** Articles that wait to be coded anew after files came or went. */
    @PreAuthorize("hasRole('ADMIN')")
    public Optional<SourceRecoding.Waiting> findWaiting() {
        return changes.findWaiting();
    }

    /** Goes on with them where that has failed. */
    @PreAuthorize("hasRole('ADMIN')")
    public void resume() {
        changes.resume();
    }

    /** Returns once no article waits, or it does not go on. */
    @PreAuthorize("hasRole('ADMIN')")
    public Optional<SourceRecoding.Waiting> await(Progress progress) {
        return changes.await(progress);
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
