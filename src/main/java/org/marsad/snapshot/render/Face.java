package org.marsad.snapshot.render;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** A font file that ships with Marsad. Glyphs are named by their number in the file. Safe for use by several threads. */
final class Face {
    /** Shaped at this size, without hinting, so that all other sizes are multiples. */
    static final int UNITS = 1000;

    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

    private final String name;
    private final byte[] file;
    private final Font font;
    private final int blank;
    private final Map<Integer, Path2D> outlines = new ConcurrentHashMap<>();

    Face(String name, byte[] file, Font font) {
        this.name = name;
        this.file = file;
        this.font = font.deriveFont((float) UNITS);
        blank = this.font.createGlyphVector(CONTEXT, " ").getGlyphCode(0);
    }

    String name() {
        return name;
    }

    boolean has(int codePoint) {
        return font.canDisplay(codePoint);
    }

    /** Shapes text of one direction; positions are in {@link #UNITS} to the em, from left to right. */
    GlyphVector shape(char[] text, int start, int end, boolean rightToLeft) {
        int flags = rightToLeft ? Font.LAYOUT_RIGHT_TO_LEFT : Font.LAYOUT_LEFT_TO_RIGHT;
        return font.layoutGlyphVector(CONTEXT, text, start, end, flags);
    }

    /** The glyph of a space, which draws nothing. */
    int blank() {
        return blank;
    }

    /** How many glyphs there are; the shaper uses numbers above for what is not drawn. */
    int size() {
        return font.getNumGlyphs();
    }

    /** The outline of a glyph at {@link #UNITS} to the em, y downwards; not to be changed. */
    Path2D outline(int glyph) {
        return outlines.computeIfAbsent(glyph, id -> {
            var shape = font.createGlyphVector(CONTEXT, new int[] {id}).getOutline();
            return new Path2D.Double(shape, new AffineTransform());
        });
    }

    /** A reader of the file of one's own: it is not safe for use by several threads. */
    TrueTypeFont open() throws IOException {
        return new TTFParser().parse(new RandomAccessReadBuffer(new ByteArrayInputStream(file)));
    }
}
