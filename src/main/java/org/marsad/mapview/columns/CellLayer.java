package org.marsad.mapview.columns;

import java.util.Arrays;

/**
 * The layer {@code cells} of a tile: cells with equal counts are one multi-point feature, a few bytes each in place of twenty.
 */
final class CellLayer {
    private static final int STEP = TileLayer.EXTENT / 256;

    private final CellCounts counts;
    private final boolean certainty;

    CellLayer(CellCounts counts, boolean certainty) {
        this.counts = counts;
        this.certainty = certainty;
    }

    byte[] tile() {
        var layer = new TileLayer("cells", 512, "n", "violent", "exact", "certain");
        int[] filled = new int[CellCounts.CELLS];
        int size = 0;
        for (int cell = 0; cell < CellCounts.CELLS; cell++) {
            if (counts.n[cell] > 0) {
                filled[size++] = cell;
            }
        }
        // Cells in chains of equal counts, each chain in Morton order.
        int slots = Integer.highestOneBit(Math.max(16, size)) << 2;
        var head = new int[slots];
        var tail = new int[slots];
        Arrays.fill(head, -1);
        var next = new int[CellCounts.CELLS];
        var used = new int[size];
        int groups = 0;
        for (int i = 0; i < size; i++) {
            int cell = filled[i];
            next[cell] = -1;
            int at = (int) (hash(cell) >>> 32) & slots - 1;
            while (head[at] >= 0 && !isEqual(head[at], cell)) {
                at = at + 1 & slots - 1;
            }
            if (head[at] < 0) {
                head[at] = cell;
                used[groups++] = at;
            } else {
                next[tail[at]] = cell;
            }
            tail[at] = cell;
        }
        var values = new int[4];
        var geometry = new ByteSink(1024);
        for (int group = 0; group < groups; group++) {
            int cell = head[used[group]];
            values[0] = layer.value(counts.n[cell]);
            values[1] = counts.violent[cell] == 0 ? -1 : layer.value(counts.violent[cell]);
            values[2] = counts.exact[cell] == 0 ? -1 : layer.value(counts.exact[cell]);
            values[3] = certainty && counts.certain[cell] > 0 ? layer.value(counts.certain[cell]) : -1;
            geometry.clear();
            int points = 0;
            int x = 0;
            int y = 0;
            for (; cell >= 0; cell = next[cell], points++) {
                int px = Morton.x(cell) * STEP + STEP / 2;
                int py = Morton.y(cell) * STEP + STEP / 2;
                geometry.varint(ByteSink.zigzag(px - x));
                geometry.varint(ByteSink.zigzag(py - y));
                x = px;
                y = py;
            }
            layer.points(points, geometry, values);
        }
        return layer.tile();
    }

    private long hash(int cell) {
        long h = counts.n[cell];
        h = h * 0x9E3779B97F4A7C15L + counts.violent[cell];
        h = h * 0x9E3779B97F4A7C15L + counts.exact[cell];
        return (h * 31 + counts.certain[cell]) * 0x9E3779B97F4A7C15L;
    }

    private boolean isEqual(int one, int other) {
        return counts.n[one] == counts.n[other]
                && counts.violent[one] == counts.violent[other]
                && counts.exact[one] == counts.exact[other]
                && counts.certain[one] == counts.certain[other];
    }
}
