package org.marsad.exchange.places;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.marsad.gazetteer.GazetteerImporter;
import org.marsad.gazetteer.NameKind;
import org.marsad.gazetteer.RowSource;

/**
 * Brings Linked Places files and our exported CSV into the shape that {@link GazetteerImporter} takes, so that they are matched
 * to known places as a dump is. Names in other scripts and languages than Arabic, French and English count as English ones,
 * demonyms and retired places stay out.
 */
public final class PlaceFiles {
    private static final String COLUMNS =
            "id,name,level,feature,country,admin1,lat,lon,population,names_ar,names_fr,names_en,source,note\n";

    private final BufferedWriter out;
    private final GazetteerImporter.Listener listener;
    private final Set<String> seen = new HashSet<>();
    private int read;

    private PlaceFiles(BufferedWriter out, GazetteerImporter.Listener listener) {
        this.out = out;
        this.listener = listener;
    }

    /**
     * The file as rows to import, in a new file in a directory; empty where it is neither of the two.
     *
     * @param listener told what cannot be used, by the line of the given file
     * @throws IOException where it is one of them, and cannot be read
     */
    public static Optional<Path> rows(Path file, Path directory, GazetteerImporter.Listener listener)
            throws IOException {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (var in = RowSource.open(file)) {
            var begin = begin(in);
            boolean json = begin.stripLeading().startsWith("{");
            if (!json && !PlacesCsv.isHeader(begin.lines().findFirst().orElse(""))) {
                return Optional.empty();
            }
            var rows = directory.resolve(file.getFileName()
                            .toString()
                            .replaceFirst("(?i)(\\.(lpf|geo))*\\.?(json|geojson|csv)?(\\.(gz|zip))?$", "")
                    + ".csv");
            try (var out = Files.newBufferedWriter(rows)) {
                var files = new PlaceFiles(out, listener);
                out.write(COLUMNS);
                files.readAll(file, in, json);
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
            return Optional.of(rows);
        }
    }

    private static String begin(BufferedReader in) throws IOException {
        in.mark(1 << 13);
        var begin = new char[1 << 12];
        int count = Math.max(0, in.read(begin));
        in.reset();
        return new String(begin, 0, count).replace("\uFEFF", "");
    }

    private void readAll(Path file, BufferedReader in, boolean json) throws IOException {
        var sink = new PlaceSink() {
            @Override
            public void place(ListedPlace place, int line) {
                take(file, place, line);
            }

            @Override
            public void refused(String name, int line, String reason) {
                listener.rejected(name, line, reason);
            }
        };
        if (json) {
            LinkedPlacesReader.read(file.toString(), in, sink);
        } else {
            PlacesCsv.read(file.toString(), in, sink);
        }
    }

    private void take(Path file, ListedPlace place, int line) {
        if (++read % 1000 == 0) {
            listener.read(read);
        }
        if (!seen.add(place.id())) {
            listener.rejected(file.toString(), line, place.id() + " was there before");
            return;
        }
        if (place.retired()) {
            return;
        }
        Map<String, Set<String>> names = new LinkedHashMap<>();
        for (var language : List.of("ar", "fr", "en")) {
            names.put(language, new LinkedHashSet<>());
        }
        for (var name : place.names()) {
            // What was made from another name is made again.
            if (name.kind() != NameKind.GENERATED
                    && name.kind() != NameKind.DEMONYM
                    && name.text().indexOf('|') < 0) {
                names.get(column(name)).add(name.text());
            }
        }
        var cells = Arrays.<Object>asList(
                place.id(),
                place.name(),
                place.level().word(),
                place.feature(),
                place.country() == null ? "" : place.country(),
                place.admin1() == null ? "" : place.admin1(),
                place.lat(),
                place.lon(),
                place.population(),
                String.join("|", names.get("ar")),
                String.join("|", names.get("fr")),
                String.join("|", names.get("en")),
                file.getFileName(),
                "");
        try {
            out.write(cells.stream().map(PlaceFiles::quoted).collect(Collectors.joining(",", "", "\n")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String column(ListedPlace.Name name) {
        boolean arabic = name.text()
                .codePoints()
                .filter(Character::isLetter)
                .mapToObj(Character.UnicodeScript::of)
                .findFirst()
                .filter(Character.UnicodeScript.ARABIC::equals)
                .isPresent();
        return arabic ? "ar" : "fr".equals(name.language()) ? "fr" : "en";
    }

    private static String quoted(Object value) {
        var text = value.toString().replace('\n', ' ').replace('\r', ' ');
        return text.matches("[^,\"]*") ? text : "\"" + text.replace("\"", "\"\"") + "\"";
    }
}
