package org.marsad.snapshot.render;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;

/** Draws nothing: to find out how much room something takes. */
final class NullCanvas implements Canvas {
    @Override
    public void fill(Shape shape, Color color) {}

    @Override
    public void stroke(Shape shape, Pen pen, Color color) {}

    @Override
    public void text(TextLine line, double x, double y, double size, Color color) {}

    @Override
    public void halo(TextLine line, double x, double y, double size, Color color, double width) {}

    @Override
    public void clipped(Shape shape, Runnable drawing) {
        drawing.run();
    }

    @Override
    public void tagged(Tag tag, String alternative, Runnable drawing) {
        drawing.run();
    }

    @Override
    public void link(Rectangle2D area, String address) {}
}
