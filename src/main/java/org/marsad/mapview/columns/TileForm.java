package org.marsad.mapview.columns;

import java.util.Arrays;
import java.util.Locale;

/** What a tile of events is made of. */
public enum TileForm {
    /** Cells or points, by the zoom and the number of events. */
    EITHER(8),
    /** The same, with cells of four times the side: for numbers, which are drawn for dozens of cells at once. */
    COARSE(6),
    CELLS(8),
    POINTS(8);

    /** A tile has two to the power of this cells to a side. */
    final int cellBits;

    TileForm(int cellBits) {
        this.cellBits = cellBits;
    }

    /**
     * By the word of the HTTP interface.
     *
     * @throws IllegalArgumentException for another word
     */
    public static TileForm ofWord(String word) {
        return Arrays.stream(values())
                .filter(form ->
                        form != EITHER && form.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(word));
    }
}
