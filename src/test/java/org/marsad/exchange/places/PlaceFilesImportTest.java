package org.marsad.exchange.places;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.gazetteer.Gazetteers;
import org.marsad.gazetteer.build.GazetteerCommand;

/** Linked Places files of others, a fifth of them rubbish, by the command that imports dumps. */
class PlaceFilesImportTest {
    private static final String BAMAKO = """
            {"@id": "http://example.org/b", "properties": {"title": "Bamako", "ccodes": ["ML"], "fclasses": ["P"]},
             "names": [{"toponym": "باماكو", "lang": "ar"}], "geometry": {"type": "Point", "coordinates": [-8.0, 12.65]}}""";

    @TempDir
    Path directory;

    private String told = "";

    private static String feature(int i) {
        // Every fifth lies on Null Island.
        return "{\"@id\": \"http://example.org/%d\", \"properties\": {\"title\": \"Xanqulo %s\", \"ccodes\": [\"ML\"]}, \"geometry\": {\"type\": \"Point\", \"coordinates\": [%s]}}"
                .formatted(
                        i, "abcdefghijklmnopqrstuvwxyz".charAt(i % 26), i % 5 == 0 ? "0, 0" : "-3." + i + ", 16." + i);
    }

    @Test
    void aFifthOfRubbishIsNamedAndTheRestIsMatchedLikeADump() throws IOException {
        var file = directory.resolve("whg.lpf.json");
        Files.writeString(
                file,
                IntStream.rangeClosed(1, 10)
                        .mapToObj(PlaceFilesImportTest::feature)
                        .collect(Collectors.joining(",\n", "{\"features\": [\n", ",\n" + BAMAKO + "\n]}")));
        var gazetteers = new Gazetteers(directory.resolve("data"));

        assertThat(run(gazetteers, "import", "--match", file.toString())).isEqualTo(3);
        assertThat(told)
                .contains("whg.lpf.json line 6: ", "whg.lpf.json line 11: ", "stands for unknown")
                .contains("imported as whg; 9 rows read, 8 places added", "1 found under other ids");
        var places = gazetteers.load(List.of());
        assertThat(places.places().size())
                .isEqualTo(gazetteers.compiled(List.of()).places().size() + 8);

        assertThat(run(gazetteers, "import", "--match", file.toString())).isZero();
        assertThat(told).contains("imported already");
    }

    private int run(Gazetteers gazetteers, String... arguments) {
        var bytes = new ByteArrayOutputStream();
        var stream = new PrintStream(bytes, true, UTF_8);
        int status = new GazetteerCommand(gazetteers, PlaceFiles::rows, stream, stream).run(List.of(arguments));
        told = bytes.toString(UTF_8);
        return status;
    }
}
