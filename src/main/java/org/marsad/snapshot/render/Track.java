package org.marsad.snapshot.render;

import org.locationtech.jts.geom.Coordinate;

/**
 * A ring or a line on the globe, in degrees.
 *
 * @param xy longitude and latitude, pair by pair; not to be changed
 */
record Track(double[] xy, double west, double south, double east, double north) {
    static Track of(Coordinate[] coordinates) {
        double[] xy = new double[2 * coordinates.length];
        for (int i = 0; i < coordinates.length; i++) {
            xy[2 * i] = coordinates[i].x;
            xy[2 * i + 1] = coordinates[i].y;
        }
        unwrap(xy);
        return of(xy);
    }

    /** In one piece over the date line, where the source goes from 180 to -180. */
    private static void unwrap(double[] xy) {
        double turn = 0;
        for (int i = 2; i < xy.length; i += 2) {
            double step = xy[i] + turn - xy[i - 2];
            if (step > 180) {
                turn -= 360;
            } else if (step < -180) {
                turn += 360;
            }
            xy[i] += turn;
        }
    }

    static Track of(double[] xy) {
        double west = Double.POSITIVE_INFINITY;
        double south = Double.POSITIVE_INFINITY;
        double east = Double.NEGATIVE_INFINITY;
        double north = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < xy.length; i += 2) {
            west = Math.min(west, xy[i]);
            east = Math.max(east, xy[i]);
            south = Math.min(south, xy[i + 1]);
            north = Math.max(north, xy[i + 1]);
        }
        return new Track(xy, west, south, east, north);
    }
}
