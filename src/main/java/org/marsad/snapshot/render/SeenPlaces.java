package org.marsad.snapshot.render;

import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.marsad.geo.Geodesy;
import org.marsad.snapshot.sheet.Where;

/** Where on the page an area or a line can be named: within what the frame shows of it. */
final class SeenPlaces {
    private SeenPlaces() {}

    /** A circle on the ground. */
    static Track circle(Where.LonLat middle, double km) {
        double[] xy = new double[2 * 73];
        for (int i = 0; i <= 72; i++) {
            var at = Geodesy.destination(middle.lon(), middle.lat(), i * 5, km);
            double lon = at.x;
            // In one piece, over the date line too.
            if (lon - middle.lon() > 180) {
                lon -= 360;
            } else if (lon - middle.lon() < -180) {
                lon += 360;
            }
            xy[2 * i] = lon;
            xy[2 * i + 1] = at.y;
        }
        return Track.of(xy);
    }

    /** The middle of the longest stretch of a line within the frame, or null where none is. */
    static @Nullable Point2D middleOf(MapView view, Path2D path) {
        var points = pointsOf(view, path);
        return points.isEmpty() ? null : points.get(points.size() / 2);
    }

    /** The corners of a path that are within the frame. */
    static List<Point2D> pointsOf(MapView view, Path2D path) {
        var points = new ArrayList<Point2D>();
        double[] at = new double[6];
        for (var it = path.getPathIterator(null); !it.isDone(); it.next()) {
            it.currentSegment(at);
            if (view.frame().contains(at[0], at[1])) {
                points.add(new Point2D.Double(at[0], at[1]));
            }
        }
        return points;
    }

    /** A point well inside an area, and how large that is on the page, in square points. */
    record Inside(Point2D at, double size) {}

    /** In the largest part that is seen; null where next to nothing is. */
    static @Nullable Inside insideOf(MapView view, List<Track> rings) {
        var frame = view.frame();
        Geometry largest = null;
        var factory = new GeometryFactory();
        var rectangle = factory.toGeometry(
                new Envelope(frame.getMinX() + 8, frame.getMaxX() - 8, frame.getMinY() + 8, frame.getMaxY() - 8));
        for (var ring : rings) {
            var path = view.areas(List.of(ring));
            var corners = corners(path);
            if (corners.length < 4) {
                continue;
            }
            var polygon = factory.createPolygon(corners);
            if (!polygon.getEnvelope().intersects(rectangle)) {
                continue;
            }
            // Cutting and projecting may have made it touch itself.
            var seen = polygon.buffer(0).intersection(rectangle);
            if (!seen.isEmpty() && (largest == null || seen.getArea() > largest.getArea())) {
                largest = seen;
            }
        }
        if (largest == null || largest.getArea() < 20) {
            return null;
        }
        var inside = largest.getCentroid().getCoordinate();
        if (!largest.contains(factory.createPoint(inside))) {
            inside = largest.getInteriorPoint().getCoordinate();
        }
        return new Inside(new Point2D.Double(inside.x, inside.y), largest.getArea());
    }

    private static Coordinate[] corners(Path2D path) {
        var result = new ArrayList<Coordinate>();
        double[] at = new double[6];
        for (var it = path.getPathIterator(null); !it.isDone(); it.next()) {
            if (it.currentSegment(at) != PathIterator.SEG_CLOSE) {
                result.add(new Coordinate(at[0], at[1]));
            }
        }
        if (!result.isEmpty()) {
            result.add(result.getFirst().copy());
        }
        return result.toArray(Coordinate[]::new);
    }
}
