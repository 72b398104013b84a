package org.marsad.mapview.columns;

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
    private static final int CELLS_TO = Morton.BITS - TileForm.EITHER.cellBits;

    private static final String VIOLENT = "ASSAULT";

    private EventTiles() {}

    /**
     * @param parts of one model
     * @throws IllegalArgumentException for a tile that is none
     */
    static RepeatingBytes tile(List<Part> parts, int z, int x, int y, TileForm form, Cancellation cancellation) {
        if (z < 0 || z > MAX_ZOOM || x < 0 || y < 0 || x >= 1 << z || y >= 1 << z) {
            throw new IllegalArgumentException("no tile " + z + "/" + x + "/" + y);
        }
        if (form == TileForm.CELLS || form != TileForm.POINTS && z < POINTS_FROM) {
            return cells(parts, z, x, y, form.cellBits, cancellation);
        }
        int most = form == TileForm.POINTS || z > CELLS_TO ? Integer.MAX_VALUE : MOST_POINTS;
        try (var layer = new PointLayer(z, parts.getFirst().filter.columns.vocabulary)) {
            put(parts, z, x, y, most, cancellation, layer);
            return layer.features() > most ? cells(parts, z, x, y, form.cellBits, cancellation) : layer.tile();
        }
    }

    /** A part of a model with the filter in its numbers; the grid is null where it has none. */
    record Part(RowFilter filter, @Nullable CellGrid grid, int[] kindOfSet) {}

    /** Puts all points into a layer, or a few more than are wanted at most. */
    private static void put(
            List<Part> parts, int z, int x, int y, int most, Cancellation cancellation, PointLayer layer) {
        long first = Morton.firstOfTile(z, x, y);
        long last = first + Morton.count(z);
        for (var part : parts) {
            var filter = part.filter;
            var columns = filter.columns;
            var features = layer.new Writer(filter, part.kindOfSet, first);
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
                    return;
                }
            }
            extras(filter, first, last, (bucket, row, morton) -> features.add(bucket, row, morton));
        }
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

    private static RepeatingBytes cells(
            List<Part> parts, int z, int x, int y, int cellBits, Cancellation cancellation) {
        if (z > CELLS_TO) {
            throw new IllegalArgumentException("cells are to be had up to zoom " + CELLS_TO);
        }
        try (var counts = CellCounts.take()) {
            for (var part : parts) {
                count(part, z, x, y, cellBits, cancellation, counts);
            }
            boolean certainty = parts.getFirst().filter.hasCertainty();
            return RepeatingBytes.of(new CellLayer(counts, cellBits, certainty).tile());
        }
    }

    private static void count(
            Part part, int z, int x, int y, int cellBits, Cancellation cancellation, CellCounts counts) {
        var filter = part.filter;
        if (part.grid != null && filter.isOnlyTime() && filter.isAllTime() && CellGrid.serves(z, cellBits)) {
            part.grid.add(z, x, y, cellBits, filter.hidden, counts);
            return;
        }
        long first = Morton.firstOfTile(z, x, y);
        long last = first + Morton.count(z);
        var cells = new Cells(filter, counts, first, 2 * (Morton.BITS - z - cellBits));
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
