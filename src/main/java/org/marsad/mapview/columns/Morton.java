package org.marsad.mapview.columns;

/**
 * Positions on the Web Mercator square (EPSG:3857) as Morton codes: x and y with {@value #BITS} bits each, counted from
 * the north-western corner as tiles are, interleaved with y in the odd bits. A tile is one run of codes. One unit is
 * 0.15 m at the equator.
 */
final class Morton {
    static final int BITS = 28;

    /** The code of an event without a position; in no tile. */
    static final long NOWHERE = 1L << (2 * BITS);

    private static final double MAX_LAT = 85.05112877980659;

    private Morton() {}

    /**
     * @param lon degrees east
     * @param lat degrees north; beyond 85.05° it is put on the edge
     */
    static long ofLonLat(double lon, double lat) {
        double sin = Math.sin(Math.toRadians(Math.clamp(lat, -MAX_LAT, MAX_LAT)));
        double x = (lon + 180) / 360;
        double y = 0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI);
        return interleave(unit(x), unit(y));
    }

    /** What stands in place of a code for an event that is known by an area only; in no tile. */
    static long ofArea(int area) {
        return NOWHERE + 1 + area;
    }

    /** The area's number of such a code, or -1. */
    static int area(long code) {
        return (int) (code - NOWHERE) - 1;
    }

    static double lon(long code) {
        return (x(code) + 0.5) / (1 << BITS) * 360 - 180;
    }

    static double lat(long code) {
        double fraction = (y(code) + 0.5) / (1 << BITS);
        return Math.toDegrees(Math.atan(Math.sinh(Math.PI * (1 - 2 * fraction))));
    }

    /** The first code of a tile; the last is {@code first + count(z) - 1}. */
    static long firstOfTile(int z, int x, int y) {
        return interleave(x << (BITS - z), y << (BITS - z));
    }

    /** How many codes a tile of a zoom level holds. */
    static long count(int z) {
        return 1L << (2 * (BITS - z));
    }

    static long interleave(int x, int y) {
        return spread(x) | spread(y) << 1;
    }

    static int x(long code) {
        return squeeze(code);
    }

    static int y(long code) {
        return squeeze(code >>> 1);
    }

    private static int unit(double fraction) {
        int size = 1 << BITS;
        return Math.clamp((long) Math.floor(fraction * size), 0, size - 1);
    }

    private static long spread(int value) {
        return Long.expand(value, 0x5555555555555555L);
    }

    private static int squeeze(long code) {
        return (int) Long.compress(code, 0x5555555555555555L);
    }
}
