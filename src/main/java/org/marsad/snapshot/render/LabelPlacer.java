package org.marsad.snapshot.render;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds room on a map: who comes first takes it, and nothing placed lies over anything placed before. */
final class LabelPlacer {
    private final Rectangle2D frame;
    private final List<Rectangle2D> taken = new ArrayList<>();
    private final List<Rectangle2D> avoided = new ArrayList<>();

    LabelPlacer(Rectangle2D frame) {
        this.frame = frame;
    }

    /** Keeps a box free, whatever lies there already. */
    void take(Rectangle2D box) {
        taken.add(box);
    }

    /** Keeps a box free where there is another place. */
    void avoid(Rectangle2D box) {
        avoided.add(box);
    }

    /** The first of the boxes that is within the frame and free, one without what is avoided if there is; it is taken then. */
    Optional<Rectangle2D> place(List<Rectangle2D> candidates) {
        var free = candidates.stream()
                .filter(box -> frame.contains(box) && taken.stream().noneMatch(other -> other.intersects(box)))
                .toList();
        var found = free.stream()
                .filter(box -> avoided.stream().noneMatch(other -> other.intersects(box)))
                .findFirst()
                .or(() -> free.stream().findFirst());
        found.ifPresent(taken::add);
        return found;
    }

    /**
     * Boxes around a point, the best first: beside it where reading goes on, the other side, above, below, and the corners.
     *
     * @param gap between the point and a box
     */
    static List<Rectangle2D> around(double x, double y, double width, double height, double gap, boolean rightToLeft) {
        double right = x + gap;
        double left = x - gap - width;
        double middle = y - height / 2;
        double above = y - gap - height;
        double below = y + gap;
        double near = 0.7 * gap;
        var result = new ArrayList<Rectangle2D>();
        result.add(box(rightToLeft ? left : right, middle, width, height));
        result.add(box(rightToLeft ? right : left, middle, width, height));
        result.add(box(x - width / 2, above, width, height));
        result.add(box(x - width / 2, below, width, height));
        for (double side :
                rightToLeft ? new double[] {x - near - width, x + near} : new double[] {x + near, x - near - width}) {
            result.add(box(side, y - near - height, width, height));
            result.add(box(side, y + near, width, height));
        }
        return result;
    }

    private static Rectangle2D box(double x, double y, double width, double height) {
        return new Rectangle2D.Double(x, y, width, height);
    }
}
