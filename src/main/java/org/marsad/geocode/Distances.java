package org.marsad.geocode;

/** Great-circle distances to about one per cent below 2,000 km: enough to rank, and cheap. */
final class Distances {
    private static final double KM_PER_DEGREE = 111.2;

    private Distances() {}

    /** Kilometres between two points in degrees, WGS 84 taken as a sphere, the longitudes shrunk at the mean latitude. */
    static double km(double lat1, double lon1, double lat2, double lon2) {
        double dLat = lat1 - lat2;
        double dLon = Math.abs(lon1 - lon2);
        double shrink = Math.cos(Math.toRadians((lat1 + lat2) / 2));
        double x = (dLon > 180 ? 360 - dLon : dLon) * shrink;
        return KM_PER_DEGREE * Math.sqrt(dLat * dLat + x * x);
    }
}
