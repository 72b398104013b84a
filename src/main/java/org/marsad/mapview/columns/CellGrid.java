package org.marsad.mapview.columns;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * All placed events of columns counted once by small cells, for tiles of a whole region without a filter: those are sums of
 * cells, whatever the number of events.
 */
final class CellGrid {
    /** Zoom of which a tile is one cell; count tiles to five zooms less can be summed from it exactly. */
    static final int LEVEL = 13;

    private static final int SHIFT = 2 * (Morton.BITS - LEVEL);

    private final int[] code;
    private final int[] n;
    private final int[] violent;
    private final int[] exact;
    private final EventColumns columns;
    private final int violentType;

    CellGrid(EventColumns columns, int violentType) {
        this.columns = columns;
        this.violentType = violentType;
        int placed = 0;
        for (var bucket : columns.buckets) {
            placed += bucket.placed() - bucket.from();
        }
        var keys = new long[placed + columns.extraRow.length];
        int at = 0;
        for (var bucket : columns.buckets) {
            for (int row = bucket.from(); row < bucket.placed(); row++) {
                keys[at++] = key(columns.morton[row], row);
            }
        }
        for (int i = 0; i < columns.extraRow.length; i++) {
            keys[at++] = key(columns.extraMorton[i], columns.extraRow[i]);
        }
        Arrays.parallelSort(keys, 0, at);
        int cells = 0;
        for (int i = 0; i < at; i++) {
            cells += i == 0 || keys[i] >>> 2 != keys[i - 1] >>> 2 ? 1 : 0;
        }
        code = new int[cells];
        n = new int[cells];
        violent = new int[cells];
        exact = new int[cells];
        int cell = -1;
        for (int i = 0; i < at; i++) {
            if (i == 0 || keys[i] >>> 2 != keys[i - 1] >>> 2) {
                code[++cell] = (int) (keys[i] >>> 2);
            }
            n[cell]++;
            violent[cell] += (int) (keys[i] & 1);
            exact[cell] += (int) (keys[i] >> 1 & 1);
        }
    }

    /** Adds the cells of a tile to counts by 256 × 256 cells in Morton order, without some rows. */
    void add(int z, int x, int y, @Nullable BitSet hidden, CellCounts counts) {
        long first = Morton.firstOfTile(z, x, y) >>> SHIFT;
        long last = first + (1L << 2 * (LEVEL - z));
        int shift = 2 * (LEVEL - z - 8);
        int from = Arrays.binarySearch(code, (int) first);
        for (int i = from < 0 ? -from - 1 : from; i < code.length && code[i] < last; i++) {
            int cell = (int) (code[i] - first) >>> shift;
            counts.n[cell] += n[i];
            counts.violent[cell] += violent[i];
            counts.exact[cell] += exact[i];
        }
        if (hidden == null) {
            return;
        }
        int whole = SHIFT + shift;
        long start = Morton.firstOfTile(z, x, y);
        long end = start + Morton.count(z);
        for (int row = hidden.nextSetBit(0); row >= 0; row = hidden.nextSetBit(row + 1)) {
            if (columns.morton[row] >= start && columns.morton[row] < end) {
                counts.add((int) (columns.morton[row] - start >>> whole), columns, row, violentType, -1);
            }
        }
        for (int i = 0; i < columns.extraRow.length; i++) {
            long morton = columns.extraMorton[i];
            if (hidden.get(columns.extraRow[i]) && morton >= start && morton < end) {
                counts.add((int) (morton - start >>> whole), columns, columns.extraRow[i], violentType, -1);
            }
        }
    }

    private long key(long morton, int row) {
        return morton >>> SHIFT << 2
                | (columns.wherePrecision(row) == 1 ? 2 : 0)
                | (columns.type[row] == violentType ? 1 : 0);
    }
}
