package org.marsad.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Three cross-filtered histograms beside SQL, and a brush. */
final class HistogramBench {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String FACETS = "time,type,actor";

    private final BenchClient client;
    private final BenchFigures figures;

    HistogramBench(BenchClient client, BenchFigures figures) {
        this.client = client;
        this.figures = figures;
    }

    void run(Connection postgres, Connection duck) throws Exception {
        try (var statement = postgres.createStatement()) {
            statement.execute("set max_parallel_workers_per_gather = 2");
        }
        check(postgres, duck);
        // Other actors each time: what is asked for the first time is counted, not looked up.
        int[] shift = {1};
        var ours = Timings.of(
                120,
                () -> client.get(
                        YearFilter.countsPath(FACETS, YearFilter.actors(shift[0]++), YearFilter.FROM, YearFilter.TO)));
        figures.put("three histograms, ms", ours.median());
        figures.put("three histograms, p95 ms", ours.p95());
        var postgis = Timings.of(5, () -> sql(postgres, shift[0]++));
        figures.put("three histograms, PostGIS ms", postgis.median());
        figures.put("three histograms, PostGIS / ours", postgis.median() / ours.median());
        var duckdb = Timings.of(20, () -> sql(duck, shift[0]++));
        figures.put("three histograms, DuckDB ms", duckdb.median());
        figures.put("three histograms, DuckDB / ours", duckdb.median() / ours.median());
        brush();
    }

    private static Map<String, Long> sql(Connection connection, int shift) throws SQLException {
        return HistogramSql.run(
                connection,
                YearFilter.list(YearFilter.actors(shift)),
                YearFilter.FROM,
                YearFilter.TO,
                YearFilter.WITHOUT_TYPE);
    }

    private void check(Connection postgres, Connection duck) throws IOException, SQLException {
        var path = YearFilter.countsPath(FACETS, YearFilter.actors(0), YearFilter.FROM, YearFilter.TO);
        var body = JSON.readTree(BenchGzip.plain(client.get(path)));
        var ours = bars(body);
        var shown = new HashMap<String, Long>();
        for (var value : body.path("facets").path("actor")) {
            shown.put(
                    "actor " + value.path("id").asString().substring(6),
                    value.path("count").asLong());
        }
        for (var connection : List.of(postgres, duck)) {
            var bars = sql(connection, 0);
            var others = new HashMap<>(bars);
            others.keySet().removeIf(key -> key.startsWith("actor"));
            // The answer names the 200 actors with most events; all are counted.
            if (!others.equals(ours) || !bars.entrySet().containsAll(shown.entrySet())) {
                throw new IllegalStateException("the histograms differ");
            }
        }
    }

    private static Map<String, Long> bars(JsonNode body) {
        var bars = new HashMap<String, Long>();
        long first = LocalDate.parse(body.path("time").path("first").asString()).toEpochDay();
        var days = body.path("time").path("count");
        for (int i = 0; i < days.size(); i++) {
            if (days.get(i).asLong() > 0) {
                bars.put(
                        "day " + (first + i - SyntheticEvents.FIRST_DAY),
                        days.get(i).asLong());
            }
        }
        for (var value : body.path("facets").path("type")) {
            bars.put(
                    "type " + SyntheticEvents.TYPES.indexOf(value.path("id").asString()),
                    value.path("count").asLong());
        }
        return bars;
    }

    /** The range moves over a view that stays: every figure of it, each time. */
    private void brush() throws IOException {
        var actors = YearFilter.actors(200);
        var facets = "time,type,kind,role,country,actor";
        client.get(YearFilter.countsPath(facets, actors, YearFilter.FROM, YearFilter.TO));
        client.get(YearFilter.countsPath(facets, actors, YearFilter.FROM - 1, YearFilter.TO));
        var inModel = new double[400];
        var all = new double[inModel.length];
        for (int i = -100; i < inModel.length; i++) {
            var path =
                    YearFilter.countsPath(facets, actors, YearFilter.FROM - 702 - i * 7, YearFilter.TO - 500 - i * 5);
            long start = System.nanoTime();
            var answer = client.send(path);
            if (i >= 0) {
                all[i] = (System.nanoTime() - start) / 1e6;
                inModel[i] =
                        Double.parseDouble(answer.headers().get("server-timing").replaceAll(".*dur=", ""));
            }
        }
        figures.put("brush, server ms", Timings.of(inModel).median());
        figures.put("brush, server p95 ms", Timings.of(inModel).p95());
        figures.put("brush, over HTTP ms", Timings.of(all).median());
        figures.put("brush, over HTTP p95 ms", Timings.of(all).p95());
    }
}
