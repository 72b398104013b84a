package org.marsad.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.actor.ActorRegistry;
import org.marsad.gazetteer.build.GazetteerCommand;
import org.marsad.geo.Borders;
import org.marsad.store.PostgisTest;
import org.marsad.store.Store;
import org.marsad.store.database.DatabaseAddress;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Imports of places in processes of their own, killed without warning. */
@PostgisTest
@Tag("slow")
class KilledGazetteerImportTest {
    private static final String HEADER =
            "id,name,level,feature,country,admin1,lat,lon,population,names_ar,names_fr,names_en\n";

    @TempDir
    Path directory;

    /**
     * The child stops at the last step, where its files are in place and the list is to be exchanged: the list's new file is
     * a pipe that nobody reads.
     */
    @Test
    void isThereAsAWholeWithItsDoubtfulRowsOrNotAtAll() throws Exception {
        Files.writeString(base(), HEADER + "marsad:tilga,Tilgamban,settlement,PPL,ML,Kayes,14.5,-11.5,0,ثلقمبان,,\n");
        var rows = Files.writeString(
                directory.resolve("XX.txt"),
                row(900_000_001, "Tilgamban", 14.505, -11.503)
                        + row(900_000_003, "Tilgamban", 14.55, -11.58)
                        + row(900_000_005, "Elsewhere", 14.5, -11.0));

        killAtTheList("import", "--match", rows.toString());
        assertThat(imports().list()).isEmpty();
        assertThat(files().keySet()).anyMatch(name -> name.endsWith(".doubtful.gz"));
        finish("import", "--match", rows.toString());
        var whole = files();
        var first = imports().find("XX").orElseThrow();
        assertThat(first.paired()).isEqualTo(1);
        assertThat(first.doubtful()).isEqualTo(1);
        assertThat(imports().listDoubtful(first))
                .extracting(Imports.Doubtful::id)
                .containsExactly("geonames:900000003");
        assertThat(whole.keySet()).as("what the killed one left is gone").hasSize(4);

        killAtTheList("decide", "XX", "geonames:900000003", "new");
        assertThat(listed()).isEqualTo(whole);
        assertThat(imports().listDoubtful(imports().find("XX").orElseThrow())).hasSize(1);

        Files.writeString(rows, row(900_000_007, "Tilgamban", 14.55, -11.58) + row(900_000_008, "Sabuxira", 14, -10));
        killAtTheList("import", "--match", rows.toString());
        assertThat(listed()).isEqualTo(whole);

        finish("decide", "XX", "geonames:900000003", "new");
        var decided = imports().find("XX").orElseThrow();
        assertThat(decided.doubtful()).isZero();
        assertThat(imports().listDoubtful(decided)).isEmpty();
        var gazetteer = Gazetteer.of(List.of(imports().file(decided)));
        assertThat(gazetteer.find(new PlaceId("geonames:900000003"))).isPresent();
        assertThat(gazetteer.places().size())
                .as("the decided row is there once")
                .isEqualTo(3);
    }

    @Test
    void isNowhereWhereItIsKilledAmidItsRows() throws Exception {
        Files.writeString(base(), HEADER + "marsad:tilga,Tilgamban,settlement,PPL,ML,Kayes,14.5,-11.5,0,ثلقمبان,,\n");
        var rows = directory.resolve("YY.txt");
        try (var out = Files.newBufferedWriter(rows)) {
            for (int i = 0; i < 200_000; i++) {
                out.write(row(900_000_000 + i, "X" + Integer.toString(i * 7919, 36), 14 + i % 1000 / 1000.0, -10.5));
            }
        }
        var child = start("import", "--match", rows.toString());
        await(
                child,
                () -> Files.isDirectory(kept()) && files().keySet().stream().anyMatch(name -> name.endsWith(".new")));
        child.destroyForcibly().waitFor();
        assertThat(imports().list()).isEmpty();

        Files.writeString(rows, row(900_000_001, "Sabuxira", 14, -10));
        finish("import", "--match", rows.toString());
        assertThat(imports().list())
                .singleElement()
                .satisfies(one -> assertThat(one.added()).isEqualTo(1));
        assertThat(files().keySet()).noneMatch(name -> name.endsWith(".new"));
    }

    /** The child stops in the midst of its transaction, when the places are in and their names are to come. */
    @Test
    void isInTheDatabaseAsAWholeOrNotAtAll(DatabaseAddress address, JdbcClient jdbc) throws Exception {
        jdbc.sql("""
                create function slow_names() returns trigger language plpgsql as
                    $$ begin perform pg_sleep(60); return null; end $$;
                create trigger slow before insert on place_name for each statement execute function slow_names()""").update();
        var rows = Files.writeString(directory.resolve("ZZ.txt"), row(900_000_001, "Sabuxira", 14, -10));
        var child = start("write", rows.toString(), address.url(), address.user(), address.password());
        await(child, () -> sleeping(jdbc) > 0);
        child.destroyForcibly().waitFor();
        jdbc.sql("""
                select pg_terminate_backend(pid) from pg_stat_activity
                where wait_event = 'PgSleep' and datname = current_database()""").query((_, _) -> 0).list();
        await(null, () -> sleeping(jdbc) == 0);
        jdbc.sql("drop trigger slow on place_name").update();
        assertThat(written(jdbc)).isEqualTo("0 0 0");

        var again = start("write", rows.toString(), address.url(), address.user(), address.password());
        assertThat(again.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(again.exitValue()).as("see target/killed-gazetteer.log").isZero();
        assertThat(written(jdbc)).endsWith(" 1").doesNotStartWith("0 ");
        assertThat(jdbc.sql(
                                "select count(*) from place_name where place_id = 'geonames:900000001' and name = 'Sabuxira'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private static int sleeping(JdbcClient jdbc) {
        return jdbc.sql(
                        "select count(*) from pg_stat_activity where wait_event = 'PgSleep' and datname = current_database()")
                .query(Integer.class)
                .single();
    }

    private static String written(JdbcClient jdbc) {
        return jdbc.sql("""
                        select concat_ws(' ', (select count(*) from place), (select count(*) from place_name),
                            (select count(*) from reference_data where name = 'gazetteer'))""").query(String.class).single();
    }

    private void killAtTheList(String... arguments) throws Exception {
        Files.createDirectories(kept());
        var pipe = kept().resolve("imports.json.new");
        Files.deleteIfExists(pipe);
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        var before = files().keySet();
        var child = start(arguments);
        // The rows are moved last: when they stand under their name, the list is next.
        await(
                child,
                () -> files().keySet().stream()
                        .anyMatch(
                                name -> name.startsWith("XX") && !name.contains("doubtful") && !before.contains(name)));
        child.destroyForcibly().waitFor();
        Files.delete(pipe);
    }

    private void finish(String... arguments) throws Exception {
        var child = start(arguments);
        assertThat(child.waitFor(3, TimeUnit.MINUTES)).isTrue();
        assertThat(child.exitValue()).as("see target/killed-gazetteer.log").isZero();
    }

    private interface Condition {
        boolean holds() throws IOException;
    }

    private static void await(@org.jspecify.annotations.Nullable Process child, Condition condition) throws Exception {
        long deadline = System.nanoTime() + Duration.ofMinutes(3).toNanos();
        while (!condition.holds()) {
            if (child != null) {
                assertThat(child.isAlive())
                        .as("see target/killed-gazetteer.log")
                        .isTrue();
            }
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.sleep(10);
        }
    }

    private Path base() {
        return directory.resolve("base.csv");
    }

    private Path kept() {
        return directory.resolve("data/gazetteer");
    }

    private Imports imports() {
        return new Imports(kept());
    }

    private Map<String, String> files() throws IOException {
        try (var files = Files.list(kept())) {
            return files.filter(Files::isRegularFile)
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString(),
                            file -> {
                                try {
                                    return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                                } catch (java.nio.file.NoSuchFileException e) {
                                    return "gone meanwhile";
                                } catch (IOException e) {
                                    throw new java.io.UncheckedIOException(e);
                                }
                            },
                            (a, b) -> a,
                            TreeMap::new));
        }
    }

    /** What counts: the list, what it lists, and the lock. */
    private Map<String, String> listed() throws IOException {
        var files = files();
        var counted = imports().list().stream()
                .flatMap(one -> java.util.stream.Stream.of(one.file(), one.doubtfulFile()))
                .collect(Collectors.toSet());
        files.keySet().removeIf(name -> name.endsWith(".gz") && !counted.contains(name) || name.endsWith(".new"));
        return files;
    }

    private static String row(int id, String name, double lat, double lon) {
        return id + "\t" + name + "\t" + name + "\t\t" + lat + "\t" + lon
                + "\tP\tPPL\tML\t\t03\t\t\t\t0\t\t250\tAfrica/Bamako\t2023-01-01\n";
    }

    private Process start(String... arguments) throws IOException {
        var command = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                directory.toString()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Path.of("target", "killed-gazetteer.log").toFile())
                .start();
    }

    /** The child. */
    static final class Main {
        private Main() {}

        public static void main(String[] args) throws Exception {
            var directory = Path.of(args[0]);
            if (args[1].equals("write")) {
                var database = new PGSimpleDataSource();
                database.setUrl(args[3]);
                database.setUser(args[4]);
                database.setPassword(args[5]);
                new Store(database, Gazetteer.of(List.of()), ActorRegistry.builtIn(), Borders.builtIn())
                        .writeGazetteer(List.of(Path.of(args[2])));
                return;
            }
            var gazetteers = new Gazetteers(directory.resolve("data"), List.of(directory.resolve("base.csv")));
            System.exit(new GazetteerCommand(gazetteers, System.out, System.err)
                    .run(List.of(args).subList(1, args.length)));
        }
    }
}
