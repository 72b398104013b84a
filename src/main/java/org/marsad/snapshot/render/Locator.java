package org.marsad.snapshot.render;

import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A small map that tells where in the world a map is. */
final class Locator {
    private Locator() {}

    /** Where the map lies, in a small map about it; null where the map is most of the world. */
    static @Nullable MapView of(MapView view, Rectangle2D box) {
        if (view.isWorld() || view.widthKm() > 9000) {
            return null;
        }
        double half = Math.clamp(view.widthKm() * 3, 1500, 5500);
        var center = view.degreesAt(view.frame().getCenterX(), view.frame().getCenterY());
        return center.map(at -> MapView.about(at.x, at.y, half, box)).orElse(null);
    }

    /** Draws the inset, with what the map shows. */
    static void draw(Canvas canvas, MapView view, MapView inset, double scale) {
        var box = inset.frame();
        canvas.clipped(box, () -> {
            canvas.fill(box, Palette.SEA);
            var rings = BaseMap.coarse().countries().values().stream()
                    .flatMap(List::stream)
                    .toList();
            canvas.fill(inset.areas(rings), Palette.LAND);
            canvas.stroke(inset.lines(BaseMap.coarse().outlines()), Pen.of(0.3 * scale), Palette.BORDER);
            var outline = new Path2D.Double();
            var frame = view.frame();
            int steps = 24;
            for (int i = 0; i < 4 * steps; i++) {
                double share = (double) (i % steps) / steps;
                double x = switch (i / steps) {
                    case 0 -> frame.getMinX() + share * frame.getWidth();
                    case 1 -> frame.getMaxX();
                    case 2 -> frame.getMaxX() - share * frame.getWidth();
                    default -> frame.getMinX();
                };
                double y = switch (i / steps) {
                    case 0 -> frame.getMinY();
                    case 1 -> frame.getMinY() + share * frame.getHeight();
                    case 2 -> frame.getMaxY();
                    default -> frame.getMaxY() - share * frame.getHeight();
                };
                var at = view.degreesAt(x, y);
                if (at.isPresent()) {
                    var point = inset.at(at.get().x, at.get().y);
                    if (outline.getCurrentPoint() == null) {
                        outline.moveTo(point.getX(), point.getY());
                    } else {
                        outline.lineTo(point.getX(), point.getY());
                    }
                }
            }
            if (outline.getCurrentPoint() != null) {
                outline.closePath();
                canvas.fill(outline, Palette.withAlpha(Palette.CLASSIFICATION, 0.12));
                canvas.stroke(outline, Pen.of(1 * scale), Palette.CLASSIFICATION);
            }
        });
        canvas.stroke(box, Pen.of(0.5 * scale), Palette.RULE);
    }
}
