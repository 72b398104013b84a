package org.marsad.geo;

import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.operation.TransformException;
import org.geotools.geometry.jts.JTS;
import org.geotools.referencing.CRS;
import org.geotools.referencing.crs.DefaultGeographicCRS;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;

/** The band of land on both sides of a border. */
public final class Corridor {
    private Corridor() {}

    /**
     * The area within some km of a border's line, for drawing; a filter reckons with {@link Borders#listNear}. Buffered
     * in a Lambert azimuthal equal-area plane around the border's middle, where a border of 3,000 km is true to 2 %.
     *
     * @param km half the corridor's width, above 0
     * @return polygon or multi-polygon in WGS 84
     */
    public static Geometry area(Border border, double km) {
        if (!(km > 0)) {
            throw new IllegalArgumentException("a corridor of " + km + " km");
        }
        try {
            Point middle = border.line().getEnvelope().getCentroid();
            var plane = CRS.parseWKT(laea(middle.getX(), middle.getY()));
            var there = CRS.findMathTransform(DefaultGeographicCRS.WGS84, plane, true);
            var projected = JTS.transform(border.line(), there);
            var band = DouglasPeuckerSimplifier.simplify(projected, km * 10).buffer(km * 1000, 8);
            var area = JTS.transform(DouglasPeuckerSimplifier.simplify(band, km * 5), there.inverse());
            return Geo.WGS84.createGeometry(area);
        } catch (FactoryException | TransformException e) {
            throw new IllegalStateException("corridor of " + border.id(), e);
        }
    }

    private static String laea(double lon, double lat) {
        return """
                PROJCS["LAEA", GEOGCS["WGS 84", DATUM["WGS_1984", SPHEROID["WGS 84", 6378137, 298.257223563]],
                PRIMEM["Greenwich", 0], UNIT["degree", 0.0174532925199433], AXIS["Lon", EAST], AXIS["Lat", NORTH]],
                PROJECTION["Lambert_Azimuthal_Equal_Area"], PARAMETER["latitude_of_center", %s],
                PARAMETER["longitude_of_center", %s], PARAMETER["false_easting", 0], PARAMETER["false_northing", 0],
                UNIT["metre", 1], AXIS["X", EAST], AXIS["Y", NORTH]]""".formatted(lat, lon);
    }
}
