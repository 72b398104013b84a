package org.marsad.mapview.columns;

import org.marsad.mapview.columns.EventColumns.Bucket;

/** Vector tiles of the events that a filter selects. Tiles are those of the Web Mercator square, y from the north. */
public final class EventTiles {
    /** Cells along a count tile's edge. */
    static final int GRID = 256;

    static final int MAX_ZOOM = 20;

    private EventTiles() {}

    /**
     * Every event as a point: layer {@code events} with its id and {@code day} (of 1970; absent day is -1), {@code actor}
     * (number of its first, -1 for none), {@code type} and {@code fatal}.
     *
     * @param z 0..20
     * @throws IllegalArgumentException for a tile that is none
     */
    public static byte[] points(EventColumns columns, RowFilter filter, int z, int x, int y) {
        check(z, x, y);
        long first = Morton.firstOfTile(z, x, y);
        long last = first + Morton.count(z);
        var layer = new TileLayer("events", 1024, "day", "actor", "type", "fatal");
        // 28 bits of position, less the tile's, to the extent's 12: a shift, either way.
        int shift = Morton.BITS - z - 12;
        for (var bucket : columns.buckets) {
            if (!filter.mayMeet(bucket)) {
                continue;
            }
            boolean covered = filter.covers(bucket);
            for (int row = columns.lowerBound(bucket, first); row < bucket.to() && columns.morton[row] < last; row++) {
                if ((covered || filter.testTime(columns, row)) && filter.testRest(columns, row)) {
                    long inTile = columns.morton[row] - first;
                    int px = Morton.x(inTile);
                    int py = Morton.y(inTile);
                    int start = columns.start[row];
                    layer.point(
                            columns.id[row],
                            shift >= 0 ? px >> shift : px << -shift,
                            shift >= 0 ? py >> shift : py << -shift,
                            layer.value(start == EventColumns.UNDATED ? -1 : start),
                            layer.value(
                                    columns.actorStart[row] == columns.actorStart[row + 1]
                                            ? -1
                                            : columns.actor[columns.actorStart[row]]),
                            layer.value(columns.type[row]),
                            layer.value(columns.fatalities[row]));
                }
            }
        }
        return layer.tile();
    }

    /**
     * How many events lie in each of 256 × 256 cells: layer {@code grid}, a point in the middle of each cell that has
     * any, with {@code n}.
     *
     * @param z 0..20
     * @throws IllegalArgumentException for a tile that is none
     */
    public static byte[] counts(EventColumns columns, RowFilter filter, int z, int x, int y) {
        check(z, x, y);
        int[] cells = count(columns, filter, z, x, y);
        var layer = new TileLayer("grid", 4096, "n");
        int step = TileLayer.EXTENT / GRID;
        for (int cell = 0; cell < cells.length; cell++) {
            if (cells[cell] > 0) {
                layer.point(
                        -1,
                        Morton.x(cell) * step + step / 2,
                        Morton.y(cell) * step + step / 2,
                        layer.value(cells[cell]),
                        0,
                        0,
                        0);
            }
        }
        return layer.tile();
    }

    /** Counts by cell, the cells in Morton order. */
    static int[] count(EventColumns columns, RowFilter filter, int z, int x, int y) {
        long first = Morton.firstOfTile(z, x, y);
        long last = first + Morton.count(z);
        int shift = 2 * (Morton.BITS - z - 8);
        var cells = new int[GRID * GRID];
        boolean onlyTime = filter.selectsAllBut(true);
        for (var bucket : columns.buckets) {
            if (!filter.mayMeet(bucket)) {
                continue;
            }
            int row = columns.lowerBound(bucket, first);
            if (onlyTime && filter.covers(bucket)) {
                countRuns(columns, bucket, row, first, last, shift, cells);
                continue;
            }
            boolean covered = filter.covers(bucket);
            for (; row < bucket.to() && columns.morton[row] < last; row++) {
                if ((covered || filter.testTime(columns, row)) && filter.testRest(columns, row)) {
                    cells[(int) (columns.morton[row] - first >>> shift)]++;
                }
            }
        }
        return cells;
    }

    /** Where every row counts, a cell's rows need not be looked at one by one if there are many of them. */
    private static void countRuns(
            EventColumns columns, Bucket bucket, int row, long first, long last, int shift, int[] cells) {
        long[] morton = columns.morton;
        int to = bucket.to();
        while (row < to && morton[row] < last) {
            int cell = (int) (morton[row] - first >>> shift);
            long end = first + ((long) (cell + 1) << shift);
            int from = row;
            int step = 1;
            while (row + step < to && morton[row + step] < end) {
                row += step;
                step <<= 1;
            }
            while (step > 0) {
                if (row + step < to && morton[row + step] < end) {
                    row += step;
                }
                step >>= 1;
            }
            row++;
            cells[cell] += row - from;
        }
    }

    private static void check(int z, int x, int y) {
        if (z < 0 || z > MAX_ZOOM || x < 0 || y < 0 || x >= 1 << z || y >= 1 << z) {
            throw new IllegalArgumentException("no tile " + z + "/" + x + "/" + y);
        }
    }
}
