package org.marsad.snapshot.render;

import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** An arrow to true north at the middle of a map. */
final class NorthArrow {
    private NorthArrow() {}

    static void draw(Page page, MapView view, Rectangle2D box, double scale) {
        var canvas = page.canvas();
        double x = box.getCenterX();
        double y = box.getCenterY();
        double r = box.getWidth() / 2;
        canvas.fill(new Ellipse2D.Double(box.getX(), box.getY(), 2 * r, 2 * r), Palette.withAlpha(Color.WHITE, 0.85));
        canvas.stroke(new Ellipse2D.Double(box.getX(), box.getY(), 2 * r, 2 * r), Pen.of(0.4 * scale), Palette.RULE);
        double angle = view.northAtCenter();
        canvas.fill(needle(x, y, r * 0.92, angle, true), Palette.INK);
        canvas.fill(needle(x, y, r * 0.92, angle, false), Palette.withAlpha(Palette.INK, 0.35));
        var style = new Page.Style(Weight.SEMIBOLD, 6.4 * scale, Palette.INK);
        double letter = r * 0.62;
        page.centered(
                page.words().say("north"),
                x - Math.sin(angle) * letter,
                y + Math.cos(angle) * letter + style.size() * 0.35,
                style);
    }

    /** Half of an arrow that points to north. */
    private static Path2D needle(double x, double y, double r, double angle, boolean left) {
        double[][] corners = {{0, -1}, {left ? -0.38 : 0.38, 0.22}, {0, 0.05}};
        var path = new Path2D.Double();
        for (int i = 0; i < corners.length; i++) {
            double cx = corners[i][0] * r;
            double cy = corners[i][1] * r;
            double px = x + cx * Math.cos(angle) - cy * Math.sin(angle);
            double py = y + cx * Math.sin(angle) + cy * Math.cos(angle);
            if (i == 0) {
                path.moveTo(px, py);
            } else {
                path.lineTo(px, py);
            }
        }
        path.closePath();
        return path;
    }
}
