package org.marsad.samples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The places of all {@code places-*.tsv} and {@code countries.tsv} of a directory, by key. A key may stand in several
 * files (each language keeps its own), but then with the same values: the gold must not depend on the language.
 */
final class SamplePlaces {

    private static final String PLACE_HEADER = "key\tname\tcountry\tlat\tlon\tlevel\tsource";
    /** The states; those of the directory above where one has no table of its own. */
    private static final String COUNTRIES = "countries.tsv";

    private static final String COUNTRY_HEADER = "iso2\tname\tlat\tlon";

    private final Map<String, SamplePlace> byKey = new LinkedHashMap<>();

    private SamplePlaces() {}

    static SamplePlaces read(Path directory) throws IOException {
        SamplePlaces places = new SamplePlaces();
        var countries = directory.resolve(COUNTRIES);
        places.readTable(
                Files.exists(countries) ? countries : directory.resolve("..").resolve(COUNTRIES), COUNTRY_HEADER);
        List<Path> tables;
        try (Stream<Path> files = Files.list(directory)) {
            tables = files.filter(f -> f.getFileName().toString().matches("places-.*\\.tsv"))
                    .sorted()
                    .toList();
        }
        tables.forEach(table -> places.readTable(table, PLACE_HEADER));
        return places;
    }

    Optional<SamplePlace> find(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    private void readTable(Path table, String header) {
        List<String> lines;
        try {
            lines = Files.readAllLines(table);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + table, e);
        }
        if (lines.isEmpty() || !lines.getFirst().equals(header)) {
            throw new SampleFormatException(table, 1, "the header line must be: " + header.replace("\t", "<TAB>"));
        }
        for (int i = 1; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                add(table, i + 1, lines.get(i).split("\t", -1), header.split("\t").length);
            }
        }
    }

    private void add(Path table, int line, String[] cells, int expected) {
        if (cells.length != expected) {
            throw new SampleFormatException(table, line, cells.length + " cells where " + expected + " are due");
        }
        try {
            SamplePlace place = expected == 4 ? country(cells) : place(cells);
            SamplePlace known = byKey.putIfAbsent(place.key(), place);
            if (known != null && !known.equals(place)) {
                throw new SampleFormatException(
                        table, line, "'" + place.key() + "' is already " + known + "; use its values or another key");
            }
        } catch (IllegalArgumentException e) {
            throw new SampleFormatException(table, line, String.valueOf(e.getMessage()));
        }
    }

    private static SamplePlace country(String[] c) {
        return new SamplePlace(
                c[0], c[1], c[0], Double.parseDouble(c[2]), Double.parseDouble(c[3]), "country", "iso:" + c[0]);
    }

    private static SamplePlace place(String[] c) {
        if (!c[0].matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new IllegalArgumentException("key '" + c[0] + "' is not a lower-case slug");
        }
        if (!c[6].matches("[a-z]+:\\S+")) {
            throw new IllegalArgumentException("source '" + c[6] + "' is not like geonames:NNN or marsad:slug");
        }
        return new SamplePlace(
                c[0],
                c[1],
                c[2].isEmpty() ? null : c[2],
                Double.parseDouble(c[3]),
                Double.parseDouble(c[4]),
                c[5],
                c[6]);
    }
}
