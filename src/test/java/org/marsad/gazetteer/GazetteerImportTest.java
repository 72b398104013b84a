package org.marsad.gazetteer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.gazetteer.build.GazetteerCommand;

/** Places that exist nowhere, with ids that GeoNames has not reached. */
class GazetteerImportTest {
    private static final String GOOD = row("99000001", "Tinxalube", "16.1", "-0.5", "ML");

    @TempDir
    Path directory;

    private Gazetteers gazetteers = new Gazetteers(Path.of("unset"));
    private String told = "";

    /** Upon a gazetteer of a few places: the shipped one is not what these tests are about. */
    @BeforeEach
    void ofThisTest() throws IOException {
        var base = write(
                "base.csv",
                "id,name,level,feature,country,admin1,lat,lon,population,names_ar",
                "geonames:2460596,Bamako,settlement,PPLC,ML,,12.65,-8,1297281,باماكو",
                "marsad:tilga,Tilgamban,settlement,PPL,ML,Kayes,14.5,-11.5,0,ثلقمبان");
        gazetteers = new Gazetteers(directory.resolve("data"), List.of(base));
    }

    @Test
    void takesTheGoodRowsAndNamesTheOthersWithFileLineAndReason() throws IOException {
        var file = write(
                "XX.txt",
                GOOD,
                "a line of text",
                row("99000002", "Offworld", "95", "0.5", "ML"),
                row("99000003", "Nowhere", "0", "0", "ML"),
                row("99000004", "Wordy", "north", "1", "ML"),
                row("99000005", "Stateless", "16", "1", "Mali"),
                GOOD,
                row("2460596", "Bamako", "12.65", "-8", "ML"),
                row("99000006", "Ouaxandé", "16.3", "-0.7", "ML"));

        assertThat(run("import", file.toString())).isEqualTo(3);
        assertThat(told)
                .contains("9 rows read, 2 places added, 1 matched to known ones, 1 duplicates, 5 rejected")
                .contains("XX.txt line 2: 1 columns between tabs, where a GeoNames dump has 19")
                .contains("XX.txt line 3: latitude 95.0")
                .contains("XX.txt line 4: latitude and longitude are both 0")
                .contains("XX.txt line 5: not a number")
                .contains("XX.txt line 6: the country is \"Mali\"");
        assertThat(gazetteers.load(List.of()).find(new PlaceId("geonames:99000001")))
                .map(Place::name)
                .contains("Tinxalube");
        assertThat(gazetteers.load(List.of()).names().find("ouaxande")).isNotNegative();
    }

    @Test
    void importingTwiceChangesNothing() throws IOException {
        var file = write("XX.txt", GOOD);
        run("import", file.toString());
        var before = files();
        Files.setLastModifiedTime(file, FileTime.fromMillis(0));

        assertThat(run("import", file.toString())).isZero();
        assertThat(told).contains("nothing has changed");
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void anotherFileOfTheNameReplacesIt() throws IOException {
        run("import", write("XX.txt", GOOD).toString());
        run(
                "import",
                write("XX.txt", row("99000007", "Anexama", "15", "5", "NE")).toString());

        assertThat(told).contains("replaces the one of");
        assertThat(gazetteers.imports().list()).hasSize(1);
        assertThat(gazetteers.load(List.of()).find(new PlaceId("geonames:99000001")))
                .isEmpty();
        assertThat(gazetteers.load(List.of()).find(new PlaceId("geonames:99000007")))
                .isPresent();
    }

    @Test
    void removingUndoesIt() throws IOException {
        var before = gazetteers.load(List.of()).places().size();
        run("import", write("XX.txt", GOOD).toString());
        assertThat(gazetteers.load(List.of()).places().size()).isEqualTo(before + 1);

        assertThat(run("remove", "XX")).isZero();
        assertThat(gazetteers.load(List.of()).places().size()).isEqualTo(before);
        assertThat(files().keySet()).containsOnly("imports.json", "lock");
        assertThat(run("remove", "XX")).isEqualTo(1);
    }

    @Test
    void whatWasReplacedOrRemovedCanBeListedAgain() throws IOException {
        run("import", write("XX.txt", GOOD).toString());
        var first = gazetteers.imports().list().getFirst();
        run(
                "import",
                write("XX.txt", row("99000007", "Anexama", "15", "5", "NE")).toString());
        var second = gazetteers.imports().list().getFirst();

        gazetteers.imports().restore(first);
        assertThat(gazetteers.imports().list()).containsExactly(first);
        assertThat(gazetteers.load(List.of()).find(new PlaceId("geonames:99000001")))
                .isPresent();
        run("remove", "XX");
        gazetteers.imports().restore(second);
        assertThat(gazetteers.imports().list()).containsExactly(second);
        assertThat(gazetteers.load(List.of()).find(new PlaceId("geonames:99000007")))
                .isPresent();

        Files.delete(directory.resolve("data/gazetteer/before").resolve(first.file()));
        assertThatThrownBy(() -> gazetteers.imports().restore(first)).hasMessageContaining("kept no longer");
        assertThat(gazetteers.imports().list()).containsExactly(second);
    }

    @Test
    void ofACutGzipTheRowsBeforeTheCutAreTaken() throws IOException {
        var random = new Random(7);
        var rows = IntStream.range(0, 30_000)
                .mapToObj(i -> row(
                        "" + (99_100_000 + i),
                        "X" + Integer.toString(random.nextInt(1 << 30), 36),
                        "" + (16 + random.nextDouble() * 3),
                        "0.5",
                        "ML"))
                .toArray(String[]::new);
        var whole = gzip(String.join("\n", rows).getBytes(UTF_8));
        var file = directory.resolve("cut.txt.gz");
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));

        assertThat(run("import", file.toString())).isEqualTo(3);
        assertThat(told).containsPattern("cut.txt.gz line \\d+: the compressed data end in the middle");
        var added = gazetteers.imports().find("cut").orElseThrow().added();
        assertThat(added).isBetween(5_000, 25_000);
    }

    @Test
    void linesInAnotherEncodingAreRejectedAndTheOthersTaken() throws IOException {
        var file = directory.resolve("mixed.txt");
        var bytes = new ByteArrayOutputStream();
        bytes.write((GOOD + "\n").getBytes(UTF_8));
        bytes.write((row("99000008", "Ménaxa", "16", "2", "ML") + "\n").getBytes(ISO_8859_1));
        bytes.write((row("99000009", "Gaoxé", "16", "2", "ML") + "\n").getBytes(UTF_8));
        Files.write(file, bytes.toByteArray());

        assertThat(run("import", file.toString())).isEqualTo(3);
        assertThat(told).contains("mixed.txt line 2: not UTF-8").contains("2 places added");
    }

    @Test
    void whatIsNoDumpChangesNothing() throws IOException {
        run("import", write("XX.txt", GOOD).toString());
        var before = files();
        var alternateNames = IntStream.range(0, 300)
                .mapToObj(i -> i + "\t2460596\tfr\tBamako\t1\t\t\t")
                .toArray(String[]::new);

        assertThat(run(
                        "import",
                        write("alternateNames.txt", alternateNames).toString(),
                        write("empty.txt").toString(),
                        directory.resolve("missing.txt").toString(),
                        write("one.txt", "only words").toString(),
                        write("semicolons.csv", "id;name;lat;lon").toString(),
                        Files.writeString(directory.resolve("wide.txt"), GOOD, java.nio.charset.StandardCharsets.UTF_16)
                                .toString(),
                        directory.toString()))
                .isEqualTo(1);
        assertThat(told)
                .contains("none of the first 100 lines is a row of a GeoNames dump")
                .contains("empty.txt: empty")
                .contains("missing.txt: no such file")
                .contains("one.txt: not one row can be used")
                .contains("semicolons.csv line 1: the columns are parted by semicolons")
                .contains("wide.txt: in UTF-16")
                .contains(directory + ": a directory");
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void readsOurCsvWithItsArabicNames() throws IOException {
        var file = write(
                "villages.csv",
                "id,name,level,feature,country,admin1,lat,lon,population,names_ar,names_fr",
                "marsad:xx-tinxalube,Tinxalube,settlement,PPL,ML,Gao,16.1,-0.5,1200,تينخالوبي,\"Tinxalubé, le\"",
                "marsad:xx-two,Two,town,PPL,ML,Gao,16.1,-0.5,,,",
                "Not An Id,Three,,,ML,Gao,16.1,-0.5,,,",
                "marsad:xx-four,Four,,,ML,Gao,16.1,-0.5");

        assertThat(run("import", file.toString())).isEqualTo(3);
        assertThat(told)
                .contains("villages.csv line 3: the level is \"town\"")
                .contains("villages.csv line 4: not a place id")
                .contains("villages.csv line 5: 8 columns, where the first line names 11");
        var gazetteer = gazetteers.load(List.of());
        assertThat(gazetteer.names().find("تينخالوبي")).isNotNegative();
        assertThat(gazetteer.names().find("tinxalube le")).isNotNegative();
    }

    @Test
    void anImageIsTheGazetteerThatWasCompiledAndADamagedOneIsCompiledAgain() throws IOException {
        gazetteers = new Gazetteers(directory.resolve("data"));
        var rows = List.of(write("XX.txt", GOOD));
        var compiled = gazetteers.compiled(rows);
        var read = gazetteers.compiled(rows);
        assertThat(read.find(new PlaceId("geonames:99000001"))).isPresent();
        isTheSame(read, compiled);
        Path image;
        try (var images = Files.list(directory.resolve("data/cache"))) {
            image = images.max(java.util.Comparator.comparingLong(
                            file -> file.toFile().lastModified()))
                    .orElseThrow();
        }
        var bytes = Files.readAllBytes(image);
        bytes[bytes.length / 2] ^= 1;
        Files.write(image, bytes);

        isTheSame(gazetteers.compiled(rows), compiled);
        bytes[bytes.length / 2] ^= 1;
        assertThat(Files.readAllBytes(image)).isEqualTo(bytes);
    }

    private static void isTheSame(Gazetteer image, Gazetteer compiled) {
        assertThat(image.places().size()).isEqualTo(compiled.places().size());
        assertThat(image.names().nodes()).isEqualTo(compiled.names().nodes());
        assertThat(image.reports()).isEqualTo(compiled.reports());
        for (int place = 0; place < compiled.places().size(); place += 101) {
            assertThat(image.places().get(place)).isEqualTo(compiled.places().get(place));
            assertThat(image.find(compiled.places().id(place))).isPresent();
        }
        for (int node = 0; node < compiled.names().nodes(); node += 997) {
            assertThat(image.names().find(compiled.names().key(node))).isEqualTo(node);
        }
        assertThat(image.findCountry("ML")).isEqualTo(compiled.findCountry("ML"));
    }

    @Test
    void rubbishIsNamedByLineAndReasonAndTheGoodRowsAreTaken() throws IOException {
        var lines =
                new java.util.ArrayList<>(List.of("id,name,level,feature,country,admin1,lat,lon,population,names_ar"));
        var random = new Random(20);
        var reasons = new TreeMap<Integer, String>();
        for (int i = 0; i < 400; i++) {
            var id = "marsad:xx-" + i;
            int line = lines.size() + 1;
            // Every fifth row is rubbish, of eight kinds.
            int kind = i % 5 == 4 ? i / 5 % 8 : -1;
            var reason = switch (kind) {
                case 0 -> "the other way round it is";
                case 1 -> "both 0";
                case 2 -> "is at sea";
                case 3 -> "is in DZ, not in ML";
                case 4 -> "nothing that could be found in a text is left of the name \"؟!\"";
                case 5 -> "a quote is opened and never closed|text after a quote that closes";
                case 6 -> "is a formula";
                case 7 -> "9 columns, where the first line names 10";
                default -> "";
            };
            if (kind >= 0) {
                reasons.put(line, reason);
            }
            var name = "Xa" + Integer.toString(1_000_000 + random.nextInt(1 << 30), 36);
            lines.add(
                    switch (kind) {
                        case 0 -> id + "," + name + ",,,ML,,-8.5,12.5,,";
                        case 1 -> id + "," + name + ",,,ML,,0.001,0.002,,";
                        case 2 -> id + "," + name + ",,,SN,,14.5,-20,,";
                        case 3 -> id + "," + name + ",,,ML,,27.9,-0.3,,";
                        case 4 -> id + ",؟!,,,ML,,14.5,-10,,";
                        case 5 -> id + ",\"" + name + ",,,ML,,14.5,-10,,";
                        case 6 -> id + ",\"=cmd|'/c calc'!A1\",,,ML,,14.5,-10,,";
                        case 7 -> id + "," + name + ",,,ML,,14.5,-10,";
                        default -> id + "," + name + ",,,ML,," + (14 + random.nextDouble()) + ",-10.5,,";
                    });
        }
        var file = write("rubbish.csv", lines.toArray(String[]::new));

        assertThat(run("import", "--dry-run", file.toString())).isEqualTo(3);
        assertThat(told).contains("nothing was changed");
        assertThat(gazetteers.imports().list()).isEmpty();

        assertThat(run("import", file.toString())).isEqualTo(3);
        var result = gazetteers.imports().find("rubbish").orElseThrow();
        assertThat(result.rejected()).isEqualTo(80);
        assertThat(result.added()).isEqualTo(320);
        reasons.forEach((line, reason) -> assertThat(told)
                .containsPattern("rubbish.csv line " + line + ": .*(?:"
                        + java.util.Arrays.stream(reason.split("\\|"))
                                .map(java.util.regex.Pattern::quote)
                                .collect(Collectors.joining("|"))
                        + ")"));
        var before = files();
        assertThat(run("import", file.toString())).isZero();
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void aFileOfTwoHundredMegabytesOfSomethingElseChangesNothing() throws IOException {
        run("import", write("XX.txt", GOOD).toString());
        var before = files();
        var chunk = "كلمة ".repeat(10_000).getBytes(UTF_8);
        var oneLine = directory.resolve("one-line.txt");
        var manyLines = directory.resolve("many-lines.csv");
        try (var one = Files.newOutputStream(oneLine);
                var many = Files.newOutputStream(manyLines)) {
            many.write("id,name,lat,lon\n\"".getBytes(UTF_8));
            for (long written = 0; written < 200 << 20; written += chunk.length) {
                one.write(chunk);
                many.write(chunk);
            }
        }

        assertThat(run("import", oneLine.toString(), manyLines.toString())).isEqualTo(1);
        assertThat(told)
                .contains("one-line.txt line 1: a line of over 100000 characters")
                .contains("many-lines.csv line 2: a quote is opened and not closed within a million characters")
                .contains("not one row can be used; nothing has changed");
        assertThat(files()).isEqualTo(before);
    }

    private int run(String... arguments) {
        var bytes = new ByteArrayOutputStream();
        var stream = new PrintStream(bytes, true, UTF_8);
        int status = new GazetteerCommand(gazetteers, stream, stream).run(List.of(arguments));
        told = bytes.toString(UTF_8);
        return status;
    }

    private Path write(String name, String... lines) throws IOException {
        return Files.write(directory.resolve(name), List.of(lines));
    }

    /** What the installation has imported, byte for byte. */
    private TreeMap<String, String> files() throws IOException {
        try (var files = Files.list(directory.resolve("data/gazetteer"))) {
            return files.filter(Files::isRegularFile)
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString(),
                            file -> {
                                try {
                                    return Files.getLastModifiedTime(file) + Arrays.toString(Files.readAllBytes(file));
                                } catch (IOException e) {
                                    throw new java.io.UncheckedIOException(e);
                                }
                            },
                            (a, b) -> a,
                            TreeMap::new));
        }
    }

    private static byte[] gzip(byte[] content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }

    private static String row(String id, String name, String lat, String lon, String country) {
        return String.join(
                "\t",
                id,
                name,
                name,
                "",
                lat,
                lon,
                "P",
                "PPL",
                country,
                "",
                "04",
                "",
                "",
                "",
                "0",
                "",
                "250",
                "Africa/Bamako",
                "2023-01-01");
    }
}
