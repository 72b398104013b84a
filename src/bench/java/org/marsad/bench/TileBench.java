package org.marsad.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Tiles of ours and of PostGIS, asked in turn over one connection. */
final class TileBench {
    private static final long OURS_NANOS = 1_500_000_000L;
    private static final long THEIRS_NANOS = 2_000_000_000L;
    private static final int MOST_ROUNDS = 300;
    private static final long WARM_UP_NANOS = 30_000_000_000L;
    private static final int SMALL_ONES = 5;

    private final BenchClient client;
    private final BenchFigures figures;

    TileBench(BenchClient client, BenchFigures figures) {
        this.client = client;
        this.figures = figures;
    }

    private interface Address {
        String of(TileId tile);
    }

    private interface Get {
        byte[] of(String path) throws IOException;
    }

    void run() throws IOException {
        warmUp();
        for (int z = 3; z <= 7; z++) {
            var tiles = TileId.listOfMali(z);
            EqualTiles.checkPoints(client, tiles.get(tiles.size() / 2));
            compare("z" + z + " points, one year", tiles, EqualTiles::ourPoints, EqualTiles::theirPoints);
        }
        for (int z = 3; z <= 6; z++) {
            var tiles = TileId.listOfMali(z);
            EqualTiles.checkCells(client, tiles.get(tiles.size() / 2));
            compare("z" + z + " counts, one year", tiles, EqualTiles::ourCells, EqualTiles::theirCells);
            compare("z" + z + " counts, all", tiles, EqualTiles::ourCellsOfAll, EqualTiles::theirCellsOfAll);
        }
    }

    /**
     * What both take the same way through, from socket to socket, is compiled after some ten thousand requests, as it is in a
     * server that has been up for a minute. Without this it would be most of what a small tile costs.
     */
    private void warmUp() throws IOException {
        var tiles = TileId.listOfMali(7);
        long end = System.nanoTime() + WARM_UP_NANOS;
        for (int i = 0; System.nanoTime() < end; i++) {
            var tile = tiles.get(i % tiles.size());
            for (int each = 0; each < SMALL_ONES; each++) {
                client.get("/api/v1/map/status");
                client.get(EqualTiles.ourPoints(tile));
            }
            client.get(EqualTiles.theirPoints(tile));
        }
    }

    private void compare(String name, List<TileId> tiles, Address ours, Address theirs) throws IOException {
        rounds(client::get, tiles, ours, OURS_NANOS / 5);
        var our = rounds(client::get, tiles, ours, OURS_NANOS);
        var their = rounds(client::get, tiles, theirs, THEIRS_NANOS);
        figures.put(name + ", ms", our.mean());
        figures.put(name + ", p95 ms", our.p95());
        figures.put(name + ", PostGIS ms", their.mean());
        figures.put(name + ", PostGIS / ours", their.mean() / our.mean());
        var ourPlain = rounds(client::getPlain, tiles, ours, OURS_NANOS / 2);
        var theirPlain = rounds(client::getPlain, tiles, theirs, THEIRS_NANOS / 2);
        figures.put(name + ", uncompressed, PostGIS / ours", theirPlain.mean() / ourPlain.mean());
    }

    /** Each request over all tiles, once at least and as often as the time allows. */
    private static Timings rounds(Get get, List<TileId> tiles, Address address, long budget) throws IOException {
        get.of(address.of(tiles.getFirst()));
        var times = new ArrayList<Double>();
        long begin = System.nanoTime();
        for (int round = 0; round < 1 || System.nanoTime() - begin < budget && round < MOST_ROUNDS; round++) {
            for (var tile : tiles) {
                var path = address.of(tile);
                long start = System.nanoTime();
                get.of(path);
                times.add((System.nanoTime() - start) / 1e6);
            }
        }
        return Timings.of(times.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
