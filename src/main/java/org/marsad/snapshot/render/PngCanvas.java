package org.marsad.snapshot.render;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/** Draws pixels. Letters are filled outlines, so that no font rasteriser of the system has a say. */
final class PngCanvas implements Canvas {
    private final BufferedImage image;
    private final Graphics2D graphics;

    /** @param width of the page in points */
    PngCanvas(double width, double height, int dpi) {
        double scale = dpi / 72.0;
        image = new BufferedImage(
                (int) Math.round(width * scale), (int) Math.round(height * scale), BufferedImage.TYPE_INT_RGB);
        graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.scale(scale, scale);
    }

    /** The picture; nothing more can be drawn. */
    BufferedImage finish() {
        graphics.dispose();
        return image;
    }

    @Override
    public void fill(Shape shape, Color color) {
        graphics.setColor(color);
        graphics.fill(shape);
    }

    @Override
    public void stroke(Shape shape, Pen pen, Color color) {
        graphics.setColor(color);
        graphics.setStroke(strokeOf(pen));
        graphics.draw(shape);
    }

    private static BasicStroke strokeOf(Pen pen) {
        int cap = pen.round() ? BasicStroke.CAP_ROUND : BasicStroke.CAP_BUTT;
        int join = BasicStroke.JOIN_ROUND;
        return pen.dash().length == 0
                ? new BasicStroke((float) pen.width(), cap, join)
                : new BasicStroke((float) pen.width(), cap, join, 10, pen.dash(), 0);
    }

    @Override
    public void text(TextLine line, double x, double y, double size, Color color) {
        graphics.setColor(color);
        graphics.fill(outlineOf(line, x, y, size));
    }

    @Override
    public void halo(TextLine line, double x, double y, double size, Color color, double width) {
        graphics.setColor(color);
        graphics.setStroke(strokeOf(Pen.round(width)));
        graphics.draw(outlineOf(line, x, y, size));
    }

    private static Path2D outlineOf(TextLine line, double x, double y, double size) {
        var path = new Path2D.Double(Path2D.WIND_NON_ZERO);
        double scale = size / Face.UNITS;
        for (var glyph : line.glyphs()) {
            var place = new AffineTransform(scale, 0, 0, scale, x + glyph.x() * size, y - glyph.y() * size);
            path.append(glyph.face().outline(glyph.id()).getPathIterator(place), false);
        }
        return path;
    }

    @Override
    public void clipped(Shape shape, Runnable drawing) {
        var before = graphics.getClip();
        graphics.clip(shape);
        try {
            drawing.run();
        } finally {
            graphics.setClip(before);
        }
    }

    @Override
    public void tagged(Tag tag, String alternative, Runnable drawing) {
        drawing.run();
    }

    @Override
    public void link(Rectangle2D area, String address) {
        // Pixels lead nowhere.
    }
}
