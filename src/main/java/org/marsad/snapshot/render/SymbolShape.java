package org.marsad.snapshot.render;

import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** The glyphs inside symbols, as the dashboard draws them (frontend/marsad-symbols.ts). */
enum SymbolShape {
    STAR,
    SQUARE,
    TRIANGLE,
    CHEVRON,
    DISC,
    BAR,
    DIAMOND;

    /** Around a point, within a radius. */
    Shape at(double x, double y, double r) {
        return switch (this) {
            case STAR -> {
                double[] corners = new double[16];
                for (int i = 0; i < 8; i++) {
                    double radius = i % 2 == 0 ? 1.08 : 0.42;
                    double angle = i * Math.PI / 4 - Math.PI / 2;
                    corners[2 * i] = radius * Math.cos(angle);
                    corners[2 * i + 1] = radius * Math.sin(angle);
                }
                yield polygon(x, y, r, corners);
            }
            case SQUARE -> new Rectangle2D.Double(x - r * 0.7, y - r * 0.7, r * 1.4, r * 1.4);
            case TRIANGLE -> polygon(x, y, r, 0, -0.95, 0.92, 0.68, -0.92, 0.68);
            case CHEVRON -> polygon(x, y, r, -0.85, -0.75, 0.85, -0.75, 0, 0.95);
            case DISC -> new Ellipse2D.Double(x - r * 0.72, y - r * 0.72, r * 1.44, r * 1.44);
            case BAR -> new Rectangle2D.Double(x - r * 0.85, y - r * 0.3, r * 1.7, r * 0.6);
            case DIAMOND -> polygon(x, y, r, 0, -1, 0.85, 0, 0, 1, -0.85, 0);
        };
    }

    private static Shape polygon(double x, double y, double r, double... corners) {
        var path = new Path2D.Double();
        for (int i = 0; i < corners.length; i += 2) {
            if (i == 0) {
                path.moveTo(x + corners[0] * r, y + corners[1] * r);
            } else {
                path.lineTo(x + corners[i] * r, y + corners[i + 1] * r);
            }
        }
        path.closePath();
        return path;
    }
}
