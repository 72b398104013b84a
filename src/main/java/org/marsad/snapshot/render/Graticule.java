package org.marsad.snapshot.render;

import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** Meridians and parallels at round degrees, and where they meet the frame. */
final class Graticule {
    private static final double[] STEPS = {45, 30, 20, 10, 5, 2, 1, 0.5, 0.25, 1 / 6.0, 1 / 12.0, 1 / 30.0, 1 / 60.0};
    private static final int PIECES = 120;

    /** A side of the frame. */
    enum Side {
        TOP,
        BOTTOM,
        LEFT,
        RIGHT
    }

    /**
     * Where a line ends.
     *
     * @param onFrame at a side of the frame; else at the edge of the world within it
     */
    record Tick(Side side, boolean onFrame, double x, double y, String label) {}

    private final MapView view;
    private final Path2D lines = new Path2D.Double();
    private final List<Tick> ticks = new ArrayList<>();

    Graticule(MapView view, Words words) {
        this.view = view;
        var window = view.window();
        double lonStep = step(window.east() - window.west(), 7);
        double latStep = step(window.north() - window.south(), view.isWorld() ? 7 : 6);
        double center = view.projection().centerLon();
        for (double lon = Math.ceil((window.west() + center) / lonStep) * lonStep;
                lon <= window.east() + center;
                lon += lonStep) {
            double relative = lon - center;
            if (Math.abs(relative) <= 180) {
                add(relative, window.south(), relative, window.north(), words.longitude(turned(lon)), true);
            }
        }
        for (double lat = Math.ceil(window.south() / latStep) * latStep; lat <= window.north(); lat += latStep) {
            if (Math.abs(lat) < 90) {
                add(window.west(), lat, window.east(), lat, words.latitude(lat), false);
            }
        }
    }

    private static double turned(double lon) {
        double turned = lon;
        while (turned > 180) {
            turned -= 360;
        }
        while (turned < -180) {
            turned += 360;
        }
        return turned;
    }

    /** The finest step that gives no more lines than wanted. */
    static double step(double degrees, int most) {
        double best = STEPS[0];
        for (double step : STEPS) {
            if (degrees / step <= most + 0.5) {
                best = step;
            }
        }
        return best;
    }

    Path2D lines() {
        return lines;
    }

    List<Tick> ticks() {
        return ticks;
    }

    private void add(double lon0, double lat0, double lon1, double lat1, String label, boolean meridian) {
        Point2D before = null;
        for (int i = 0; i <= PIECES; i++) {
            double share = (double) i / PIECES;
            var at = view.place(lon0 + share * (lon1 - lon0), lat0 + share * (lat1 - lat0));
            if (before == null) {
                lines.moveTo(at.getX(), at.getY());
                // The edge of the world, where it is within the frame.
                if (view.isWorld() && view.frame().contains(at)) {
                    ticks.add(new Tick(meridian ? Side.BOTTOM : Side.LEFT, false, at.getX(), at.getY(), label));
                }
            } else {
                lines.lineTo(at.getX(), at.getY());
                crossings(before, at, label, meridian);
            }
            before = at;
        }
    }

    private void crossings(Point2D from, Point2D to, String label, boolean meridian) {
        Rectangle2D frame = view.frame();
        if (meridian) {
            crossing(from, to, frame.getMinY(), false, Side.TOP, label);
            crossing(from, to, frame.getMaxY(), false, Side.BOTTOM, label);
        } else {
            crossing(from, to, frame.getMinX(), true, Side.LEFT, label);
            crossing(from, to, frame.getMaxX(), true, Side.RIGHT, label);
        }
    }

    private void crossing(Point2D from, Point2D to, double bound, boolean vertical, Side side, String label) {
        double a = vertical ? from.getX() : from.getY();
        double b = vertical ? to.getX() : to.getY();
        if (a == b || (a - bound) * (b - bound) > 0 || b == bound) {
            return;
        }
        double share = (bound - a) / (b - a);
        double x = from.getX() + share * (to.getX() - from.getX());
        double y = from.getY() + share * (to.getY() - from.getY());
        Rectangle2D frame = view.frame();
        boolean within =
                vertical ? y >= frame.getMinY() && y <= frame.getMaxY() : x >= frame.getMinX() && x <= frame.getMaxX();
        boolean told = ticks.stream()
                .anyMatch(tick -> tick.side() == side && tick.label().equals(label));
        if (within && !told) {
            ticks.add(new Tick(side, true, x, y, label));
        }
    }

    static Line2D mark(Tick tick, double length) {
        return switch (tick.side()) {
            case TOP -> new Line2D.Double(tick.x(), tick.y(), tick.x(), tick.y() - length);
            case BOTTOM -> new Line2D.Double(tick.x(), tick.y(), tick.x(), tick.y() + length);
            case LEFT -> new Line2D.Double(tick.x(), tick.y(), tick.x() - length, tick.y());
            case RIGHT -> new Line2D.Double(tick.x(), tick.y(), tick.x() + length, tick.y());
        };
    }
}
