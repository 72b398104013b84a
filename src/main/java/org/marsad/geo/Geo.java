package org.marsad.geo;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.PrecisionModel;

/** Geometry factories. Every geometry of Marsad is WGS 84 (EPSG:4326) with x = longitude, y = latitude, in degrees. */
public final class Geo {
    public static final GeometryFactory WGS84 = new GeometryFactory(new PrecisionModel(), 4326);

    private Geo() {}

    public static Point pointOfLonLat(double lon, double lat) {
        return WGS84.createPoint(new Coordinate(lon, lat));
    }
}
