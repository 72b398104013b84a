package org.marsad.snapshot.sheet;

/**
 * A box on the globe, WGS 84, in degrees. It runs east from {@code west} to {@code east}: where {@code east < west} it
 * crosses the date line. A single point is allowed.
 */
public record Extent(double west, double south, double east, double north) {
    public Extent {
        if (!(west >= -180
                && west <= 180
                && east >= -180
                && east <= 180
                && south >= -90
                && north <= 90
                && south <= north)) {
            throw new IllegalArgumentException("extent " + west + "," + south + "," + east + "," + north);
        }
    }

    public boolean crossesDateLine() {
        return east < west;
    }

    /** Degrees from west to east, 0 to 360. */
    public double widthDegrees() {
        return crossesDateLine() ? east - west + 360 : east - west;
    }

    public double heightDegrees() {
        return north - south;
    }

    /** Degrees east, -180 to 180. */
    public double middleLon() {
        double lon = west + widthDegrees() / 2;
        return lon > 180 ? lon - 360 : lon;
    }

    public double middleLat() {
        return (south + north) / 2;
    }
}
