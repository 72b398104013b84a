package org.marsad.gazetteer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.gazetteer.build.GazetteerCommand;

/** Places that exist nowhere, with ids that GeoNames has not reached. */
class GazetteerImportTest {
    private static final String GOOD = row("99000001", "Tinxalube", "16.1", "-0.5", "ML");

    /** One image of the shipped gazetteer for all tests here: it is not what they are about. */
    @TempDir
    static Path shared;

    @TempDir
    Path directory;

    private Gazetteers gazetteers = new Gazetteers(Path.of("unset"));
    private String told = "";

    @BeforeAll
    static void compile() {
        new Gazetteers(shared).load(List.of());
    }

    @BeforeEach
    void ofThisTest() throws IOException {
        var cache = Files.createDirectories(directory.resolve("data/cache"));
        try (var images = Files.list(shared.resolve("cache"))) {
            for (var image : images.toList()) {
                Files.createLink(cache.resolve(image.getFileName()), image);
            }
        }
        gazetteers = new Gazetteers(directory.resolve("data"));
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
                write("XX.txt", row("99000007", "Anexama", "15", "1", "NE")).toString());

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
        assertThat(files().keySet()).containsOnly("imports.json");
        assertThat(run("remove", "XX")).isEqualTo(1);
    }

    @Test
    void ofACutGzipTheRowsBeforeTheCutAreTaken() throws IOException {
        var random = new Random(7);
        var rows = IntStream.range(0, 30_000)
                .mapToObj(i -> row(
                        "" + (99_100_000 + i),
                        "X" + Integer.toString(random.nextInt(1 << 30), 36),
                        "" + (10 + random.nextDouble() * 5),
                        "1",
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
    void aDamagedImageIsCompiledAgain() throws IOException {
        run("import", write("XX.txt", GOOD).toString());
        Path image;
        try (var images = Files.list(directory.resolve("data/cache"))) {
            image = images.max(java.util.Comparator.comparingLong(
                            file -> file.toFile().lastModified()))
                    .orElseThrow();
        }
        var bytes = Files.readAllBytes(image);
        bytes[bytes.length / 2] ^= 1;
        Files.write(image, bytes);

        var gazetteer = gazetteers.load(List.of());
        assertThat(gazetteer.find(new PlaceId("geonames:99000001"))).isPresent();
        bytes[bytes.length / 2] ^= 1;
        assertThat(Files.readAllBytes(image)).isEqualTo(bytes);
    }

    @Test
    void anImageIsTheGazetteerThatWasCompiled() {
        var compiled = Gazetteer.builtIn();
        var image = gazetteers.load(List.of());
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
            return files.collect(Collectors.toMap(
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
