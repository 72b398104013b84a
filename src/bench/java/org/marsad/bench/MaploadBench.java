package org.marsad.bench;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import org.marsad.store.database.DatabaseChoice;
import org.marsad.store.database.DatabaseServer;

/**
 * Many analysts at once: {@code ./marsad bench mapload [EVENTS] [USERS] [SECONDS]} (300,000, 50 and 30 where not given). Each
 * looks at a view, thinks for two to six seconds, and moves the map, drags the brush, changes the filter or scrolls the list.
 * The events are in the database, and the model is read from there. Users and server share this process and its memory.
 */
public final class MaploadBench {
    private static final int PARTS = 5;

    private final BenchFigures figures = new BenchFigures();
    private final LoadLog log = new LoadLog();

    private MaploadBench() {}

    public static void main(String[] args) throws Exception {
        int size = number(args, 0, 300_000);
        var bench = new MaploadBench();
        bench.run(size, number(args, 1, 50), number(args, 2, 30));
        bench.figures.printResult("\"events\": " + size);
        System.exit(0);
    }

    private static int number(String[] args, int at, int otherwise) {
        return args.length > at ? Integer.parseInt(args[at].replace("_", "")) : otherwise;
    }

    private void run(int size, int users, int seconds) throws Exception {
        var database = DatabaseServer.of(
                DatabaseChoice.make(System.getenv(), System.out::println), Path.of(""), Path.of("target/bench-data"));
        var address = database.start(System.out::println);
        try {
            BenchServer.migrate(address);
            long begun = System.nanoTime();
            try (var connection = address.connect()) {
                new ProductTables(connection).fill(new SyntheticEvents(size));
            }
            figures.put("tables filled, s", (System.nanoTime() - begun) / 1e9);
            long start = System.nanoTime();
            try (var running = BenchServer.start(address, Map.of())) {
                int port = BenchServer.port(running);
                try (var first = new BenchClient(port, "first")) {
                    while (first.send("/api/v1/map/counts?facets=type").status() == 503) {
                        Thread.sleep(200);
                    }
                }
                figures.put("server started and events loaded, s", (System.nanoTime() - start) / 1e9);
                load(port, users, seconds);
            }
        } finally {
            database.stop();
        }
    }

    private void load(int port, int users, int seconds) throws Exception {
        figures.put("users", users);
        figures.put("seconds", seconds);
        var over = new java.util.concurrent.atomic.AtomicBoolean();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int user = 1; user <= users; user++) {
                int number = user;
                executor.submit(() -> {
                    try (var one = new LoadUser(port, number, log)) {
                        one.work(over::get);
                    } catch (Exception e) {
                        log.failed("user: " + e);
                    }
                });
            }
            for (int part = 1; part <= PARTS; part++) {
                Thread.sleep(seconds * 1000L / PARTS);
                System.gc();
                figures.put(
                        String.format(Locale.ROOT, "heap after %d s, MB", seconds * part / PARTS),
                        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20);
                figures.put("errors so far", log.errors());
            }
            over.set(true);
        }
        figures.put("requests", log.requests());
        figures.put("requests a second", log.requests() / (double) seconds);
        figures.put("errors", log.errors());
        log.faults().forEach((fault, times) -> System.out.println(times + " times: " + fault));
        log.timings().forEach((route, times) -> {
            figures.put(route + ", p50 ms", times.median());
            figures.put(route + ", p95 ms", times.p95());
            figures.put(route + ", p99 ms", times.at(0.99));
        });
    }
}
