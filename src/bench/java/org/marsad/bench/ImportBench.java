package org.marsad.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.marsad.gazetteer.Gazetteer;
import org.marsad.ingest.ImportJob;
import org.marsad.ingest.LocalImport;
import org.marsad.store.database.DatabaseAddress;

/**
 * {@code ./marsad bench import [ROWS]}: takes in ACLED-shaped rows (1,000,000) by a process of its own, which is killed
 * (-9) at two fifths and started again; then the same file once more, which must change nothing.
 */
public final class ImportBench {
    private ImportBench() {}

    public static void main(String[] args) throws Exception {
        if (args.length > 0 && args[0].equals("child")) {
            child();
            return;
        }
        int rows = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
        Path file = Path.of("target/bench-data/acled-" + rows + ".csv").toAbsolutePath();
        Files.createDirectories(file.getParent());
        AcledGenerator.write(file, rows, Gazetteer.builtIn());
        System.out.printf(Locale.ROOT, "%,d rows, %,d MB%n", rows, Files.size(file) >> 20);
        try (var database = BenchDatabase.create("marsad_bench_import")) {
            submit(database.own(), file);
            long begun = System.nanoTime();
            long peak = run(database, rows * 2L / 5, rows);
            long killedAt = database.count("select count(*) from event");
            peak = Math.max(peak, run(database, Long.MAX_VALUE, rows));
            double seconds = (System.nanoTime() - begun) / 1e9;
            long events = database.count("select count(*) from event");
            long distinct = database.count("select count(distinct source_id) from imported_event");
            System.out.printf(
                    Locale.ROOT,
                    "killed at %,d; at the end %,d events, %,d ids: %s%n",
                    killedAt,
                    events,
                    distinct,
                    events == rows && distinct == rows ? "each once" : "WRONG");
            submit(database.own(), file);
            begun = System.nanoTime();
            peak = Math.max(peak, run(database, Long.MAX_VALUE, rows));
            double again = (System.nanoTime() - begun) / 1e9;
            long unchanged = database.count("select unchanged from import_job order by id desc limit 1");
            System.out.printf(
                    Locale.ROOT,
                    "%,.0f rows/s with the kill and two starts; the same file again %,.0f rows/s, %,d unchanged; peak memory %d MB%n",
                    rows / seconds,
                    rows / again,
                    unchanged,
                    peak >> 10);
            System.out.printf(
                    Locale.ROOT,
                    "RESULT {\"bench\":\"import\",\"rows\":%d,\"rowsPerSecond\":%.0f,\"again\":%.0f,\"peakMb\":%d,\"killedAt\":%d,"
                            + "\"events\":%d,\"ids\":%d,\"unchanged\":%d}%n",
                    rows,
                    rows / seconds,
                    rows / again,
                    peak >> 10,
                    killedAt,
                    events,
                    distinct,
                    unchanged);
            if (events != rows || distinct != rows || unchanged != rows) {
                System.exit(1);
            }
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static void submit(DatabaseAddress address, Path file) {
        try (var local = LocalImport.open(address)) {
            local.submitRows("acled", List.of(file), false, "bench");
        }
    }

    /** Runs the child until so many events are there, or to its end; returns its peak memory in KB (0 where unknown). */
    private static long run(BenchDatabase database, long killAt, long rows)
            throws IOException, SQLException, InterruptedException {
        var builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path") + File.pathSeparator,
                ImportBench.class.getName(),
                "child");
        builder.environment().put("BENCH_URL", database.own().url());
        builder.environment().put("BENCH_USER", database.own().user());
        builder.environment().put("BENCH_PASSWORD", database.own().password());
        Process child = builder.redirectErrorStream(true)
                .redirectOutput(Path.of("target/bench-import.log").toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(child::destroyForcibly));
        long peak = 0;
        while (child.isAlive()) {
            Thread.sleep(killAt == Long.MAX_VALUE ? 1000 : 200);
            peak = Math.max(peak, peakMemory(child.pid()));
            if (killAt < rows
                    && database.count("select rows_read from import_job order by id desc limit 1") >= killAt) {
                child.destroyForcibly();
            }
        }
        int status = child.waitFor();
        if (killAt == Long.MAX_VALUE && status != 0) {
            throw new IllegalStateException("the import ended with status " + status + ": target/bench-import.log");
        }
        return peak;
    }

    /** The most that a process held, in KB: Linux tells it. */
    private static long peakMemory(long pid) {
        try {
            for (var line : Files.readAllLines(Path.of("/proc/" + pid + "/status"))) {
                if (line.startsWith("VmHWM:")) {
                    return Long.parseLong(line.replaceAll("\\D", ""));
                }
            }
        } catch (IOException e) {
            // it is over, or this is no Linux
        }
        return 0;
    }

    private static void child() {
        var environment = System.getenv();
        try (var local = LocalImport.open(new DatabaseAddress(
                environment.get("BENCH_URL"), environment.get("BENCH_USER"), environment.get("BENCH_PASSWORD")))) {
            local.runToTheEnd();
            var job = local.jobs().list(1).getFirst();
            if (job.state() != ImportJob.State.DONE) {
                System.out.println("the job ended as " + job);
                System.exit(1);
            }
        }
    }
}
