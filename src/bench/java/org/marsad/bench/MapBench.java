package org.marsad.bench;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.Locale;
import java.util.Map;
import org.duckdb.DuckDBConnection;
import org.marsad.store.database.DatabaseChoice;
import org.marsad.store.database.DatabaseServer;

/**
 * The read model beside tuned PostGIS and DuckDB, in one run over the same events: {@code ./marsad bench map [EVENTS]}
 * (1,000,000 where not given). Tiles of both come through the real HTTP stack, with a session, and are compressed alike; the
 * server's own cache of answers is off. With {@code model} after the number: the model alone, without server, database and
 * compression. SQL counts are called in this process, ours over HTTP. Equal content is checked first. The filled tables are
 * kept in {@code target/bench-data} for the next run of that size.
 */
public final class MapBench {
    private MapBench() {}

    public static void main(String[] args) throws Exception {
        int size = args.length > 0 ? Integer.parseInt(args[0].replace("_", "")) : 1_000_000;
        System.out.printf(
                Locale.ROOT,
                "%,d events, %d processors%n",
                size,
                Runtime.getRuntime().availableProcessors());
        var figures = new BenchFigures();
        var events = new SyntheticEvents(size);
        if (args.length > 1 && args[1].equals("model")) {
            new ModelBench(figures).run(events);
        } else {
            run(events, figures);
        }
        figures.printResult("\"events\": " + size);
        System.exit(0);
    }

    private static void run(SyntheticEvents events, BenchFigures figures) throws Exception {
        ModelBench.build(events, figures);
        var server = DatabaseServer.of(
                DatabaseChoice.make(System.getenv(), System.out::println), Path.of(""), Path.of("target/bench-data"));
        var address = server.start(System.out::println);
        BenchServer.migrate(address);
        try (var postgres = address.connect();
                var duck = DriverManager.getConnection("jdbc:duckdb:")) {
            var baseline = new PostgisBaseline(postgres);
            long begun = System.nanoTime();
            baseline.fill(events);
            fillDuck(duck.unwrap(DuckDBConnection.class), events);
            figures.put("PostGIS and DuckDB filled, s", (System.nanoTime() - begun) / 1e9);
            BenchServer.baseline = baseline;
            BenchServer.synthetic = events;
            try (var running = BenchServer.start(address, Map.of("marsad.map.cache-mb", "0"));
                    var client = new BenchClient(BenchServer.port(running), "bench")) {
                while (client.send("/api/v1/map/counts").status() == 503) {
                    Thread.sleep(200);
                }
                new TileBench(client, figures).run();
                new HistogramBench(client, figures).run(postgres, duck);
            }
        } finally {
            server.stop();
        }
    }

    private static void fillDuck(DuckDBConnection duck, SyntheticEvents events) throws Exception {
        try (var statement = duck.createStatement()) {
            statement.execute("set threads = " + Runtime.getRuntime().availableProcessors());
            statement.execute("create table bench_event (day smallint, actor smallint, type tinyint)");
        }
        try (var appender = duck.createAppender("main", "bench_event")) {
            for (int i = 0; i < events.size; i++) {
                appender.beginRow();
                appender.append(events.day[i]);
                appender.append(events.actor[i]);
                appender.append(events.type[i]);
                appender.endRow();
            }
        }
    }
}
