package org.marsad.snapshot.freeze;

import java.util.Arrays;
import org.marsad.snapshot.sheet.Extent;

/** Boxes on the globe: around positions, also on both sides of the date line, and of what a screen shows. */
public final class Extents {
    /** The Sahel, from the Atlantic to Lake Chad: where a view without anything in it looks. */
    static final Extent HOME = new Extent(-18, 8, 16, 26);

    private static final double METRES_AT_ZOOM_0 = 156543.03392804097;
    private static final double RADIUS = 6378137;
    /** A usual dashboard's map, in pixels. */
    private static final double WIDTH = 1200;

    private static final double HEIGHT = 760;
    private static final double MOST_LAT = 85;

    private Extents() {}

    /**
     * The smallest box that holds all positions; it crosses the date line where that makes it smaller.
     *
     * @param lons degrees east, one or more, in any order; is sorted
     * @param south of the southernmost
     */
    static Extent around(double[] lons, double south, double north) {
        Arrays.sort(lons);
        double west = lons[0];
        double east = lons[lons.length - 1];
        double widest = west + 360 - east;
        for (int i = 1; i < lons.length; i++) {
            if (lons[i] - lons[i - 1] > widest) {
                widest = lons[i] - lons[i - 1];
                west = lons[i];
                east = lons[i - 1];
            }
        }
        return new Extent(west, south, east, north);
    }

    /**
     * What a dashboard shows at a place and a zoom.
     *
     * @param at {@code latitude,longitude,zoom}, as in an address
     * @throws IllegalArgumentException for anything else
     */
    public static Extent ofAt(String at) {
        var parts = at.split(",");
        if (parts.length != 3) {
            throw new IllegalArgumentException("'" + at + "' is not latitude,longitude,zoom");
        }
        double lat = Math.clamp(Double.parseDouble(parts[0]), -MOST_LAT, MOST_LAT);
        double lon = wrapped(Double.parseDouble(parts[1]));
        double metres = METRES_AT_ZOOM_0 / Math.pow(2, Math.clamp(Double.parseDouble(parts[2]), 0, 20));
        double halfWidth = Math.toDegrees(metres * WIDTH / 2 / RADIUS);
        double y = RADIUS * Math.log(Math.tan(Math.PI / 4 + Math.toRadians(lat) / 2));
        double south = latitude(y - metres * HEIGHT / 2);
        double north = latitude(y + metres * HEIGHT / 2);
        return halfWidth >= 180
                ? new Extent(-180, south, 180, north)
                : new Extent(wrapped(lon - halfWidth), south, wrapped(lon + halfWidth), north);
    }

    /**
     * Reads {@code west,south,east,north} in degrees; longitudes beyond 180 are taken for what they are on the globe.
     *
     * @throws IllegalArgumentException for anything else
     */
    public static Extent parse(String text) {
        var parts = text.split(",");
        if (parts.length != 4) {
            throw new IllegalArgumentException("'" + text + "' is not west,south,east,north");
        }
        var numbers = Arrays.stream(parts).mapToDouble(Double::parseDouble).toArray();
        return numbers[2] - numbers[0] >= 360
                ? new Extent(-180, numbers[1], 180, numbers[3])
                : new Extent(wrapped(numbers[0]), numbers[1], wrapped(numbers[2]), numbers[3]);
    }

    private static double latitude(double y) {
        return Math.clamp(Math.toDegrees(2 * Math.atan(Math.exp(y / RADIUS)) - Math.PI / 2), -MOST_LAT, MOST_LAT);
    }

    private static double wrapped(double lon) {
        if (lon >= -180 && lon <= 180) {
            return lon;
        }
        double turned = (lon + 180) % 360;
        return (turned < 0 ? turned + 360 : turned) - 180;
    }

    static boolean holds(Extent extent, double lon, double lat) {
        boolean inLon = extent.crossesDateLine()
                ? lon >= extent.west() || lon <= extent.east()
                : lon >= extent.west() && lon <= extent.east();
        return inLon && lat >= extent.south() && lat <= extent.north();
    }
}
