package org.marsad.geo;

import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicMask;
import org.locationtech.jts.geom.Coordinate;

/** Distances on the WGS 84 ellipsoid, by Karney's geodesics (GeographicLib). */
public final class Geodesy {
    /** Mean length of a degree of latitude; good for envelopes, not for distances. */
    static final double KM_PER_DEGREE = 111.195;

    private Geodesy() {}

    /** Geodesic distance in km between two points given in degrees. */
    public static double distanceKm(double lon1, double lat1, double lon2, double lat2) {
        return Geodesic.WGS84.Inverse(lat1, lon1, lat2, lon2, GeodesicMask.DISTANCE).s12 / 1000;
    }

    /** Geodesic distance in km; x = degrees east, y = degrees north. */
    public static double distanceKm(Coordinate from, Coordinate to) {
        return distanceKm(from.x, from.y, to.x, to.y);
    }

    /** Geodesic length in km of a line of which each segment is a geodesic. */
    public static double lengthKm(Coordinate[] line) {
        double km = 0;
        for (int i = 1; i < line.length; i++) {
            km += distanceKm(line[i - 1], line[i]);
        }
        return km;
    }

    /** The point reached from a start by going some km towards an azimuth (degrees clockwise from north). */
    public static Coordinate destination(double lon, double lat, double azimuth, double km) {
        var end = Geodesic.WGS84.Direct(lat, lon, azimuth, km * 1000);
        return new Coordinate(end.lon2, end.lat2);
    }
}
