package org.marsad.mapview.columns;

import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Counts by up to 256 × 256 cells of a tile, the cells in Morton order. A megabyte, most of it empty in most tiles: it is used again,
 * and only what was filled is emptied.
 */
final class CellCounts implements AutoCloseable {
    static final int CELLS = 256 * 256;
    /** Numbers of a cell: n, violent, exact, certain. */
    static final int NUMBERS = 4;

    private static final BlockingQueue<CellCounts> IDLE =
            new ArrayBlockingQueue<>(2 * Runtime.getRuntime().availableProcessors());

    /** Those of each cell, one cell after the other. */
    final int[] numbers = new int[NUMBERS * CELLS];
    /** One bit for each cell that was ever added to. */
    final long[] filled = new long[CELLS / Long.SIZE];
    /** Room for whoever puts cells into groups: a link for each cell. */
    final int[] next = new int[CELLS];

    private CellCounts() {}

    static CellCounts take() {
        var idle = IDLE.poll();
        return idle == null ? new CellCounts() : idle;
    }

    void add(int cell, int n, int violent, int exact) {
        filled[cell >> 6] |= 1L << cell;
        numbers[NUMBERS * cell] += n;
        numbers[NUMBERS * cell + 1] += violent;
        numbers[NUMBERS * cell + 2] += exact;
    }

    void addCertain(int cell) {
        numbers[NUMBERS * cell + 3]++;
    }

    int n(int cell) {
        return numbers[NUMBERS * cell];
    }

    /** Cells that hold any, ascending. */
    int[] cells() {
        int most = 0;
        for (long word : filled) {
            most += Long.bitCount(word);
        }
        int[] result = new int[most];
        int size = 0;
        for (int at = 0; at < filled.length; at++) {
            for (long word = filled[at]; word != 0; word &= word - 1) {
                int cell = at * Long.SIZE + Long.numberOfTrailingZeros(word);
                result[size] = cell;
                size += n(cell) > 0 ? 1 : 0;
            }
        }
        return size == most ? result : Arrays.copyOf(result, size);
    }

    @Override
    public void close() {
        for (int at = 0; at < filled.length; at++) {
            for (long word = filled[at]; word != 0; word &= word - 1) {
                int from = NUMBERS * (at * Long.SIZE + Long.numberOfTrailingZeros(word));
                Arrays.fill(numbers, from, from + NUMBERS, 0);
            }
            filled[at] = 0;
        }
        IDLE.offer(this);
    }
}
