package org.marsad.snapshot.render;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;

/**
 * What a sheet is drawn on: a page in points (1/72 inch), (0, 0) at its top left, y downwards. There is one for each kind of
 * file, and a sheet is drawn in the same way on each.
 */
interface Canvas {
    void fill(Shape shape, Color color);

    void stroke(Shape shape, Pen pen, Color color);

    /** @param x left end of the line, @param y its baseline */
    void text(TextLine line, double x, double y, double size, Color color);

    /** The glow around letters that keeps them readable over lines; no text of its own. */
    void halo(TextLine line, double x, double y, double size, Color color, double width);

    /** Draws what is inside the shape only. */
    void clipped(Shape shape, Runnable drawing);

    /**
     * Says what the drawing is.
     *
     * @param alternative in words, for a figure; else empty
     */
    void tagged(Tag tag, String alternative, Runnable drawing);

    /** A part of the page that leads somewhere. */
    void link(Rectangle2D area, String address);
}
