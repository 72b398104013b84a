package org.marsad.gazetteer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Takes a GeoNames dump or a CSV of ours into an installation. The good rows are kept as they are; the others are named
 * with file, line and reason. Importing the same file again changes nothing; another file of the same name replaces it.
 */
public final class GazetteerImporter {
    /** Where not one of so many first rows can be used, the file is something else. */
    private static final int HOPELESS = 100;

    /** Told how an import goes. */
    public interface Listener {
        /** So many rows are read. */
        void read(int rows);

        /** A row cannot be used. */
        void rejected(String file, int line, String reason);
    }

    /**
     * @param result as it is listed from now on
     * @param changed whether anything did
     * @param replaced the earlier import of this name, or null
     */
    public record Outcome(
            ImportedFile result, boolean changed, @Nullable ImportedFile replaced) {}

    private final Imports imports;
    private final List<Gazetteer> known;
    private final Listener listener;
    private final @Nullable Reconciler reconciler;

    private List<Imports.Doubtful> doubtful = List.of();
    private int paired;
    private String file = "";
    private GazetteerBuilder seen = new GazetteerBuilder();
    private int read;
    private int added;
    private int matched;
    private int duplicates;
    private int rejected;

    /**
     * @param known what is there without the files to come
     */
    public GazetteerImporter(Imports imports, List<Gazetteer> known, Listener listener) {
        this(imports, known, listener, null);
    }

    /**
     * The same, with the places looked for that are known under other ids.
     *
     * @param reconciler null for not looking
     */
    public GazetteerImporter(
            Imports imports, List<Gazetteer> known, Listener listener, @Nullable Reconciler reconciler) {
        this.reconciler = reconciler;
        this.imports = imports;
        this.known = known;
        this.listener = listener;
    }

    /** The name under which a file is imported unless another is given: {@code ML} of {@code ML.txt.gz}. */
    public static String nameOf(Path source) {
        return source.getFileName().toString().replaceFirst("(?i)(\\.(txt|tsv|csv))?(\\.(gz|zip))?$", "");
    }

    /**
     * Imports a file.
     *
     * @throws IOException where the file cannot be read at all, is no dump and no CSV of ours, or has no good row: then
     *     nothing has changed
     */
    public Outcome run(Path source, String name) throws IOException {
        checkName(name);
        try (var _ = imports.lock()) {
            return read(source, name, true);
        }
    }

    /**
     * Reads a file as an import does and says what would come of it; nothing changes.
     *
     * @throws IOException as {@link #run} does
     */
    public Outcome rehearse(Path source, String name) throws IOException {
        checkName(name);
        try (var _ = imports.lock()) {
            return read(source, name, false);
        }
    }

    private static void checkName(String name) throws IOException {
        if (!name.matches("[\\p{L}\\p{N}][\\p{L}\\p{N}._ -]*")) {
            throw new IOException("\"" + name + "\" is no name for an import: letters, digits, points and dashes only");
        }
    }

    private Outcome read(Path source, String name, boolean keep) throws IOException {
        if (!Files.isRegularFile(source)) {
            throw new IOException(
                    source + (Files.isDirectory(source) ? ": a directory; name the files in it" : ": no such file"));
        }
        file = source.toString();
        var checksum = checksum(source);
        var before = imports.find(name).orElse(null);
        if (before != null && before.checksum().equals(checksum)) {
            return new Outcome(before, false, null);
        }
        seen = new GazetteerBuilder();
        doubtful = new ArrayList<>();
        paired = 0;
        read = 0;
        added = 0;
        matched = 0;
        duplicates = 0;
        rejected = 0;
        var rows = imports.fresh();
        try (var in = RowSource.open(source)) {
            boolean csv = isCsv(in);
            write(rows, in, csv);
            if (added + matched + paired + doubtful.size() == 0) {
                throw new IOException(file + ": not one row can be used; nothing has changed");
            }
            var result = new ImportedFile(
                    name,
                    name + "-" + checksum.substring(0, 12) + (csv ? ".csv.gz" : ".txt.gz"),
                    source.getFileName().toString(),
                    checksum,
                    LocalDate.now().toString(),
                    read,
                    added,
                    matched,
                    duplicates,
                    rejected,
                    reconciler == null ? null : paired,
                    reconciler == null ? null : doubtful.size());
            if (keep) {
                imports.put(result, rows, doubtful);
            }
            return new Outcome(result, true, before);
        } finally {
            Files.deleteIfExists(rows);
        }
    }

    private void write(Path rows, BufferedReader in, boolean csv) throws IOException {
        try (var channel = FileChannel.open(rows, StandardOpenOption.WRITE);
                var zipped = new GZIPOutputStream(Channels.newOutputStream(channel), 1 << 16);
                var out = new BufferedWriter(new OutputStreamWriter(zipped, UTF_8), 1 << 16)) {
            if (csv) {
                importCsv(in, out);
            } else {
                importDump(in, out);
            }
            out.flush();
            zipped.finish();
            channel.force(true);
        }
    }

    private void importDump(BufferedReader in, BufferedWriter out) throws IOException {
        int number = 0;
        try {
            var lines = new BoundedLines(in);
            for (var line = lines.next(); line != null; line = lines.next()) {
                number++;
                var row = number == 1 && line.startsWith("\uFEFF") ? line.substring(1) : line;
                if (row.isBlank()) {
                    continue;
                }
                count();
                int tab = row.indexOf('\t');
                var id = "geonames:" + row.substring(0, Math.max(0, tab));
                if (isNew(id, number, () -> readDumpRow(row))) {
                    var kept = reconciled(id, number, row, false, () -> wantedOfDump(row.split("\t", -1)));
                    if (kept != null) {
                        out.write(kept);
                        out.write('\n');
                    }
                }
                if (rejected == HOPELESS && rejected == read) {
                    throw new IOException(file + ": none of the first " + HOPELESS
                            + " lines is a row of a GeoNames dump (19 columns between tabs, as ML.txt; not"
                            + " alternateNames), and the first line names no columns of ours; nothing has changed");
                }
            }
        } catch (IOException e) {
            cutShort(number + 1, e);
        }
    }

    private @Nullable String readDumpRow(String row) {
        if (row.length() > BoundedLines.LONGEST) {
            return "a line of over " + BoundedLines.LONGEST + " characters";
        }
        var cells = row.split("\t", -1);
        var complaint = cells.length < 19
                ? null
                : RowCheck.complaint(
                        List.of(cells[1]), Features.level(cells[6], cells[7]), cells[8], cells[5], cells[4]);
        return complaint != null ? complaint : GeoNamesDump.readRow(row, seen, new LoadReport.Tally(file));
    }

    private void importCsv(BufferedReader in, BufferedWriter out) throws IOException {
        var csv = Csv.open(in);
        out.write(CuratedCsv.PLACE_COLUMNS.stream().collect(Collectors.joining(",", "", "\n")));
        int line = 1;
        try {
            for (var row = csv.next(); row != null; row = csv.next()) {
                line = row.line();
                count();
                var one = row;
                if (isNew(row.get("id"), line, () -> readCsvRow(csv, one))) {
                    var text = CuratedCsv.PLACE_COLUMNS.stream()
                            .map(column -> quoted(one.get(column)))
                            .collect(Collectors.joining(","));
                    var kept = reconciled(row.get("id"), line, text, true, () -> wantedOfCsv(one));
                    if (kept != null) {
                        out.write(kept);
                        out.write('\n');
                    }
                }
            }
        } catch (IOException e) {
            cutShort(line + 1, e);
        }
    }

    private @Nullable String readCsvRow(Csv csv, Csv.Row row) {
        if (row.damage() != null) {
            return row.damage();
        }
        var complaint = check(row);
        if (complaint != null) {
            return complaint;
        }
        return row.fields().size() == csv.width()
                ? CuratedCsv.readRow(row, false, seen, new LoadReport.Tally(file))
                : row.fields().size() + " columns, where the first line names " + csv.width();
    }

    private static @Nullable String check(Csv.Row row) {
        var names = new ArrayList<>(List.of(row.get("name")));
        List.of("names_ar", "names_fr", "names_en").forEach(column -> names.addAll(row.variants(column)));
        PlaceLevel level;
        try {
            level = row.get("level").isEmpty() ? PlaceLevel.SETTLEMENT : PlaceLevel.ofWord(row.get("level"));
        } catch (IllegalArgumentException e) {
            return null; // who reads the row says so
        }
        return RowCheck.complaint(names, level, row.get("country"), row.get("lon"), row.get("lat"));
    }

    /** The row as it is kept: with the id of the place that it is, where that is known; null where it has to wait. */
    private @Nullable String reconciled(
            String id, int line, String row, boolean csv, Supplier<Reconciler.Wanted> wanted) {
        if (reconciler == null || isKnown(id)) {
            return row;
        }
        var match = reconciler.find(wanted.get());
        if (match.isEmpty()) {
            return row;
        }
        added--;
        var place = match.get().place();
        if (match.get().score() >= Reconciler.MATCH) {
            paired++;
            return Imports.paired(row, csv, place.id().value());
        }
        doubtful.add(new Imports.Doubtful(
                line,
                id,
                wanted.get().name().replace('\t', ' '),
                place.id().value(),
                Math.round(match.get().score() * 1000) / 1000.0,
                Math.round(match.get().km() * 100) / 100.0,
                row.replace('\n', ' ')));
        return null;
    }

    private static Reconciler.Wanted wantedOfDump(String[] row) {
        return new Reconciler.Wanted(
                row[1],
                row[3].isEmpty() ? List.of() : List.of(row[3].split(",")),
                Features.level(row[6], row[7]),
                row[7],
                row[8],
                Double.parseDouble(row[5]),
                Double.parseDouble(row[4]));
    }

    private static Reconciler.Wanted wantedOfCsv(Csv.Row row) {
        var others = new ArrayList<String>();
        List.of("names_ar", "names_fr", "names_en").forEach(column -> others.addAll(row.variants(column)));
        return new Reconciler.Wanted(
                row.get("name"),
                others,
                row.get("level").isEmpty() ? PlaceLevel.SETTLEMENT : PlaceLevel.ofWord(row.get("level")),
                row.get("feature").isEmpty() ? "PPL" : row.get("feature"),
                row.get("country"),
                Double.parseDouble(row.get("lon")),
                Double.parseDouble(row.get("lat")));
    }

    private boolean isKnown(String id) {
        return known.stream().anyMatch(one -> one.find(new PlaceId(id)).isPresent());
    }

    /** Reads one row; returns whether it is the first good one of its place. */
    private boolean isNew(String id, int line, Supplier<@Nullable String> reader) {
        boolean twice = seen.isKnown(id);
        var complaint = reader.get();
        if (complaint != null) {
            reject(line, complaint);
            return false;
        }
        if (twice) {
            duplicates++;
            return false;
        }
        if (isKnown(id)) {
            matched++;
        } else {
            added++;
        }
        return true;
    }

    /** What was read before a damage stays. */
    private void cutShort(int line, IOException e) throws IOException {
        var damage = RowSource.damage(e);
        if (damage == null) {
            throw e;
        }
        reject(line, damage + "; the rows before are taken. Get the file again and import it again");
    }

    private void count() {
        if (++read % 1000 == 0) {
            listener.read(read);
        }
    }

    private void reject(int line, String reason) {
        rejected++;
        listener.rejected(file, line, reason);
    }

    /** By the header that a CSV of ours has. */
    private boolean isCsv(BufferedReader in) throws IOException {
        in.mark(1 << 14);
        var header = new StringBuilder();
        try {
            for (int c = in.read(); c >= 0 && c != '\n' && header.length() < 1 << 13; c = in.read()) {
                header.append((char) c);
            }
        } catch (IOException e) {
            var damage = RowSource.damage(e);
            throw damage == null ? e : new IOException(file + " line 1: " + damage, e);
        }
        in.reset();
        var columns = header.toString().replace("\uFEFF", "").strip().toLowerCase(Locale.ROOT);
        if (columns.matches("\"?id\"?;.*")) {
            throw new IOException(file + " line 1: the columns are parted by semicolons, where commas are needed");
        }
        if (columns.isEmpty()) {
            throw new IOException(file + ": empty");
        }
        boolean csv = columns.matches("\"?(id|iso2)\"?,.*") || columns.contains(",lat") && columns.contains(",lon");
        if (csv && (!columns.contains("id") || !columns.contains("name") || columns.startsWith("iso2"))) {
            throw new IOException(file + " line 1: the first line must name the columns " + CuratedCsv.PLACE_COLUMNS
                    + ", of which id, name, lat and lon are needed");
        }
        return csv;
    }

    private static String quoted(String field) {
        return field.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                ? '"' + field.replace("\"", "\"\"") + '"'
                : field;
    }

    private static String checksum(Path source) throws IOException {
        try (var in = Files.newInputStream(source)) {
            var digest = MessageDigest.getInstance("SHA-256");
            var block = new byte[1 << 16];
            for (int length = in.read(block); length >= 0; length = in.read(block)) {
                digest.update(block, 0, length);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
