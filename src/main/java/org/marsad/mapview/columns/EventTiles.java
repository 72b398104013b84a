package org.marsad.mapview.columns;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Vector tiles of the events that a filter selects, of those that are known to a place. Tiles are those of the Web Mercator
 * square, y from the north. An event of several places is at each of them.
 */
final class EventTiles {
    static final int MAX_ZOOM = 20;
    /** Below this zoom a tile is cells. */
    static final int POINTS_FROM = 8;
    /** More points than this are cells at any zoom. */
    static final int MOST_POINTS = 5_000;
    /** The deepest zoom whose cells are whole units of position. */
    private static final int CELLS_TO = Morton.BITS - 8;

    private static final String VIOLENT = "ASSAULT";
    private static final int EXTENT_BITS = 12;
    private static final int UNSET = -2;
    /** What a point takes, about. */
    private static final long FEATURE_BYTES = 30;

    private EventTiles() {}

    /** What a tile is made of. */
    enum Form {
        CELLS,
        POINTS,
        /** By the zoom and the number of events. */
        EITHER
    }

    /**
     * @param parts of one model
     * @throws IllegalArgumentException for a tile that is none
     */
    static byte[] tile(List<Part> parts, int z, int x, int y, Form form, Cancellation cancellation) {
        if (z < 0 || z > MAX_ZOOM || x < 0 || y < 0 || x >= 1 << z || y >= 1 << z) {
            throw new IllegalArgumentException("no tile " + z + "/" + x + "/" + y);
        }
        if (form == Form.CELLS || form == Form.EITHER && z < POINTS_FROM) {
            return cells(parts, z, x, y, cancellation);
        }
        int most = form == Form.POINTS || z > CELLS_TO ? Integer.MAX_VALUE : MOST_POINTS;
        var layer = points(parts, z, x, y, most, cancellation);
        return layer.features() > most ? cells(parts, z, x, y, cancellation) : layer.tile();
    }

    /** A part of a model with the filter in its numbers; the grid is null where it has none. */
    record Part(RowFilter filter, @Nullable CellGrid grid, int[] kindOfSet) {}

    private static TileLayer points(List<Part> parts, int z, int x, int y, int most, Cancellation cancellation) {
        long first = Morton.firstOfTile(z, x, y);
        long last = first + Morton.count(z);
        var layer = new TileLayer(
                "points", room(parts, first, last, most), "start", "type", "kind", "where", "deaths", "certain");
        for (var part : parts) {
            var filter = part.filter;
            var columns = filter.columns;
            var features = new Features(part, layer, z, first);
            for (var bucket : columns.buckets) {
                if (!filter.mayMeet(bucket)) {
                    continue;
                }
                cancellation.check();
                boolean covered = filter.covers(bucket);
                int to = bucket.placed();
                for (int row = columns.lowerBound(bucket, first); row < to && columns.morton[row] < last; row++) {
                    if ((covered || filter.testTime(bucket, row)) && filter.testRest(row)) {
                        features.add(bucket, row, columns.morton[row]);
                    }
                }
                if (layer.features() > most) {
                    return layer;
                }
            }
            extras(filter, first, last, (bucket, row, morton) -> features.add(bucket, row, morton));
        }
        return layer;
    }

    /** Bytes that the features will take at most or nearly, so that they need not move. */
    private static int room(List<Part> parts, long first, long last, int most) {
        long rows = 16;
        for (var part : parts) {
            var columns = part.filter.columns;
            for (var bucket : columns.buckets) {
                if (part.filter.mayMeet(bucket)) {
                    int from = columns.lowerBound(bucket, first);
                    rows += columns.lowerBound(bucket, last) - from;
                }
            }
        }
        // Of a filter's rows only some may pass; what is not used is given back at once.
        return (int) Math.min(1 << 24, FEATURE_BYTES * Math.min(rows, most + 1L));
    }

    private interface ExtraPoint {
        void at(Bucket bucket, int row, long morton);
    }

    private static void extras(RowFilter filter, long first, long last, ExtraPoint found) {
        var columns = filter.columns;
        int at = EventColumns.lowerBound(columns.extraMorton, 0, columns.extraMorton.length, first);
        for (; at < columns.extraMorton.length && columns.extraMorton[at] < last; at++) {
            int row = columns.extraRow[at];
            var bucket = columns.buckets[columns.bucketOf(row)];
            if (filter.mayMeet(bucket)
                    && (filter.covers(bucket) || filter.testTime(bucket, row))
                    && filter.testRest(row)) {
                found.at(bucket, row, columns.extraMorton[at]);
            }
        }
    }

    /** Writes rows of one part as points of a layer. */
    private static final class Features {
        private final RowFilter filter;
        private final EventColumns columns;
        private final TileLayer layer;
        private final long first;
        private final int shift;
        private final int[] type;
        private final int[] kindOfSet;
        private final int[] kind;
        private final int[] where = {-1, -1, -1, -1, -1, -1, -1, -1};
        private final int[] values = new int[6];

        Features(Part part, TileLayer layer, int z, long first) {
            this.filter = part.filter;
            this.columns = filter.columns;
            this.layer = layer;
            this.first = first;
            // 28 bits of position, less the tile's, to the extent's 12: a shift, either way.
            shift = Morton.BITS - z - EXTENT_BITS;
            type = unset(columns.vocabulary.types().size());
            kind = unset(columns.vocabulary.kinds().size());
            kindOfSet = part.kindOfSet;
        }

        void add(Bucket bucket, int row, long morton) {
            long inTile = morton - first;
            int px = Morton.x(inTile);
            int py = Morton.y(inTile);
            values[0] = bucket.undated() ? -1 : layer.value(bucket.base() + columns.day[row]);
            int number = columns.type[row];
            if (type[number] == UNSET) {
                type[number] = layer.value(columns.vocabulary.types().word(number));
            }
            values[1] = type[number];
            number = kindOfSet[columns.who[row]];
            if (number >= 0 && kind[number] == UNSET) {
                kind[number] = layer.value(columns.vocabulary.kinds().word(number));
            }
            values[2] = number < 0 ? -1 : kind[number];
            number = columns.wherePrecision(row);
            if (where[number] < 0) {
                where[number] = layer.value(number);
            }
            values[3] = where[number];
            values[4] = columns.deaths[row] == 0 ? -1 : layer.value(columns.deaths[row] - 1);
            values[5] = filter.hasCertainty() ? layer.value(filter.isCertain(row) ? 1 : 0) : -1;
            layer.point(
                    columns.id[row],
                    shift >= 0 ? px >> shift : px << -shift,
                    shift >= 0 ? py >> shift : py << -shift,
                    values);
        }

        private static int[] unset(int size) {
            var result = new int[size];
            Arrays.fill(result, UNSET);
            return result;
        }
    }

    private static byte[] cells(List<Part> parts, int z, int x, int y, Cancellation cancellation) {
        if (z > CELLS_TO) {
            throw new IllegalArgumentException("cells are to be had up to zoom " + CELLS_TO);
        }
        try (var counts = CellCounts.take()) {
            for (var part : parts) {
                count(part, z, x, y, cancellation, counts);
            }
            boolean certainty = parts.getFirst().filter.hasCertainty();
            return new CellLayer(counts, certainty).tile();
        }
    }

    private static void count(Part part, int z, int x, int y, Cancellation cancellation, CellCounts counts) {
        var filter = part.filter;
        if (part.grid != null && filter.isOnlyTime() && filter.isAllTime() && CellGrid.serves(z)) {
            part.grid.add(z, x, y, filter.hidden, counts);
            return;
        }
        long first = Morton.firstOfTile(z, x, y);
        long last = first + Morton.count(z);
        var cells = new Cells(filter, counts, first, 2 * (Morton.BITS - z - 8));
        for (var bucket : filter.columns.buckets) {
            if (filter.mayMeet(bucket)) {
                cancellation.check();
                cells.count(bucket, last);
            }
        }
        extras(filter, first, last, (bucket, row, morton) -> cells.add(row, morton));
    }

    /** Counts rows of one part by the cells of a tile. */
    private static final class Cells {
        private final RowFilter filter;
        private final EventColumns columns;
        private final CellCounts counts;
        private final long first;
        private final int shift;
        private final int violent;

        Cells(RowFilter filter, CellCounts counts, long first, int shift) {
            this.filter = filter;
            this.columns = filter.columns;
            this.counts = counts;
            this.first = first;
            this.shift = shift;
            violent = columns.vocabulary.types().find(VIOLENT);
        }

        void count(Bucket bucket, long last) {
            int from = columns.lowerBound(bucket, first);
            int to = from < bucket.placed() && columns.morton[from] < last ? columns.lowerBound(bucket, last) : from;
            boolean covered = filter.covers(bucket);
            if (covered && filter.isOnlyTime() && filter.hidden == null) {
                countAll(from, to);
                return;
            }
            boolean certainty = filter.hasCertainty();
            for (int row = from; row < to; row++) {
                if ((covered || filter.testTime(bucket, row)) && filter.testRest(row)) {
                    int cell = (int) (columns.morton[row] - first >>> shift);
                    counts.add(cell, 1, columns.type[row] == violent ? 1 : 0, columns.wherePrecision(row) == 1 ? 1 : 0);
                    if (certainty && filter.isCertain(row)) {
                        counts.addCertain(cell);
                    }
                }
            }
        }

        private void countAll(int from, int to) {
            long[] morton = columns.morton;
            byte[] type = columns.type;
            byte[] precision = columns.precision;
            for (int row = from; row < to; row++) {
                int cell = (int) (morton[row] - first >>> shift);
                counts.add(cell, 1, type[row] == violent ? 1 : 0, (precision[row] & 7) == 1 ? 1 : 0);
            }
        }

        void add(int row, long morton) {
            int cell = (int) (morton - first >>> shift);
            counts.add(cell, 1, columns.type[row] == violent ? 1 : 0, columns.wherePrecision(row) == 1 ? 1 : 0);
            if (filter.hasCertainty() && filter.isCertain(row)) {
                counts.addCertain(cell);
            }
        }
    }
}
