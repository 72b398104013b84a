package org.marsad.exchange.places;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.marsad.gazetteer.Csv;
import org.marsad.gazetteer.NameKind;
import org.marsad.gazetteer.PlaceLevel;

/**
 * Our CSV of the whole gazetteer: UTF-8, a header line, a row a name; the rows of a place follow each other and say the same of
 * it. A place without names has one row with an empty {@code text}.
 */
public final class PlacesCsv {
    static final List<String> COLUMNS = List.of(
            "id",
            "name",
            "level",
            "feature",
            "country",
            "admin1",
            "lat",
            "lon",
            "population",
            "retired",
            "merged_into",
            "text",
            "language",
            "kind",
            "from_year",
            "to_year",
            "source",
            "note");

    private PlacesCsv() {}

    /** Whether a file's first line is that of this format. */
    public static boolean isHeader(String line) {
        var columns = Arrays.asList(line.replace("\uFEFF", "").strip().split(","));
        return columns.containsAll(List.of("id", "lat", "lon", "text", "kind"));
    }

    public static void writeHeader(Appendable out) throws IOException {
        out.append(String.join(",", COLUMNS)).append("\r\n");
    }

    public static void write(Appendable out, ListedPlace place) throws IOException {
        if (place.names().isEmpty()) {
            row(out, place, null);
        }
        for (var name : place.names()) {
            row(out, place, name);
        }
    }

    private static void row(Appendable out, ListedPlace place, ListedPlace.@Nullable Name name) throws IOException {
        var cells = new ArrayList<@Nullable Object>(Arrays.asList(
                place.id(),
                place.name(),
                place.level().word(),
                place.feature(),
                place.country(),
                place.admin1(),
                place.lat(),
                place.lon(),
                place.population(),
                place.retired() ? "true" : null,
                place.mergedInto()));
        if (name != null) {
            cells.addAll(Arrays.asList(
                    name.text(),
                    name.language(),
                    name.kind().name().toLowerCase(Locale.ROOT),
                    name.fromYear(),
                    name.toYear(),
                    name.source(),
                    name.note()));
        } else {
            cells.addAll(Arrays.asList(null, null, null, null, null, null, null));
        }
        out.append(cells.stream().map(SafeCells::write).collect(Collectors.joining(",")))
                .append("\r\n");
    }

    /**
     * Reads a file to its end. A place of which any row cannot be used is left out whole and named with the row's line.
     *
     * @throws IOException where the file cannot be read, or its first line lacks needed columns
     */
    public static void read(String file, Reader in, PlaceSink sink) throws IOException {
        var csv = Csv.open(in);
        for (var needed : List.of("id", "name", "lat", "lon", "text", "kind")) {
            if (!csv.hasColumn(needed)) {
                throw new IOException(file + " line 1: the column \"" + needed + "\" is missing");
            }
        }
        Gathered gathered = null;
        for (var row = csv.next(); row != null; row = csv.next()) {
            var id = SafeCells.read(row.get("id"));
            if (gathered == null || !gathered.id.equals(id)) {
                tell(file, gathered, sink);
                gathered = new Gathered(id, row.line());
            }
            try {
                if (row.damage() != null) {
                    throw new IllegalArgumentException(row.damage());
                }
                if (row.fields().size() != csv.width()) {
                    throw new IllegalArgumentException(
                            row.fields().size() + " columns, where the first line names " + csv.width());
                }
                gathered.add(row);
            } catch (IllegalArgumentException e) {
                gathered.refuse(row.line(), e);
            }
        }
        tell(file, gathered, sink);
    }

    private static void tell(String file, @Nullable Gathered gathered, PlaceSink sink) {
        if (gathered == null) {
            return;
        }
        try {
            if (gathered.reason == null) {
                sink.place(gathered.place(), gathered.line);
                return;
            }
        } catch (IllegalArgumentException e) {
            gathered.refuse(gathered.line, e);
        }
        sink.refused(file, gathered.refusedAt, String.valueOf(gathered.reason));
    }

    /** The rows of one place. */
    private static final class Gathered {
        private final String id;
        private final int line;
        private final List<ListedPlace.Name> names = new ArrayList<>();
        private Csv.@Nullable Row first;
        private @Nullable String reason;
        private int refusedAt;

        Gathered(String id, int line) {
            this.id = id;
            this.line = line;
        }

        void refuse(int at, IllegalArgumentException e) {
            if (reason == null) {
                reason = e instanceof NumberFormatException ? "not a number: " + e.getMessage() : e.getMessage();
                refusedAt = at;
            }
        }

        void add(Csv.Row row) {
            if (row.fields().stream().anyMatch(field -> field.indexOf('\uFFFD') >= 0)) {
                throw new IllegalArgumentException("not UTF-8; convert the file and read it again");
            }
            if (first == null) {
                first = row;
            }
            var text = text(row, "text");
            if (text != null) {
                names.add(new ListedPlace.Name(
                        text,
                        text(row, "language"),
                        kind(row.get("kind")),
                        year(row, "from_year"),
                        year(row, "to_year"),
                        text(row, "source"),
                        text(row, "note")));
            }
        }

        ListedPlace place() {
            var row = first;
            if (row == null) {
                throw new IllegalArgumentException("no row");
            }
            var level = row.get("level");
            var feature = row.get("feature");
            var population = row.get("population");
            var name = text(row, "name");
            return new ListedPlace(
                    id,
                    name == null ? "" : name,
                    level.isEmpty() ? PlaceLevel.SETTLEMENT : level(level),
                    feature.isEmpty() && !row.csv().hasColumn("feature") ? "PPL" : feature,
                    text(row, "country"),
                    text(row, "admin1"),
                    degrees(row, "lon"),
                    degrees(row, "lat"),
                    population.isEmpty() ? 0 : Long.parseLong(population),
                    row.get("retired").equals("true"),
                    text(row, "merged_into"),
                    names);
        }

        private static double degrees(Csv.Row row, String column) {
            var text = row.get(column);
            if (text.isEmpty()) {
                throw new IllegalArgumentException("no " + column);
            }
            return Double.parseDouble(text);
        }

        private static @Nullable Integer year(Csv.Row row, String column) {
            var text = row.get(column);
            return text.isEmpty() ? null : Integer.valueOf(text);
        }

        private static @Nullable String text(Csv.Row row, String column) {
            var text = SafeCells.read(row.get(column));
            return text.isEmpty() ? null : text;
        }
    }

    static PlaceLevel level(String word) {
        try {
            return PlaceLevel.ofWord(word);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "the level is \"" + word + "\"; known: settlement, admin1, admin2, country, region, feature", e);
        }
    }

    static NameKind kind(String word) {
        try {
            return word.isEmpty() ? NameKind.VARIANT : NameKind.valueOf(word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "the kind of a name is \"" + word
                            + "\"; known: official, variant, exonym, former, generated, demonym",
                    e);
        }
    }
}
