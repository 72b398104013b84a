package org.marsad.mapview.columns;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
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
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.duckdb.DuckDBConnection;
import org.marsad.mapview.EventFilter;
import org.marsad.store.database.DatabaseChoice;
import org.marsad.store.database.DatabaseServer;

/**
 * The read model beside tuned PostGIS and DuckDB, in one run over the same events: {@code ./marsad bench map [EVENTS]}.
 * Called in this process, each tile gzipped at level 1; equal content is checked first.
 */
public final class MapBench {
    private static final int FROM = 8700;
    private static final int TO = 9065;
    private static final int WITHOUT_TYPE = 3;

    private final Map<String, Double> figures = new LinkedHashMap<>();

    private record TileId(int z, int x, int y) {}

    public static void main(String[] args) throws Exception {
        new MapBench().run(args.length > 0 ? Integer.parseInt(args[0].replace("_", "")) : 3_000_000);
    }

    private void run(int size) throws Exception {
        System.out.printf(
                Locale.ROOT,
                "%,d events; 2 processors: %b%n",
                size,
                Runtime.getRuntime().availableProcessors() == 2);
        var events = new SyntheticEvents(size);
        long heapBefore = heap();
        long start = System.nanoTime();
        var columns = events.columns();
        put("read model, build from arrays, s", (System.nanoTime() - start) / 1e9);
        put("read model, MB", (heap() - heapBefore) / 1e6);
        put("read model, bytes an event", (heap() - heapBefore) / (double) size);

        var server = DatabaseServer.of(
                DatabaseChoice.make(System.getenv(), System.out::println), Path.of(""), Path.of("target/bench-data"));
        var address = server.start(System.out::println);
        try (var postgres = address.connect();
                var duck = DriverManager.getConnection("jdbc:duckdb:");
                var executor = Executors.newFixedThreadPool(2)) {
            var baseline = new PostgisBaseline(postgres);
            baseline.fill(events);
            fillDuck(duck, events);
            var year = RowFilter.of(yearOnly(), columns, null);
            var all = RowFilter.of(EventFilter.ALL, columns, null);
            for (int z = 3; z <= 7; z++) {
                var tiles = tilesOfMali(z);
                checkEqual(columns, year, baseline, tiles.get(tiles.size() / 2));
                double ours = perTile(tiles, tile -> EventTiles.points(columns, year, tile.z, tile.x, tile.y));
                double theirs = perTile(tiles, tile -> baseline.tile("bench_points", tile.z, tile.x, tile.y, FROM, TO));
                put("z" + z + " point tile, one year, ms", ours);
                put("z" + z + " point tile, one year, PostGIS / ours", theirs / ours);
            }
            for (int z = 3; z <= 6; z++) {
                var tiles = tilesOfMali(z);
                double ours = perTile(tiles, tile -> EventTiles.counts(columns, year, tile.z, tile.x, tile.y));
                double theirs = perTile(tiles, tile -> baseline.tile("bench_counts", tile.z, tile.x, tile.y, FROM, TO));
                put("z" + z + " count tile, one year, ms", ours);
                put("z" + z + " count tile, one year, PostGIS / ours", theirs / ours);
                ours = perTile(tiles, tile -> EventTiles.counts(columns, all, tile.z, tile.x, tile.y));
                theirs = perTile(tiles, tile -> baseline.tile("bench_counts", tile.z, tile.x, tile.y, 0, 99999));
                put("z" + z + " count tile, unfiltered, ms", ours);
                put("z" + z + " count tile, unfiltered, PostGIS / ours", theirs / ours);
            }
            histograms(columns, postgres, duck, executor);
        } finally {
            server.stop();
        }
        var json = new StringJoiner(", ", "{", "}");
        figures.forEach((key, value) -> json.add(String.format(Locale.ROOT, "\"%s\": %.4g", key, value)));
        System.out.println("RESULT " + json);
    }

    private void histograms(
            EventColumns columns, Connection postgres, Connection duck, java.util.concurrent.ExecutorService executor)
            throws Exception {
        int[] actors = IntStream.range(0, 20).map(i -> i * 3).toArray();
        var filter = RowFilter.of(
                yearOnly()
                        .withActors(Arrays.stream(actors)
                                .mapToObj(actor -> "actor-" + actor)
                                .collect(Collectors.toSet()))
                        .withPlover(Set.of("TYPE0", "TYPE1", "TYPE2", "TYPE4", "TYPE5")),
                columns,
                null);
        String list = Arrays.stream(actors).mapToObj(Integer::toString).collect(Collectors.joining(","));
        var counts = CrossFilter.count(columns, filter, executor);
        long sum = IntStream.of(counts.byDay()).sum()
                + IntStream.of(counts.byActor()).sum()
                + IntStream.of(counts.byType()).sum();
        for (var connection : List.of(postgres, duck)) {
            long other = HistogramSql.run(connection, list, FROM, TO, WITHOUT_TYPE);
            if (other != sum) {
                throw new IllegalStateException("histograms differ: " + sum + " and " + other);
            }
        }
        try (var statement = postgres.createStatement()) {
            statement.execute("set max_parallel_workers_per_gather = 2");
        }
        var times = times(() -> CrossFilter.count(columns, filter, executor), 60);
        double ours = median(times);
        put("three histograms, ms", ours);
        put("three histograms, p95 ms", times[(int) (times.length * 0.95)]);
        put(
                "three histograms, PostGIS / ours",
                median(times(() -> HistogramSql.run(postgres, list, FROM, TO, WITHOUT_TYPE), 7)) / ours);
        put(
                "three histograms, DuckDB / ours",
                median(times(() -> HistogramSql.run(duck, list, FROM, TO, WITHOUT_TYPE), 20)) / ours);
    }

    private static EventFilter yearOnly() {
        var first = LocalDate.ofEpochDay(SyntheticEvents.FIRST_DAY + FROM);
        return EventFilter.ALL.withRange(first, first.plusDays(TO - FROM - 1));
    }

    private static void checkEqual(EventColumns columns, RowFilter filter, PostgisBaseline baseline, TileId tile)
            throws Exception {
        var ours = VectorTile.read(EventTiles.points(columns, filter, tile.z, tile.x, tile.y)).stream()
                .collect(Collectors.toMap(VectorTile.Feature::id, VectorTile.Feature::attributes));
        var theirs = VectorTile.read(baseline.tile("bench_points", tile.z, tile.x, tile.y, FROM, TO));
        int missing = 0;
        for (var feature : theirs) {
            var mine = ours.get(feature.id());
            // A point on a tile's edge may fall to either side of it by rounding.
            if (mine == null) {
                missing++;
            } else if (!mine.get("actor").equals(feature.attributes().get("actor"))
                    || mine.get("day") - SyntheticEvents.FIRST_DAY
                            != feature.attributes().get("day")) {
                throw new IllegalStateException(tile + ": " + mine + " is not " + feature);
            }
        }
        if (missing + Math.abs(ours.size() - theirs.size()) > 2 + theirs.size() / 1000) {
            throw new IllegalStateException(tile + ": " + ours.size() + " events, PostGIS " + theirs.size());
        }
    }

    private interface TileSource {
        byte[] tile(TileId tile) throws Exception;
    }

    /** Milliseconds a tile, gzipped; the median of several rounds over all tiles. */
    private static double perTile(List<TileId> tiles, TileSource source) throws Exception {
        long budget = 1_500_000_000L;
        var rounds = new ArrayList<Double>();
        long begin = System.nanoTime();
        while (rounds.size() < 3 || System.nanoTime() - begin < budget) {
            long start = System.nanoTime();
            for (var tile : tiles) {
                gzip(source.tile(tile));
            }
            rounds.add((System.nanoTime() - start) / 1e6 / tiles.size());
        }
        return median(rounds.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static double[] times(Callable<?> work, int rounds) throws Exception {
        var result = new double[rounds];
        work.call();
        for (int round = 0; round < rounds; round++) {
            long start = System.nanoTime();
            work.call();
            result[round] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(result);
        return result;
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    private static List<TileId> tilesOfMali(int z) {
        long northWest = Morton.ofLonLat(-12.24, 25.0);
        long southEast = Morton.ofLonLat(4.27, 10.15);
        int shift = Morton.BITS - z;
        var tiles = new ArrayList<TileId>();
        for (int x = Morton.x(northWest) >> shift; x <= Morton.x(southEast) >> shift; x++) {
            for (int y = Morton.y(northWest) >> shift; y <= Morton.y(southEast) >> shift; y++) {
                tiles.add(new TileId(z, x, y));
            }
        }
        return tiles;
    }

    private static byte[] gzip(byte[] tile) {
        var bytes = new ByteArrayOutputStream(tile.length / 3 + 64);
        try (var out = new GZIPOutputStream(bytes) {
            {
                def.setLevel(Deflater.BEST_SPEED);
            }
        }) {
            out.write(tile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
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
        System.out.printf(Locale.ROOT, "%-55s %,12.3f%n", key, value);
    }

    private static long heap() {
        System.gc();
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
