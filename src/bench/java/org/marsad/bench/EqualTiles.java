package org.marsad.bench;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.marsad.testing.VectorTile;

/** Where tiles are asked for, and whether ours and PostGIS's hold the same. */
final class EqualTiles {
    private EqualTiles() {}

    static String ourPoints(TileId tile) {
        return "/api/v1/map/tiles/" + tile + ".mvt?as=points&" + YearFilter.year();
    }

    static String ourCells(TileId tile) {
        return ourCellsOfAll(tile) + "&" + YearFilter.year();
    }

    static String ourCellsOfAll(TileId tile) {
        return "/api/v1/map/tiles/" + tile + ".mvt?as=cells";
    }

    static String theirPoints(TileId tile) {
        return theirs("bench_points", tile, YearFilter.FROM, YearFilter.TO);
    }

    static String theirCells(TileId tile) {
        return theirs("bench_cells", tile, YearFilter.FROM, YearFilter.TO);
    }

    static String theirCellsOfAll(TileId tile) {
        return theirs("bench_cells", tile, 0, 99999);
    }

    private static String theirs(String function, TileId tile, int from, int to) {
        return "/api/v1/bench/" + function + "/" + tile + "?from=" + from + "&to=" + to;
    }

    static void checkPoints(BenchClient client, TileId tile) throws IOException {
        var ours = points(client.get(ourPoints(tile)));
        var theirs = points(client.get(theirPoints(tile)));
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

    static void checkCells(BenchClient client, TileId tile) throws IOException {
        checkCells(tile, client.get(ourCells(tile)), client.get(theirCells(tile)));
        checkCells(tile, client.get(ourCellsOfAll(tile)), client.get(theirCellsOfAll(tile)));
    }

    private static void checkCells(TileId tile, byte[] ourBody, byte[] theirBody) {
        var ours = cells(ourBody);
        var theirs = cells(theirBody);
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
}
