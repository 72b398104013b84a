package org.marsad.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.store.PostgisTest;
import org.marsad.store.database.DatabaseAddress;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An import in a process of its own, killed without warning and started again. */
@PostgisTest
@Tag("slow")
class KilledImportTest {
    private static final int FILES = 1000;
    private static final int LINES = 1000;

    @TempDir
    Path directory;

    @Test
    void takesEveryArticleInOnceHoweverOftenItIsKilled(DatabaseAddress address, JdbcClient jdbc) throws Exception {
        writeArticles();
        long job;
        try (var local = LocalImport.open(address)) {
            job = local.submit(List.of(directory), "2,000 articles");
        }

        for (int kill : new int[] {300, 1400}) {
            Process process = importInAnotherProcess(address);
            await(jdbc, kill, process);
            process.destroyForcibly().waitFor();
            assertThat(stored(jdbc)).as("it was killed in the middle").isBetween(kill, FILES + LINES - 1);
        }
        Process last = importInAnotherProcess(address);
        assertThat(last.waitFor(5, TimeUnit.MINUTES)).isTrue();

        try (var local = LocalImport.open(address)) {
            var done = local.jobs().get(job);
            assertThat(done.state()).isEqualTo(ImportJob.State.DONE);
            assertThat(done.ingested()).isEqualTo(FILES + LINES);
            assertThat(done.duplicates()).isZero();
            assertThat(done.quarantined()).isZero();
        }
        assertThat(jdbc.sql("select count(*) || ' ' || count(distinct name) from document")
                        .query(String.class)
                        .single())
                .isEqualTo("2000 2000");
        assertThat(jdbc.sql("select count(*) from article").query(Integer.class).single())
                .isEqualTo(FILES + LINES);
        assertThat(jdbc.sql("select count(*) from import_item where state <> 'done'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    /** Half of them files, half lines of one file. */
    private void writeArticles() throws IOException {
        var random = new Random(2000);
        for (int i = 0; i < FILES; i++) {
            Files.writeString(directory.resolve("article-%04d.txt".formatted(i)), article(random));
        }
        var lines = new StringBuilder();
        for (int i = 0; i < LINES; i++) {
            lines.append("{\"document\": \"line-%04d\", \"text\": \"%s\"}\n"
                    .formatted(i, article(random).replace("\n", "\\n")));
        }
        Files.writeString(directory.resolve("more.jsonl"), lines);
    }

    /** Words at random, so that no two are alike, around a sentence that has something to find. */
    private static String article(Random random) {
        var text =
                new StringBuilder("خبر رقم ").append(random.nextInt(1_000_000)).append("\n\n");
        text.append("هاجم مسلحون قاعدة للجيش المالي في باماكو يوم ")
                .append(1 + random.nextInt(28))
                .append(" مارس ")
                .append(2015 + random.nextInt(10))
                .append(". ");
        for (int word = 0; word < 60; word++) {
            for (int letter = 0; letter < 3 + random.nextInt(4); letter++) {
                text.append((char) ('ا' + 2 + random.nextInt(14)));
            }
            text.append(word % 12 == 11 ? ". " : " ");
        }
        return text.toString();
    }

    private static Process importInAnotherProcess(DatabaseAddress address) throws IOException {
        var builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName());
        builder.environment().put("MARSAD_DB_URL", address.url());
        builder.environment().put("MARSAD_DB_USER", address.user());
        builder.environment().put("MARSAD_DB_PASSWORD", address.password());
        return builder.redirectErrorStream(true)
                .redirectOutput(Path.of("target", "killed-import.log").toFile())
                .start();
    }

    private static void await(JdbcClient jdbc, int count, Process process) throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofMinutes(3).toNanos();
        while (stored(jdbc) < count) {
            assertThat(process.isAlive()).as("see target/killed-import.log").isTrue();
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.sleep(20);
        }
    }

    private static int stored(JdbcClient jdbc) {
        return jdbc.sql("select count(*) from document").query(Integer.class).single();
    }

    /** The other process: works off what is open, and ends. */
    static final class Main {
        private Main() {}

        public static void main(String[] args) {
            var environment = System.getenv();
            try (var local = LocalImport.open(new DatabaseAddress(
                    environment.get("MARSAD_DB_URL"),
                    environment.get("MARSAD_DB_USER"),
                    environment.get("MARSAD_DB_PASSWORD")))) {
                local.runToTheEnd();
            }
        }
    }
}
