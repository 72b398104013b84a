package org.marsad.geo;

import java.util.ArrayList;
import org.locationtech.jts.densify.Densifier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.MultiLineString;

/**
 * A border's line laid out for nearest-point queries: flat coordinates, the km along the line at each vertex, and the
 * envelopes of runs of segments, so that most of the line is passed over without a distance being reckoned.
 */
final class BorderLine {
    private static final int RUN = 16;
    /** Longer segments are cut: borders that are drawn with a ruler run on for hundreds of km. */
    private static final double LONGEST_DEGREES = 0.25;

    private final double[] lon;
    private final double[] lat;
    /** Cosine and sine of half the latitude of each vertex. */
    private final double[] cosHalf;

    private final double[] sinHalf;
    /** Km from the line's start; parts of a multi-line follow each other without a gap. */
    private final double[] along;
    /** True where the vertex begins a part, so that no segment ends in it. */
    private final boolean[] first;

    private final double[] runs;

    BorderLine(MultiLineString line) {
        var parts = new ArrayList<Coordinate[]>();
        for (int part = 0; part < line.getNumGeometries(); part++) {
            // In degrees, as the line is drawn: along a parallel where the border is one.
            parts.add(
                    Densifier.densify(line.getGeometryN(part), LONGEST_DEGREES).getCoordinates());
        }
        int n = parts.stream().mapToInt(points -> points.length).sum();
        lon = new double[n];
        lat = new double[n];
        cosHalf = new double[n];
        sinHalf = new double[n];
        along = new double[n];
        first = new boolean[n];
        int v = 0;
        double km = 0;
        for (var points : parts) {
            for (int i = 0; i < points.length; i++, v++) {
                km += i == 0 ? 0 : Geodesy.distanceKm(points[i - 1], points[i]);
                lon[v] = points[i].x;
                lat[v] = points[i].y;
                cosHalf[v] = Math.cos(Math.toRadians(points[i].y) / 2);
                sinHalf[v] = Math.sin(Math.toRadians(points[i].y) / 2);
                along[v] = km;
                first[v] = i == 0;
            }
        }
        runs = envelopes();
    }

    double lengthKm() {
        return along.length == 0 ? 0 : along[along.length - 1];
    }

    /** Nearest point of the line within some km: {@code {km, kmAlong}}, or null where there is none. */
    double @org.jspecify.annotations.Nullable [] nearest(double lon0, double lat0, double maxKm) {
        // A plane around the point in which each vertex lies by the cosine of the latitude midway picks the nearest
        // segment point: within 500 km its error in distance is below 0.5 %, and it only chooses; the distance given is
        // the geodesic one.
        double kx = Math.cos(Math.toRadians(lat0)) * Geodesy.KM_PER_DEGREE;
        double ky = Geodesy.KM_PER_DEGREE;
        double cos0 = Math.cos(Math.toRadians(lat0) / 2);
        double sin0 = Math.sin(Math.toRadians(lat0) / 2);
        double limit = maxKm * 1.01;
        double best = limit * limit;
        int bestSegment = -1;
        double bestT = 0;
        for (int run = 0; run * 4 < runs.length; run++) {
            double ex = outside(lon0, runs[run * 4], runs[run * 4 + 2]) * kx;
            double ey = outside(lat0, runs[run * 4 + 1], runs[run * 4 + 3]) * ky;
            // The plane stretches towards the poles; 0.9 keeps the envelope test on the safe side of it.
            if ((ex * ex + ey * ey) * 0.81 > best) {
                continue;
            }
            int to = Math.min(lon.length, (run + 1) * RUN + 1);
            for (int i = run * RUN + 1; i < to; i++) {
                if (first[i]) {
                    continue;
                }
                double ax = (lon[i - 1] - lon0) * ky * (cosHalf[i - 1] * cos0 - sinHalf[i - 1] * sin0);
                double ay = (lat[i - 1] - lat0) * ky;
                double dx = (lon[i] - lon0) * ky * (cosHalf[i] * cos0 - sinHalf[i] * sin0) - ax;
                double dy = (lat[i] - lat[i - 1]) * ky;
                double length2 = dx * dx + dy * dy;
                double t = length2 == 0 ? 0 : Math.clamp(-(ax * dx + ay * dy) / length2, 0, 1);
                double px = ax + t * dx;
                double py = ay + t * dy;
                double d2 = px * px + py * py;
                if (d2 < best) {
                    best = d2;
                    bestSegment = i;
                    bestT = t;
                }
            }
        }
        if (bestSegment < 0) {
            return null;
        }
        int i = bestSegment;
        double km = Geodesy.distanceKm(
                lon0, lat0, lon[i - 1] + bestT * (lon[i] - lon[i - 1]), lat[i - 1] + bestT * (lat[i] - lat[i - 1]));
        return km > maxKm ? null : new double[] {km, along[i - 1] + bestT * (along[i] - along[i - 1])};
    }

    private double[] envelopes() {
        var result = new double[Math.max(0, (lon.length + RUN - 2) / RUN) * 4];
        for (int run = 0; run * 4 < result.length; run++) {
            double minX = Double.MAX_VALUE;
            double minY = Double.MAX_VALUE;
            double maxX = -Double.MAX_VALUE;
            double maxY = -Double.MAX_VALUE;
            for (int i = run * RUN; i < Math.min(lon.length, (run + 1) * RUN + 1); i++) {
                minX = Math.min(minX, lon[i]);
                maxX = Math.max(maxX, lon[i]);
                minY = Math.min(minY, lat[i]);
                maxY = Math.max(maxY, lat[i]);
            }
            result[run * 4] = minX;
            result[run * 4 + 1] = minY;
            result[run * 4 + 2] = maxX;
            result[run * 4 + 3] = maxY;
        }
        return result;
    }

    private static double outside(double value, double min, double max) {
        return value < min ? min - value : Math.max(0, value - max);
    }
}
