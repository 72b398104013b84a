package org.marsad.gazetteer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The gazetteer files that were imported, in one directory: {@code imports.json} lists them, and a file that it does not
 * list counts for nothing. Each change is first written beside, then put in place at once, so that whoever reads sees
 * the state before or after it.
 */
public final class Imports {
    private static final String LIST = "imports.json";

    /** Files that are put aside: of each import one of rows, and perhaps one of the doubtful. */
    private static final int KEPT = 24;

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Path directory;

    Imports(Path directory) {
        this.directory = directory;
    }

    /**
     * In the order of their names, which is the order in which they are read.
     *
     * @throws UncheckedIOException where the list cannot be read
     */
    public List<ImportedFile> list() {
        var file = directory.resolve(LIST);
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            return JSON.readValue(Files.readString(file), new TypeReference<List<ImportedFile>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JacksonException e) {
            throw new UncheckedIOException(new IOException(
                    file + " is damaged: " + e.getMessage() + ". Remove " + directory + " and import the files again",
                    e));
        }
    }

    public Optional<ImportedFile> find(String name) {
        return list().stream().filter(one -> one.name().equals(name)).findFirst();
    }

    /** The files of the good rows. */
    public List<Path> files() {
        return list().stream().map(this::file).toList();
    }

    /** The file of an import's good rows. */
    public Path file(ImportedFile one) {
        return directory.resolve(one.file());
    }

    /**
     * Keeps other processes from changing anything here until it is closed, or this process ends.
     *
     * @throws IOException where another is at work, for the user
     */
    Lock lock() throws IOException {
        Files.createDirectories(directory);
        var channel = FileChannel.open(directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return new Lock(channel);
            }
        } catch (OverlappingFileLockException e) {
            // as below, in this process
        }
        channel.close();
        throw new IOException("another import is at work in " + directory + "; try again when it is over");
    }

    /** Held while something changes. */
    record Lock(FileChannel channel) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            channel.close();
        }
    }

    /**
     * Adds an import, or puts it in the place of an earlier one of its name. Its files are under names that no list has yet;
     * the list, which is exchanged at once, is the last to be written.
     *
     * @param rows the good rows, in a file of this directory that nothing lists yet; it gets the import's file name
     */
    void put(ImportedFile added, Path rows, List<Doubtful> doubtful) throws IOException {
        var all = new ArrayList<>(list());
        if (all.stream().anyMatch(one -> one.file().equals(added.file()))) {
            throw new IllegalArgumentException(added.file() + " is there");
        }
        putDoubtful(added, doubtful);
        Files.move(
                rows,
                directory.resolve(added.file()),
                StandardCopyOption.REPLACE_EXISTING,
                StandardCopyOption.ATOMIC_MOVE);
        all.removeIf(one -> one.name().equals(added.name()));
        all.add(added);
        all.sort(Comparator.comparing(ImportedFile::name));
        write(all);
    }

    /**
     * A row that may be a place known under another id.
     *
     * @param line in the file as it was given
     * @param id that the row gives it
     * @param known the place that it may be
     * @param km between the two
     * @param row as it was given: of a GeoNames dump, or of a CSV with the columns of ours
     */
    public record Doubtful(int line, String id, String name, String known, double score, double km, String row) {
        private String text() {
            return String.join("\t", "" + line, id, name, known, "" + score, "" + km) + "\t" + row;
        }

        private static Doubtful of(String text) {
            var parts = text.split("\t", 7);
            return new Doubtful(
                    Integer.parseInt(parts[0]),
                    parts[1],
                    parts[2],
                    parts[3],
                    Double.parseDouble(parts[4]),
                    Double.parseDouble(parts[5]),
                    parts[6]);
        }
    }

    /** The rows of an import that wait for somebody to decide. */
    public List<Doubtful> listDoubtful(ImportedFile one) {
        var file = directory.resolve(one.doubtfulFile());
        return Files.exists(file) ? readDoubtful(file) : List.of();
    }

    private static List<Doubtful> readDoubtful(Path file) {
        try (var in = RowSource.open(file)) {
            return in.lines().map(Doubtful::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void putDoubtful(ImportedFile one, List<Doubtful> rows) throws IOException {
        var file = directory.resolve(one.doubtfulFile());
        if (rows.isEmpty()) {
            Files.deleteIfExists(file); // what a killed import left
            return;
        }
        var fresh = fresh();
        try (var channel = FileChannel.open(fresh, StandardOpenOption.WRITE);
                var out = new GZIPOutputStream(Channels.newOutputStream(channel))) {
            for (var row : rows) {
                out.write((row.text() + "\n").getBytes(UTF_8));
            }
            out.finish();
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * Decides on a row that waits.
     *
     * @param known the place that it is; empty for a place of its own
     * @return whether there is such a row
     */
    public boolean decide(String name, String id, Optional<PlaceId> known) throws IOException {
        try (var _ = lock()) {
            return decideAlone(name, id, known);
        }
    }

    private boolean decideAlone(String name, String id, Optional<PlaceId> known) throws IOException {
        var one = find(name).orElse(null);
        var waiting = one == null ? List.<Doubtful>of() : listDoubtful(one);
        var row = waiting.stream().filter(each -> each.id().equals(id)).findFirst();
        if (one == null || row.isEmpty()) {
            return false;
        }
        var rows = fresh();
        boolean csv = one.file().endsWith(".csv.gz");
        try (var in = RowSource.open(file(one));
                var channel = FileChannel.open(rows, StandardOpenOption.WRITE);
                var out = new GZIPOutputStream(Channels.newOutputStream(channel))) {
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                out.write((line + "\n").getBytes(UTF_8));
            }
            out.write((paired(row.get().row(), csv, known.map(PlaceId::value).orElse(null)) + "\n").getBytes(UTF_8));
            out.finish();
            channel.force(true);
        }
        var left = waiting.stream().filter(each -> !each.id().equals(id)).toList();
        int paired = one.paired() == null ? 0 : one.paired();
        put(
                new ImportedFile(
                        one.name(),
                        one.nextFile(),
                        one.source(),
                        one.checksum(),
                        one.imported(),
                        one.read(),
                        one.added() + (known.isEmpty() ? 1 : 0),
                        one.matched(),
                        one.duplicates(),
                        one.rejected(),
                        paired + (known.isEmpty() ? 0 : 1),
                        left.size()),
                rows,
                left);
        return true;
    }

    /** A row of a place that is known by another id, as our own copies keep it. */
    static String paired(String row, boolean csv, @Nullable String known) {
        if (known == null) {
            return row;
        }
        return csv ? known + row.substring(Math.max(0, row.indexOf(','))) : row + "\t" + known;
    }

    /** Returns whether there was such an import. */
    public boolean remove(String name) throws IOException {
        if (find(name).isEmpty()) {
            return false;
        }
        try (var _ = lock()) {
            var all = new ArrayList<>(list());
            all.removeIf(one -> one.name().equals(name));
            write(all);
            return true;
        }
    }

    /** A new file in the directory, for rows that are on their way in. */
    Path fresh() throws IOException {
        Files.createDirectories(directory);
        return Files.createFile(directory.resolve("rows-" + UUID.randomUUID() + ".new"));
    }

    private void write(List<ImportedFile> all) throws IOException {
        var fresh = directory.resolve(LIST + ".new");
        try (var out = FileChannel.open(
                fresh, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            var bytes = ByteBuffer.wrap((JSON.writeValueAsString(all) + "\n").getBytes(UTF_8));
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
        Files.move(fresh, directory.resolve(LIST), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        deleteUnlisted(all);
    }

    /** What an import replaced is put aside; what a killed one left goes. */
    private void deleteUnlisted(List<ImportedFile> all) throws IOException {
        try (var files = Files.list(directory)) {
            for (var file : files.toList()) {
                var name = file.getFileName().toString();
                boolean listed = all.stream()
                        .anyMatch(one ->
                                one.file().equals(name) || one.doubtfulFile().equals(name));
                if (name.endsWith(".new")) {
                    Files.deleteIfExists(file);
                } else if (name.endsWith(".gz") && !listed) {
                    Files.createDirectories(aside());
                    Files.move(file, aside().resolve(name), StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
        prune();
    }

    /** What was listed before, so that a change can be taken back. */
    private Path aside() {
        return directory.resolve("before");
    }

    private void prune() throws IOException {
        if (!Files.isDirectory(aside())) {
            return;
        }
        try (var files = Files.list(aside())) {
            var old = files.sorted(
                            Comparator.comparing((Path file) -> file.toFile().lastModified())
                                    .reversed())
                    .skip(KEPT)
                    .toList();
            for (var file : old) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** The file of the good rows of an import that is listed, or was; empty where it is kept no longer. */
    public Optional<Path> findFile(ImportedFile one) {
        return Stream.of(file(one), aside().resolve(one.file()))
                .filter(Files::exists)
                .findFirst();
    }

    /**
     * Lists an import again that was taken away or replaced; it takes the place of the one that has its name now.
     *
     * @throws IOException where its file is kept no longer
     */
    public void restore(ImportedFile one) throws IOException {
        try (var _ = lock()) {
            var rows = aside().resolve(one.file());
            if (!Files.exists(rows)) {
                throw new IOException("the rows of " + one.name() + " of " + one.imported()
                        + " are kept no longer; import the file again");
            }
            var fresh = fresh();
            Files.copy(rows, fresh, StandardCopyOption.REPLACE_EXISTING);
            var doubtful = aside().resolve(one.doubtfulFile());
            put(one, fresh, Files.exists(doubtful) ? readDoubtful(doubtful) : List.of());
            Files.deleteIfExists(rows);
            Files.deleteIfExists(doubtful);
        }
    }
}
