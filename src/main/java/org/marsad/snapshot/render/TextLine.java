package org.marsad.snapshot.render;

import java.util.List;

/**
 * A line of text, shaped and in visual order.
 *
 * @param text in the order in which it is read
 * @param glyphs from left to right
 * @param width in em
 * @param rightToLeft the direction of the line as a whole
 */
record TextLine(String text, List<Glyph> glyphs, double width, boolean rightToLeft) {
    /** The part of an em that capitals and tall letters rise above the baseline. */
    static final double CAP = 0.70;

    double width(double size) {
        return width * size;
    }

    boolean hasMissing() {
        return glyphs.stream()
                .anyMatch(glyph -> glyph.id() == 0 && !glyph.text().isEmpty());
    }
}
