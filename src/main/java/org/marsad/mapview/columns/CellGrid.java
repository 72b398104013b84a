package org.marsad.mapview.columns;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * All placed events of columns counted once by small cells, for tiles without a filter: those are sums of cells, whatever the
 * number of events. There is a level for each zoom that it serves, so that a tile reads no more cells than it has.
 */
final class CellGrid {
    /** Zoom of which a tile is one cell of the finest level; it serves count tiles to eight zooms less. */
    static final int FINEST = 14;

    private static final int COARSEST = 11;

    private final Level[] levels = new Level[FINEST + 1];
    private final EventColumns columns;
    private final int violentType;

    CellGrid(EventColumns columns, int violentType) {
        this.columns = columns;
        this.violentType = violentType;
        int placed = 0;
        for (var bucket : columns.buckets) {
            placed += bucket.placed() - bucket.from();
        }
        var keys = new int[placed + columns.extraRow.length];
        int at = 0;
        for (var bucket : columns.buckets) {
            for (int row = bucket.from(); row < bucket.placed(); row++) {
                keys[at++] = key(columns.morton[row], row);
            }
        }
        for (int i = 0; i < columns.extraRow.length; i++) {
            keys[at++] = key(columns.extraMorton[i], columns.extraRow[i]);
        }
        levels[FINEST] = Level.ofKeys(RadixSort.sort(keys));
        for (int level = FINEST - 1; level >= COARSEST; level--) {
            levels[level] = levels[level + 1].coarser();
        }
    }

    /** Whether tiles of a zoom can be had from here. */
    static boolean serves(int zoom, int cellBits) {
        return zoom + cellBits <= FINEST;
    }

    /** Adds the cells of a tile to counts by its cells in Morton order, without some rows. */
    void add(int z, int x, int y, int cellBits, @Nullable BitSet hidden, CellCounts counts) {
        int number = Math.max(COARSEST, z + cellBits);
        var level = levels[number];
        long first = Morton.firstOfTile(z, x, y) >>> shift(number);
        long last = first + (1L << 2 * (number - z));
        int shift = 2 * (number - z - cellBits);
        int from = Arrays.binarySearch(level.code, (int) first);
        for (int i = from < 0 ? -from - 1 : from; i < level.code.length && level.code[i] < last; i++) {
            counts.add(
                    (int) (level.code[i] - first) >>> shift, level.n.get(i), level.violent.get(i), level.exact.get(i));
        }
        if (hidden == null) {
            return;
        }
        int whole = shift(number) + shift;
        long start = Morton.firstOfTile(z, x, y);
        long end = start + Morton.count(z);
        for (int row = hidden.nextSetBit(0); row >= 0; row = hidden.nextSetBit(row + 1)) {
            if (columns.morton[row] >= start && columns.morton[row] < end) {
                remove((int) (columns.morton[row] - start >>> whole), row, counts);
            }
        }
        for (int i = 0; i < columns.extraRow.length; i++) {
            long morton = columns.extraMorton[i];
            if (hidden.get(columns.extraRow[i]) && morton >= start && morton < end) {
                remove((int) (morton - start >>> whole), columns.extraRow[i], counts);
            }
        }
    }

    private void remove(int cell, int row, CellCounts counts) {
        counts.add(cell, -1, columns.type[row] == violentType ? -1 : 0, columns.wherePrecision(row) == 1 ? -1 : 0);
    }

    private static int shift(int level) {
        return 2 * (Morton.BITS - level);
    }

    private int key(long morton, int row) {
        return (int) (morton >>> shift(FINEST)) << 2
                | (columns.wherePrecision(row) == 1 ? 2 : 0)
                | (columns.type[row] == violentType ? 1 : 0);
    }

    /**
     * Cells of one size, ascending by their codes.
     *
     * @param code of each cell
     */
    private record Level(int[] code, SmallCounts n, SmallCounts violent, SmallCounts exact) {
        /**
         * @param keys codes times four, plus 2 where the place is exact and 1 for violence, ascending
         */
        static Level ofKeys(int[] keys) {
            int cells = 0;
            for (int i = 0; i < keys.length; i++) {
                cells += i == 0 || keys[i] >>> 2 != keys[i - 1] >>> 2 ? 1 : 0;
            }
            var level = empty(cells);
            int cell = 0;
            for (int i = 0, end; i < keys.length; i = end) {
                int violent = 0;
                int exact = 0;
                for (end = i; end < keys.length && keys[end] >>> 2 == keys[i] >>> 2; end++) {
                    violent += keys[end] & 1;
                    exact += keys[end] >> 1 & 1;
                }
                level.set(cell++, keys[i] >>> 2, end - i, violent, exact);
            }
            return level;
        }

        Level coarser() {
            int cells = 0;
            for (int i = 0; i < code.length; i++) {
                cells += i == 0 || code[i] >>> 2 != code[i - 1] >>> 2 ? 1 : 0;
            }
            var level = empty(cells);
            int cell = 0;
            for (int i = 0, end; i < code.length; i = end) {
                int all = 0;
                int violence = 0;
                int exactly = 0;
                for (end = i; end < code.length && code[end] >>> 2 == code[i] >>> 2; end++) {
                    all += n.get(end);
                    violence += violent.get(end);
                    exactly += exact.get(end);
                }
                level.set(cell++, code[i] >>> 2, all, violence, exactly);
            }
            return level;
        }

        private static Level empty(int cells) {
            return new Level(new int[cells], new SmallCounts(cells), new SmallCounts(cells), new SmallCounts(cells));
        }

        private void set(int cell, int itsCode, int all, int violence, int exactly) {
            code[cell] = itsCode;
            n.set(cell, all);
            violent.set(cell, violence);
            exact.set(cell, exactly);
        }
    }
}
