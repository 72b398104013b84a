package org.marsad.mapview.columns;

import java.util.Arrays;

/**
 * The layer {@code cells} of a tile: cells with equal counts are one multi-point feature, a few bytes each in place of twenty.
 */
final class CellLayer {
    private final int[] numbers;
    private final int[] next;
    private final int[] cells;
    private final int asked;
    private final int step;

    /**
     * @param cellBits of which two to the power are the cells of a side
     * @param certainty whether it is said of how many events it is certain
     */
    CellLayer(CellCounts counts, int cellBits, boolean certainty) {
        step = TileLayer.EXTENT >> cellBits;
        numbers = counts.numbers;
        next = counts.next;
        cells = counts.cells();
        asked = certainty ? CellCounts.NUMBERS : CellCounts.NUMBERS - 1;
    }

    byte[] tile() {
        var layer = new TileLayer("cells", "n", "violent", "exact", "certain");
        var features = new ByteSink(64 + 3 * cells.length);
        // Cells in chains of equal counts, each chain in Morton order.
        int slots = Integer.highestOneBit(Math.max(16, cells.length)) << 2;
        var head = new int[slots];
        var tail = new int[slots];
        Arrays.fill(head, -1);
        var used = new int[cells.length];
        int groups = 0;
        for (int cell : cells) {
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
        var values = new int[CellCounts.NUMBERS];
        values[CellCounts.NUMBERS - 1] = -1;
        var geometry = new ByteSink(1024);
        for (int group = 0; group < groups; group++) {
            int first = head[used[group]];
            for (int number = 0; number < asked; number++) {
                int value = numbers[CellCounts.NUMBERS * first + number];
                values[number] = value == 0 ? -1 : layer.value(value);
            }
            TileLayer.points(features, geometry(first, geometry), geometry, values);
        }
        return layer.tile(features);
    }

    /** Writes the cells of a chain; returns how many there are. */
    private int geometry(int first, ByteSink into) {
        into.clear();
        int points = 0;
        int x = 0;
        int y = 0;
        for (int cell = first; cell >= 0; cell = next[cell], points++) {
            int px = Morton.x(cell) * step + step / 2;
            int py = Morton.y(cell) * step + step / 2;
            into.varint(ByteSink.zigzag(px - x));
            into.varint(ByteSink.zigzag(py - y));
            x = px;
            y = py;
        }
        return points;
    }

    private long hash(int cell) {
        int at = CellCounts.NUMBERS * cell;
        long h = numbers[at];
        h = h * 0x9E3779B97F4A7C15L + numbers[at + 1];
        h = h * 0x9E3779B97F4A7C15L + numbers[at + 2];
        return (h * 31 + numbers[at + 3]) * 0x9E3779B97F4A7C15L;
    }

    private boolean isEqual(int one, int other) {
        int a = CellCounts.NUMBERS * one;
        int b = CellCounts.NUMBERS * other;
        return numbers[a] == numbers[b]
                && numbers[a + 1] == numbers[b + 1]
                && numbers[a + 2] == numbers[b + 2]
                && numbers[a + 3] == numbers[b + 3];
    }
}
