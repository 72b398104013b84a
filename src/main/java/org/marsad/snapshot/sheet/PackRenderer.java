package org.marsad.snapshot.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Draws several sheets as one file. Safe for use by several threads. */
public interface PackRenderer {
    /**
     * @param title of the file as a whole, for its metadata
     * @param sheets in order; page numbers are those of the pack, whatever the sheets say; their papers may differ
     * @param format {@link Format#PDF} or {@link Format#PPTX}
     * @param dpi of pictures in PPTX
     * @param out is written to and flushed, not closed
     * @throws IOException when {@code out} cannot be written
     * @throws IllegalArgumentException for another format, a dpi out of bounds or no sheets
     */
    void render(String title, List<Sheet> sheets, Format format, int dpi, OutputStream out) throws IOException;
}
