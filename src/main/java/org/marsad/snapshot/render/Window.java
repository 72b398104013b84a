package org.marsad.snapshot.render;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The part of the globe that a map shows, as a box of longitudes relative to the map's central meridian, to which lines and
 * rings are cut before they are projected.
 */
record Window(double west, double south, double east, double north) {
    boolean contains(double relativeLon, double lat) {
        return relativeLon >= west && relativeLon <= east && lat >= south && lat <= north;
    }

    boolean meets(Track track, double shift) {
        return track.east() + shift >= west
                && track.west() + shift <= east
                && track.north() >= south
                && track.south() <= north;
    }

    /** A ring cut to the window, shifted; after Sutherland and Hodgman. Its edges may run along the window's. */
    double[] ring(Track track, double shift) {
        double[] ring = shifted(track, shift);
        boolean inside = track.west() + shift >= west
                && track.east() + shift <= east
                && track.south() >= south
                && track.north() <= north;
        if (inside) {
            return ring;
        }
        ring = cut(ring, 0, west, true);
        ring = cut(ring, 0, east, false);
        ring = cut(ring, 1, south, true);
        return cut(ring, 1, north, false);
    }

    private static double[] shifted(Track track, double shift) {
        double[] xy = track.xy().clone();
        for (int i = 0; i < xy.length; i += 2) {
            xy[i] += shift;
        }
        return xy;
    }

    private static double[] cut(double[] ring, int axis, double bound, boolean above) {
        int n = ring.length / 2;
        double[] out = new double[ring.length * 2 + 4];
        int size = 0;
        for (int i = 0; i < n; i++) {
            int before = (i + n - 1) % n;
            boolean in = above ? ring[2 * i + axis] >= bound : ring[2 * i + axis] <= bound;
            boolean was = above ? ring[2 * before + axis] >= bound : ring[2 * before + axis] <= bound;
            if (in != was) {
                double share = (bound - ring[2 * before + axis]) / (ring[2 * i + axis] - ring[2 * before + axis]);
                int other = 1 - axis;
                out[size + axis] = bound;
                out[size + other] = ring[2 * before + other] + share * (ring[2 * i + other] - ring[2 * before + other]);
                size += 2;
            }
            if (in) {
                out[size] = ring[2 * i];
                out[size + 1] = ring[2 * i + 1];
                size += 2;
            }
        }
        return Arrays.copyOf(out, size);
    }

    /** The parts of a line inside the window, shifted. */
    List<double[]> line(Track track, double shift) {
        double[] xy = shifted(track, shift);
        var result = new ArrayList<double[]>();
        var part = new ArrayList<Double>();
        for (int i = 0; i + 3 < xy.length; i += 2) {
            double[] piece = cutSegment(xy[i], xy[i + 1], xy[i + 2], xy[i + 3]);
            if (piece.length == 0) {
                flush(part, result);
                continue;
            }
            boolean joins =
                    part.size() >= 2 && part.get(part.size() - 2) == piece[0] && part.get(part.size() - 1) == piece[1];
            if (!joins) {
                flush(part, result);
                part.add(piece[0]);
                part.add(piece[1]);
            }
            part.add(piece[2]);
            part.add(piece[3]);
        }
        flush(part, result);
        return result;
    }

    private static void flush(List<Double> part, List<double[]> into) {
        if (part.size() >= 4) {
            into.add(part.stream().mapToDouble(Double::doubleValue).toArray());
        }
        part.clear();
    }

    /** After Liang and Barsky; empty where the segment is outside. */
    private double[] cutSegment(double x0, double y0, double x1, double y1) {
        double from = 0;
        double to = 1;
        double dx = x1 - x0;
        double dy = y1 - y0;
        double[] p = {-dx, dx, -dy, dy};
        double[] q = {x0 - west, east - x0, y0 - south, north - y0};
        for (int i = 0; i < 4; i++) {
            if (p[i] == 0) {
                if (q[i] < 0) {
                    return new double[0];
                }
            } else {
                double r = q[i] / p[i];
                if (p[i] < 0) {
                    from = Math.max(from, r);
                } else {
                    to = Math.min(to, r);
                }
            }
        }
        if (from > to) {
            return new double[0];
        }
        return new double[] {
            from == 0 ? x0 : x0 + from * dx,
            from == 0 ? y0 : y0 + from * dy,
            to == 1 ? x1 : x0 + to * dx,
            to == 1 ? y1 : y0 + to * dy
        };
    }
}
