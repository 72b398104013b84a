package org.marsad.web;

import java.util.Locale;
import java.util.StringJoiner;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** Areas as GeoJSON geometries (RFC 7946): longitude first, four decimals (ten metres). */
final class PolygonJson {
    private PolygonJson() {}

    /**
     * @param area polygon or multi-polygon
     */
    static String of(Geometry area) {
        var polygons = new StringJoiner(",", "{\"type\":\"MultiPolygon\",\"coordinates\":[", "]}");
        for (int i = 0; i < area.getNumGeometries(); i++) {
            var polygon = (Polygon) area.getGeometryN(i);
            var rings = new StringJoiner(",", "[", "]").add(ring(polygon.getExteriorRing()));
            for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                rings.add(ring(polygon.getInteriorRingN(hole)));
            }
            polygons.add(rings.toString());
        }
        return polygons.toString();
    }

    private static String ring(LinearRing ring) {
        var positions = new StringJoiner(",", "[", "]");
        for (var position : ring.getCoordinates()) {
            positions.add(String.format(Locale.ROOT, "[%.4f,%.4f]", position.x, position.y));
        }
        return positions.toString();
    }
}
