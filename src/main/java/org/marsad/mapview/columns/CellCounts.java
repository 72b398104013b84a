package org.marsad.mapview.columns;

/** Counts by 256 × 256 cells of a tile, the cells in Morton order. */
final class CellCounts {
    static final int CELLS = 256 * 256;

    final int[] n = new int[CELLS];
    final int[] violent = new int[CELLS];
    final int[] exact = new int[CELLS];
    final int[] certain = new int[CELLS];

    void add(int cell, EventColumns columns, int row, int violentType, int sign) {
        n[cell] += sign;
        if (columns.type[row] == violentType) {
            violent[cell] += sign;
        }
        if (columns.wherePrecision(row) == 1) {
            exact[cell] += sign;
        }
    }
}
