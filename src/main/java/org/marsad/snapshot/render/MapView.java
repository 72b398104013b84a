package org.marsad.snapshot.render;

import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.Collection;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.marsad.geo.Geodesy;
import org.marsad.geo.MapProjection;
import org.marsad.snapshot.sheet.Extent;

/**
 * The way from the globe to a frame on the page: the projection, the scale, and what of the globe is seen. Degrees are WGS 84, the
 * page is in points with y downwards.
 */
final class MapView {
    /** The least that is shown, around a single place. */
    private static final double LEAST_KM = 60;

    private static final double FAR = 1e5;
    private static final int SIDE_STEPS = 48;
    private static final double POINTS_APART = 0.18;

    private final MapProjection projection;
    private final Rectangle2D frame;
    private final double metresPerPoint;
    private final double centerX;
    private final double centerY;
    private final Window window;

    private MapView(
            MapProjection projection, Rectangle2D frame, double metresPerPoint, double centerX, double centerY) {
        this.projection = projection;
        this.frame = frame;
        this.metresPerPoint = metresPerPoint;
        this.centerX = centerX;
        this.centerY = centerY;
        this.window = reckonWindow();
    }

    /** The whole of the extent within the frame, and around it what the frame's shape leaves. */
    static MapView of(Extent asked, Rectangle2D frame) {
        var extent = atLeast(asked);
        double width = extent.widthDegrees();
        var projection = MapProjection.suitedTo(extent.west(), extent.south(), width, extent.north());
        double[] box = {Double.MAX_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE, -Double.MAX_VALUE};
        int steps = 40;
        for (int i = 0; i <= steps; i++) {
            for (int j = 0; j <= steps; j++) {
                if (i % steps != 0 && j % steps != 0 && (i != steps / 2 || j != steps / 2)) {
                    continue; // the edges and the middle
                }
                double[] xy = {-width / 2 + width * i / steps, extent.south() + extent.heightDegrees() * j / steps};
                projection.project(xy, 1);
                box[0] = Math.min(box[0], xy[0]);
                box[1] = Math.min(box[1], xy[1]);
                box[2] = Math.max(box[2], xy[0]);
                box[3] = Math.max(box[3], xy[1]);
            }
        }
        double room = projection.kind() == MapProjection.Kind.ECKERT_IV ? 1.12 : 1.04;
        double scale = room * Math.max((box[2] - box[0]) / frame.getWidth(), (box[3] - box[1]) / frame.getHeight());
        return new MapView(projection, frame, scale, (box[0] + box[2]) / 2, (box[1] + box[3]) / 2);
    }

    /** An inset about a point. */
    static MapView about(double lon, double lat, double halfWidthKm, Rectangle2D frame) {
        var projection = MapProjection.azimuthal(lon, lat);
        return new MapView(projection, frame, halfWidthKm * 2000 / Math.min(frame.getWidth(), frame.getHeight()), 0, 0);
    }

    private static Extent atLeast(Extent extent) {
        double halfLat = LEAST_KM / 2 / 111.2;
        double lat = Math.clamp(extent.middleLat(), -89, 89);
        double halfLon = halfLat / Math.max(0.02, Math.cos(Math.toRadians(lat)));
        double west = extent.west();
        double east = extent.east();
        double south = extent.south();
        double north = extent.north();
        if (extent.widthDegrees() < 2 * halfLon) {
            west = turned(extent.middleLon() - halfLon);
            east = turned(extent.middleLon() + halfLon);
        }
        if (extent.heightDegrees() < 2 * halfLat) {
            south = Math.max(-90, extent.middleLat() - halfLat);
            north = Math.min(90, extent.middleLat() + halfLat);
        }
        return new Extent(west, south, east, north);
    }

    private static double turned(double lon) {
        return lon < -180 ? lon + 360 : lon > 180 ? lon - 360 : lon;
    }

    MapProjection projection() {
        return projection;
    }

    Rectangle2D frame() {
        return frame;
    }

    Window window() {
        return window;
    }

    /** Kilometres across the frame. */
    double widthKm() {
        return frame.getWidth() * metresPerPoint / 1000;
    }

    boolean isWorld() {
        return projection.kind() == MapProjection.Kind.ECKERT_IV;
    }

    /** A box of relative degrees that holds all that the frame shows. */
    private Window reckonWindow() {
        double[] box = {Double.MAX_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE, -Double.MAX_VALUE};
        for (int i = 0; i <= SIDE_STEPS; i++) {
            double share = (double) i / SIDE_STEPS;
            double x = frame.getX() + share * frame.getWidth();
            double y = frame.getY() + share * frame.getHeight();
            boolean all = widen(box, x, frame.getMinY())
                    && widen(box, x, frame.getMaxY())
                    && widen(box, frame.getMinX(), y)
                    && widen(box, frame.getMaxX(), y);
            if (!all) {
                return new Window(-180, -90, 180, 90); // some of the frame is beyond the world
            }
        }
        // A pole inside the frame is seen from high latitudes on all sides.
        boolean north = box[3] > 60 && shows(90);
        boolean south = box[1] < -60 && shows(-90);
        boolean around = north || south || box[2] - box[0] > 300;
        double margin = 0.02 * Math.max(box[2] - box[0], box[3] - box[1]);
        return new Window(
                around ? -180 : box[0] - margin,
                south ? -90 : Math.max(-90, box[1] - margin),
                around ? 180 : box[2] + margin,
                north ? 90 : Math.min(90, box[3] + margin));
    }

    private boolean widen(double[] box, double x, double y) {
        var at = relativeAt(x, y);
        if (at.isEmpty()) {
            return false;
        }
        box[0] = Math.min(box[0], at.get().x);
        box[1] = Math.min(box[1], at.get().y);
        box[2] = Math.max(box[2], at.get().x);
        box[3] = Math.max(box[3], at.get().y);
        return true;
    }

    private boolean shows(double pole) {
        return frame.contains(place(0, pole));
    }

    private Optional<Coordinate> relativeAt(double x, double y) {
        return projection.unproject(
                centerX + (x - frame.getCenterX()) * metresPerPoint,
                centerY - (y - frame.getCenterY()) * metresPerPoint);
    }

    /** Longitude and latitude of a place on the page; empty beyond the edge of the world. */
    Optional<Coordinate> degreesAt(double x, double y) {
        return relativeAt(x, y).map(at -> new Coordinate(projection.absolute(at.x), at.y));
    }

    /** A relative longitude and a latitude on the page. */
    Point2D place(double relativeLon, double lat) {
        double[] xy = {relativeLon, lat};
        projection.project(xy, 1);
        return new Point2D.Double(pageX(xy[0]), pageY(xy[1]));
    }

    /** Where a place is on the page; somewhere far off the frame where it is not seen. */
    Point2D at(double lon, double lat) {
        double relative = projection.relative(lon);
        // What is far off need not be projected, and cannot always be: a place on the other side of the world.
        if (!window.contains(relative, lat)) {
            return new Point2D.Double(frame.getMinX() - FAR, frame.getMinY() - FAR);
        }
        return place(relative, lat);
    }

    private double pageX(double metres) {
        return frame.getCenterX() + (metres - centerX) / metresPerPoint;
    }

    private double pageY(double metres) {
        return frame.getCenterY() - (metres - centerY) / metresPerPoint;
    }

    /** Points on the page to a km at a place; the projection stretches a little in some directions, this is their mean. */
    double pointsPerKm() {
        return 1000 / metresPerPoint;
    }

    /** Km that a level line of so many points is at the frame's centre, on the ellipsoid. */
    double kmAtCenter(double points) {
        double x = frame.getCenterX();
        double y = frame.getCenterY();
        var left = degreesAt(x - points / 2, y);
        var right = degreesAt(x + points / 2, y);
        return left.isPresent() && right.isPresent()
                ? Geodesy.distanceKm(left.get(), right.get())
                : points * metresPerPoint / 1000;
    }

    /** Where true north lies at the frame's centre, in radians clockwise from the top of the page. */
    double northAtCenter() {
        var center = relativeAt(frame.getCenterX(), frame.getCenterY());
        if (center.isEmpty()) {
            return 0;
        }
        double lat = Math.min(89.8, center.get().y);
        var from = place(center.get().x, lat);
        var to = place(center.get().x, lat + 0.1);
        return Math.atan2(to.getX() - from.getX(), from.getY() - to.getY());
    }

    /** The filled shape of rings, cut to what is seen. */
    Path2D areas(Collection<Track> rings) {
        var path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
        for (var ring : rings) {
            for (double shift : shifts()) {
                if (window.meets(ring, shift)) {
                    append(path, window.ring(ring, shift), true);
                }
            }
        }
        return path;
    }

    /** Lines, cut to what is seen. */
    Path2D lines(Collection<Track> lines) {
        var path = new Path2D.Double(Path2D.WIND_NON_ZERO);
        for (var line : lines) {
            for (double shift : shifts()) {
                if (window.meets(line, shift)) {
                    for (double[] part : window.line(line, shift)) {
                        append(path, part, false);
                    }
                }
            }
        }
        return path;
    }

    private double[] shifts() {
        double shift = -projection.centerLon();
        return new double[] {shift - 360, shift, shift + 360};
    }

    /** Whether a line is seen at all. */
    boolean shows(Path2D line) {
        double[] at = new double[6];
        double x = 0;
        double y = 0;
        for (var it = line.getPathIterator(null); !it.isDone(); it.next()) {
            int kind = it.currentSegment(at);
            if (kind == PathIterator.SEG_LINETO && frame.intersectsLine(x, y, at[0], at[1])) {
                return true;
            }
            x = at[0];
            y = at[1];
        }
        return false;
    }

    /** The edge of the world, or the frame where that is smaller. */
    Path2D world() {
        var path = new Path2D.Double();
        if (!isWorld()) {
            path.append(frame, false);
            return path;
        }
        double[] edge = {-180, -90, -180, 90, 180, 90, 180, -90, -180, -90};
        append(path, edge, true);
        return path;
    }

    private void append(Path2D path, double[] relative, boolean closed) {
        if (relative.length < 4) {
            return;
        }
        double[] xy = densified(relative);
        projection.project(xy, xy.length / 2);
        double lastX = 0;
        double lastY = 0;
        for (int i = 0; i < xy.length; i += 2) {
            double x = pageX(xy[i]);
            double y = pageY(xy[i + 1]);
            if (i == 0) {
                path.moveTo(x, y);
            } else if (i + 2 >= xy.length || Math.abs(x - lastX) + Math.abs(y - lastY) >= POINTS_APART) {
                path.lineTo(x, y);
            } else {
                continue; // too near to be seen apart
            }
            lastX = x;
            lastY = y;
        }
        if (closed) {
            path.closePath();
        }
    }

    /** More points where a straight line on the globe's grid is a curve on the map. */
    private double[] densified(double[] xy) {
        double step = Math.max(0.05, Math.max(window.east() - window.west(), window.north() - window.south()) / 60);
        int extra = 0;
        for (int i = 0; i + 3 < xy.length; i += 2) {
            extra += pieces(xy, i, step) - 1;
        }
        if (extra == 0) {
            return xy.clone();
        }
        double[] out = new double[xy.length + 2 * extra];
        int size = 0;
        for (int i = 0; i < xy.length; i += 2) {
            out[size++] = xy[i];
            out[size++] = xy[i + 1];
            if (i + 3 < xy.length) {
                int pieces = pieces(xy, i, step);
                for (int k = 1; k < pieces; k++) {
                    out[size++] = xy[i] + (xy[i + 2] - xy[i]) * k / pieces;
                    out[size++] = xy[i + 1] + (xy[i + 3] - xy[i + 1]) * k / pieces;
                }
            }
        }
        return out;
    }

    private static int pieces(double[] xy, int i, double step) {
        double length = Math.max(Math.abs(xy[i + 2] - xy[i]), Math.abs(xy[i + 3] - xy[i + 1]));
        return Math.max(1, (int) Math.ceil(length / step));
    }
}
