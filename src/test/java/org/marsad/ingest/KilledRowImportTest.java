package org.marsad.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.store.PostgisTest;
import org.marsad.store.database.DatabaseAddress;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An import of rows in a process of its own, killed without warning and started again. */
@PostgisTest
@Tag("slow")
class KilledRowImportTest {
    private static final int ROWS = 30_000;
    private static final int FAULTS = 30;

    @TempDir
    Path directory;

    @Test
    void takesEveryRowInOnceThoughItIsKilled(DatabaseAddress address, JdbcClient jdbc) throws Exception {
        var rows = AcledFile.of(ROWS, 30);
        for (int i = 0; i < FAULTS; i++) {
            rows.set(i * 997, "longitude", "west");
        }
        long job;
        try (var local = LocalImport.open(address)) {
            job = local.submitRows("acled", List.of(rows.write(directory.resolve("rows.csv"))), false, "30,000 rows");
        }
        var process = importInAnotherProcess(address);
        await(jdbc, 10_000, process);
        process.destroyForcibly().waitFor();
        assertThat(events(jdbc)).as("it was killed in the middle").isBetween(5_000, ROWS - FAULTS - 1);

        assertThat(importInAnotherProcess(address).waitFor(5, TimeUnit.MINUTES)).isTrue();
        try (var local = LocalImport.open(address)) {
            var done = local.jobs().get(job);
            assertThat(done.state()).isEqualTo(ImportJob.State.DONE);
            assertThat(done.quarantined()).isEqualTo(FAULTS);
            assertThat(done.rows()).isNotNull();
            assertThat(done.rows().read()).isEqualTo(ROWS);
            assertThat(done.rows().added()).isEqualTo(ROWS - FAULTS);
        }
        assertThat(events(jdbc)).isEqualTo(ROWS - FAULTS);
        assertThat(jdbc.sql("select count(distinct (source, line)) from quarantine")
                        .query(Integer.class)
                        .single())
                .isEqualTo(FAULTS);
    }

    private static Process importInAnotherProcess(DatabaseAddress address) throws IOException {
        var builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                KilledImportTest.Main.class.getName());
        builder.environment().put("MARSAD_DB_URL", address.url());
        builder.environment().put("MARSAD_DB_USER", address.user());
        builder.environment().put("MARSAD_DB_PASSWORD", address.password());
        return builder.redirectErrorStream(true)
                .redirectOutput(Path.of("target", "killed-row-import.log").toFile())
                .start();
    }

    private static void await(JdbcClient jdbc, int count, Process process) throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofMinutes(3).toNanos();
        while (events(jdbc) < count) {
            assertThat(process.isAlive()).as("see target/killed-row-import.log").isTrue();
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.sleep(10);
        }
    }

    private static int events(JdbcClient jdbc) {
        return jdbc.sql("select count(*) from event").query(Integer.class).single();
    }
}
