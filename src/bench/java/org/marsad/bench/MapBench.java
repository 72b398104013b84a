package org.marsad.bench;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.duckdb.DuckDBConnection;
import org.marsad.geo.Borders;
import org.marsad.mapview.EventFilter;
import org.marsad.mapview.Histogram.Unit;
import org.marsad.mapview.columns.Cancellation;
import org.marsad.mapview.columns.EventColumns;
import org.marsad.mapview.columns.Facet;
import org.marsad.mapview.columns.Snapshot;
import org.marsad.store.database.DatabaseChoice;
import org.marsad.store.database.DatabaseServer;
import tools.jackson.databind.json.JsonMapper;

/**
 * The read model beside tuned PostGIS and DuckDB, in one run over the same events: {@code ./marsad bench map [EVENTS]}
 * (1,000,000 where not given). Tiles of both come through the real HTTP stack, a session and gzip at level 1; the server's
 * own cache of answers is off. With {@code model} after the number: the model alone, without server, database and
 * compression. SQL counts are called in this process, ours over HTTP. Equal content is checked first.
 */
public final class MapBench {
    private static final int FROM = 8700;
    private static final int TO = 9065;
    private static final int WITHOUT_TYPE = 3;
    private static final JsonMapper JSON = new JsonMapper();

    private final Map<String, Double> figures = new LinkedHashMap<>();

    private record TileId(int z, int x, int y) {
        @Override
        public String toString() {
            return z + "/" + x + "/" + y;
        }
    }

    public static void main(String[] args) throws Exception {
        int size = args.length > 0 ? Integer.parseInt(args[0].replace("_", "")) : 1_000_000;
        if (args.length > 1 && args[1].equals("model")) {
            new MapBench().runModel(size);
        } else {
            new MapBench().run(size);
        }
        System.exit(0);
    }

    private void run(int size) throws Exception {
        System.out.printf(
                Locale.ROOT,
                "%,d events, %d processors, gzip level 1%n",
                size,
                Runtime.getRuntime().availableProcessors());
        var events = new SyntheticEvents(size);
        buildModel(events);
        var server = DatabaseServer.of(
                DatabaseChoice.make(System.getenv(), System.out::println), Path.of(""), Path.of("target/bench-data"));
        var address = server.start(System.out::println);
        BenchServer.migrate(address);
        try (var postgres = address.connect();
                var duck = DriverManager.getConnection("jdbc:duckdb:")) {
            var baseline = new PostgisBaseline(postgres);
            baseline.fill(events);
            fillDuck(duck, events);
            BenchServer.baseline = baseline;
            BenchServer.synthetic = events;
            try (var running = BenchServer.start(address, Map.of("marsad.map.cache-mb", "0"))) {
                var client = new BenchClient(
                        "http://127.0.0.1:" + running.getEnvironment().getProperty("local.server.port"), "bench");
                while (client.send("/api/v1/map/counts").statusCode() == 503) {
                    Thread.sleep(200);
                }
                tiles(client);
                histograms(client, postgres, duck);
                brush(client);
            }
        } finally {
            server.stop();
        }
        printResult(size);
    }

    private void printResult(int size) {
        var json = new StringJoiner(", ", "{", "}");
        json.add("\"events\": " + size);
        figures.forEach((key, value) -> json.add(String.format(Locale.ROOT, "\"%s\": %.4g", key, value)));
        System.out.println("RESULT " + json);
    }

    private void runModel(int size) throws Exception {
        var columns = buildModel(new SyntheticEvents(size));
        var model = Snapshot.of(columns, Borders.builtIn(), "bench", Instant.now());
        var first = LocalDate.ofEpochDay(SyntheticEvents.FIRST_DAY + FROM);
        var year = EventFilter.ALL.withUndated(false).withRange(first, first.plusDays(TO - FROM - 1));
        try (var executor = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            for (var facets : List.of(Set.of(Facet.TIME, Facet.TYPE, Facet.ACTOR), Facet.ALL)) {
                int[] shift = {50};
                var times = times(
                        () -> model.view(
                                        year.withActors(Set.of("actor-" + shift[0]++, "actor-3", "actor-40")),
                                        text -> new BitSet())
                                .count(facets, Unit.DAY, executor, Cancellation.NEVER),
                        40);
                put(facets.size() + " facets of a new filter, ms", median(times));
                put(facets.size() + " facets of a new filter, p95 ms", times[38]);
            }
            int[] day = {0};
            var actor = year.withActors(Set.of("actor-1", "actor-7"));
            var brush = times(
                    () -> model.view(
                                    actor.withRange(first.minusDays(day[0] += 3), first.plusDays(300 - day[0])),
                                    text -> new BitSet())
                            .count(Facet.ALL, Unit.MONTH, executor, Cancellation.NEVER),
                    200);
            put("brush, ms", median(brush));
            put("brush, p95 ms", brush[190]);
        }
        for (int z : new int[] {3, 5, 7}) {
            var tiles = tilesOfMali(z);
            for (boolean points : new boolean[] {true, false}) {
                for (var filter : List.of(year, EventFilter.ALL)) {
                    if (points && filter != year) {
                        continue;
                    }
                    var view = model.view(filter, text -> new BitSet());
                    int[] next = {0};
                    var times = times(
                            () -> {
                                var tile = tiles.get(next[0]++ % tiles.size());
                                return view.tile(tile.z, tile.x, tile.y, points, Cancellation.NEVER);
                            },
                            Math.min(60, 4 * tiles.size()));
                    put(
                            "z" + z + (points ? " points" : " cells")
                                    + (filter == year ? ", one year, ms" : ", all, ms"),
                            mean(times));
                }
            }
        }
        printResult(size);
    }

    private EventColumns buildModel(SyntheticEvents events) {
        var feeder = events.new Feeder();
        long before = heap();
        long start = System.nanoTime();
        var builder = feeder.fill();
        put("model: events added, s", (System.nanoTime() - start) / 1e9);
        long added = System.nanoTime();
        var columns = builder.build();
        put("model: sorted and built, s", (System.nanoTime() - added) / 1e9);
        put("model: added, sorted and built, s", (System.nanoTime() - start) / 1e9);
        builder = null;
        long after = heap();
        put("model: MB", (after - before) / 1e6);
        put("model: bytes an event", (after - before) / (double) columns.size());
        return columns;
    }

    private void tiles(BenchClient client) throws Exception {
        for (int z = 3; z <= 7; z++) {
            var tiles = tilesOfMali(z);
            checkPoints(client, tiles.get(tiles.size() / 2));
            compare(
                    "z" + z + " point tile, one year",
                    client,
                    tiles,
                    MapBench::ourPoints,
                    tile -> theirs("bench_points", tile, FROM, TO));
        }
        for (int z = 3; z <= 6; z++) {
            var tiles = tilesOfMali(z);
            checkCells(client, tiles.get(tiles.size() / 2));
            compare(
                    "z" + z + " count tile, one year",
                    client,
                    tiles,
                    tile -> ourCells(tile) + "&" + year(),
                    tile -> theirs("bench_cells", tile, FROM, TO));
            compare(
                    "z" + z + " count tile, unfiltered",
                    client,
                    tiles,
                    MapBench::ourCells,
                    tile -> theirs("bench_cells", tile, 0, 99999));
        }
    }

    private static String ourPoints(TileId tile) {
        return "/api/v1/map/tiles/" + tile + ".mvt?as=points&" + year();
    }

    private static String ourCells(TileId tile) {
        return "/api/v1/map/tiles/" + tile + ".mvt?as=cells";
    }

    private static String theirs(String function, TileId tile, int from, int to) {
        return "/api/v1/bench/" + function + "/" + tile + "?from=" + from + "&to=" + to;
    }

    private static String year() {
        return range(FROM, TO);
    }

    private static String range(int from, int to) {
        var first = LocalDate.ofEpochDay(SyntheticEvents.FIRST_DAY + from);
        return "undated=no&from=" + first + "&to=" + first.plusDays(to - from - 1);
    }

    private interface Address {
        String of(TileId tile);
    }

    private void compare(String name, BenchClient client, List<TileId> tiles, Address ours, Address theirs)
            throws Exception {
        double[] our = rounds(client, tiles, ours, 2_500_000_000L);
        double[] their = rounds(client, tiles, theirs, 1_500_000_000L);
        put(name + ", ms", mean(our));
        put(name + ", p95 ms", our[(int) (our.length * 0.95)]);
        put(name + ", PostGIS ms", mean(their));
        put(name + ", PostGIS / ours", mean(their) / mean(our));
    }

    /** Milliseconds of each request over all tiles, sorted; the slowest 2 % are the machine's and left out. */
    private static double[] rounds(BenchClient client, List<TileId> tiles, Address address, long budget)
            throws Exception {
        client.get(address.of(tiles.getFirst()));
        var times = new ArrayList<Double>();
        long begin = System.nanoTime();
        for (int round = 0; round < 2 || System.nanoTime() - begin < budget && round < 200; round++) {
            for (var tile : tiles) {
                var path = address.of(tile);
                long start = System.nanoTime();
                client.get(path);
                times.add((System.nanoTime() - start) / 1e6);
            }
            if (System.nanoTime() - begin > 20_000_000_000L) {
                break;
            }
        }
        return times.stream()
                .mapToDouble(Double::doubleValue)
                .sorted()
                .limit(Math.max(1, times.size() * 98L / 100))
                .toArray();
    }

    private static void checkPoints(BenchClient client, TileId tile) throws Exception {
        var ours = points(client.get(ourPoints(tile)));
        var theirs = points(client.get(theirs("bench_points", tile, FROM, TO)));
        int missing = 0;
        for (var entry : theirs.entrySet()) {
            var mine = ours.get(entry.getKey());
            // A point on a tile's edge may fall to either side of it by rounding.
            if (mine == null) {
                missing++;
            } else if (!mine.equals(entry.getValue())) {
                throw new IllegalStateException(tile + ": " + mine + " is not " + entry.getValue());
            }
        }
        if (missing + Math.abs(ours.size() - theirs.size()) > 2 + theirs.size() / 1000) {
            throw new IllegalStateException(tile + ": " + ours.size() + " events, PostGIS " + theirs.size());
        }
    }

    private static Map<Long, Map<String, Object>> points(byte[] body) {
        return VectorTile.read(BenchGzip.plain(body)).stream()
                .collect(Collectors.toMap(VectorTile.Feature::id, VectorTile.Feature::attributes));
    }

    private static void checkCells(BenchClient client, TileId tile) throws Exception {
        var ours = cells(client.get(ourCells(tile) + "&" + year()));
        var theirs = cells(client.get(theirs("bench_cells", tile, FROM, TO)));
        for (var key : List.of("n", "violent", "exact")) {
            long mine =
                    ours.values().stream().mapToLong(cell -> cell.number(key)).sum();
            long other =
                    theirs.values().stream().mapToLong(cell -> cell.number(key)).sum();
            if (Math.abs(mine - other) > 2 + other / 1000) {
                throw new IllegalStateException(tile + ": " + key + " " + mine + ", PostGIS " + other);
            }
        }
        long equal = ours.entrySet().stream()
                .filter(cell -> theirs.containsKey(cell.getKey())
                        && theirs.get(cell.getKey())
                                .attributes()
                                .equals(cell.getValue().attributes()))
                .count();
        if (equal < theirs.size() * 0.99) {
            throw new IllegalStateException(tile + ": " + equal + " of " + theirs.size() + " cells are equal");
        }
    }

    private static Map<Integer, VectorTile.Feature> cells(byte[] body) {
        var result = new HashMap<Integer, VectorTile.Feature>();
        VectorTile.read(BenchGzip.plain(body)).forEach(cell -> result.put(cell.x() / 16 * 256 + cell.y() / 16, cell));
        return result;
    }

    private void histograms(BenchClient client, Connection postgres, Connection duck) throws Exception {
        try (var statement = postgres.createStatement()) {
            statement.execute("set max_parallel_workers_per_gather = 2");
        }
        checkBars(client, postgres, duck, actors(0));
        // Other actors each time: what is asked for the first time is counted, not looked up.
        int[] shift = {1};
        var times = times(() -> client.get(countsPath(actors(shift[0]++), FROM, TO)), 80);
        double ours = median(times);
        put("three histograms, ms", ours);
        put("three histograms, p95 ms", times[(int) (times.length * 0.95)]);
        double postgis =
                median(times(() -> HistogramSql.run(postgres, list(actors(shift[0]++)), FROM, TO, WITHOUT_TYPE), 5));
        put("three histograms, PostGIS ms", postgis);
        put("three histograms, PostGIS / ours", postgis / ours);
        double duckdb =
                median(times(() -> HistogramSql.run(duck, list(actors(shift[0]++)), FROM, TO, WITHOUT_TYPE), 20));
        put("three histograms, DuckDB ms", duckdb);
        put("three histograms, DuckDB / ours", duckdb / ours);
    }

    private static int[] actors(int shift) {
        return IntStream.range(0, 20).map(i -> i * 3 + shift).toArray();
    }

    private static String list(int[] actors) {
        return Arrays.stream(actors).mapToObj(Integer::toString).collect(Collectors.joining(","));
    }

    private static String countsPath(int[] actors, int from, int to) {
        var types = new ArrayList<>(SyntheticEvents.TYPES);
        types.remove(WITHOUT_TYPE);
        return "/api/v1/map/counts?unit=day&facets=time,type,actor&" + range(from, to)
                + types.stream().map(type -> "&type=" + type).collect(Collectors.joining())
                + Arrays.stream(actors)
                        .mapToObj(actor -> "&actor=actor-" + actor)
                        .collect(Collectors.joining());
    }

    private static void checkBars(BenchClient client, Connection postgres, Connection duck, int[] actors)
            throws Exception {
        var ours = new HashMap<String, Long>();
        var body = JSON.readTree(BenchGzip.plain(client.get(countsPath(actors, FROM, TO))));
        long first = LocalDate.parse(body.path("time").path("first").asString()).toEpochDay();
        var days = body.path("time").path("count");
        for (int i = 0; i < days.size(); i++) {
            if (days.get(i).asLong() > 0) {
                ours.put(
                        "day " + (first + i - SyntheticEvents.FIRST_DAY),
                        days.get(i).asLong());
            }
        }
        for (var value : body.path("facets").path("type")) {
            ours.put(
                    "type " + SyntheticEvents.TYPES.indexOf(value.path("id").asString()),
                    value.path("count").asLong());
        }
        var shown = new HashMap<String, Long>();
        for (var value : body.path("facets").path("actor")) {
            shown.put(
                    "actor " + value.path("id").asString().substring(6),
                    value.path("count").asLong());
        }
        for (var connection : List.of(postgres, duck)) {
            var bars = HistogramSql.run(connection, list(actors), FROM, TO, WITHOUT_TYPE);
            var others = new HashMap<>(bars);
            others.keySet().removeIf(key -> key.startsWith("actor"));
            // The answer names the 200 actors with most events; all are counted.
            if (!others.equals(ours) || !bars.entrySet().containsAll(shown.entrySet())) {
                throw new IllegalStateException("the histograms differ");
            }
        }
    }

    /** The range moves over a view that stays: every figure of it, each time. */
    private void brush(BenchClient client) throws Exception {
        var actors = actors(200);
        client.get(countsPath(actors, FROM, TO));
        client.get(countsPath(actors, FROM - 1, TO));
        var inModel = new double[300];
        var all = new double[inModel.length];
        for (int i = 0; i < inModel.length; i++) {
            var path = countsPath(actors, FROM - 2 - i * 7, TO - i * 5)
                    .replace("time,type", "type,kind,role,country,type");
            if (i < 2) {
                client.get(path);
            }
            long start = System.nanoTime();
            var response = client.send(path);
            all[i] = (System.nanoTime() - start) / 1e6;
            inModel[i] = Double.parseDouble(
                    response.headers().firstValue("Server-Timing").orElseThrow().replaceAll(".*dur=", ""));
        }
        Arrays.sort(inModel);
        Arrays.sort(all);
        put("brush, server ms", inModel[inModel.length / 2]);
        put("brush, server p95 ms", inModel[(int) (inModel.length * 0.95)]);
        put("brush, over HTTP ms", all[all.length / 2]);
        put("brush, over HTTP p95 ms", all[(int) (all.length * 0.95)]);
    }

    /** Milliseconds, sorted, after some rounds to warm up. */
    private static double[] times(Callable<?> work, int rounds) throws Exception {
        var result = new double[rounds];
        for (int round = 0; round < Math.max(2, rounds / 4); round++) {
            work.call();
        }
        for (int round = 0; round < rounds; round++) {
            long start = System.nanoTime();
            work.call();
            result[round] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(result);
        return result;
    }

    private static double median(double[] sorted) {
        return sorted[sorted.length / 2];
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(0);
    }

    private static List<TileId> tilesOfMali(int z) {
        var tiles = new ArrayList<TileId>();
        for (int x = x(-12.24, z); x <= x(4.27, z); x++) {
            for (int y = y(25.0, z); y <= y(10.15, z); y++) {
                tiles.add(new TileId(z, x, y));
            }
        }
        return tiles;
    }

    private static int x(double lon, int z) {
        return (int) Math.floor((lon + 180) / 360 * (1 << z));
    }

    private static int y(double lat, int z) {
        double tan = Math.tan(Math.toRadians(lat));
        return (int) Math.floor((1 - Math.log(tan + Math.sqrt(tan * tan + 1)) / Math.PI) / 2 * (1 << z));
    }

    private static void fillDuck(Connection duck, SyntheticEvents events) throws Exception {
        try (var statement = duck.createStatement()) {
            statement.execute("set threads = 2");
            statement.execute("create table bench_event (day smallint, actor smallint, type tinyint)");
        }
        try (var appender = duck.unwrap(DuckDBConnection.class).createAppender("main", "bench_event")) {
            for (int i = 0; i < events.size; i++) {
                appender.beginRow();
                appender.append(events.day[i]);
                appender.append(events.actor[i]);
                appender.append(events.type[i]);
                appender.endRow();
            }
        }
    }

    private void put(String key, double value) {
        figures.put(key, value);
        System.out.printf(Locale.ROOT, "%-50s %,12.3f%n", key, value);
    }

    private static long heap() {
        System.gc();
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
