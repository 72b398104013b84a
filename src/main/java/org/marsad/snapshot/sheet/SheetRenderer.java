package org.marsad.snapshot.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * Draws a sheet. The same sheet, format and dpi give the same bytes, but for PPTX, whose text and picture are the same.
 * Safe for use by several threads.
 */
public interface SheetRenderer {
    int MIN_DPI = 96;
    int MAX_DPI = 600;

    /**
     * @param dpi of PNG and of the picture in PPTX, {@link #MIN_DPI} to {@link #MAX_DPI}; of no matter for SVG and PDF
     * @param out is written to and flushed, not closed
     * @throws IOException when {@code out} cannot be written; what was written until then is of no use
     * @throws IllegalArgumentException for a dpi out of bounds
     */
    void render(Sheet sheet, Format format, int dpi, OutputStream out) throws IOException;

    /** What the first sheet would have to wait for, in parts of about a second; to be done before somebody waits. */
    default List<Runnable> preparations() {
        return List.of();
    }
}
