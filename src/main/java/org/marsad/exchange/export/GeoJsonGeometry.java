package org.marsad.exchange.export;

import java.util.ArrayList;
import java.util.function.Function;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.marsad.geo.Geo;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The geometries that events have, read from GeoJSON (RFC 7946): points and lines, one or several. */
public final class GeoJsonGeometry {
    private static final JsonMapper JSON = JsonMapper.shared();

    private GeoJsonGeometry() {}

    /**
     * @return in WGS 84, x = degrees east
     * @throws IllegalArgumentException for a type that no event has
     */
    public static Geometry read(String geoJson) {
        var node = JSON.readTree(geoJson);
        var coordinates = node.path("coordinates");
        return switch (node.path("type").asString("")) {
            case "Point" -> point(coordinates);
            case "MultiPoint" ->
                Geo.WGS84.createMultiPoint(
                        each(coordinates, GeoJsonGeometry::point).toArray(Point[]::new));
            case "LineString" -> line(coordinates);
            case "MultiLineString" ->
                Geo.WGS84.createMultiLineString(
                        each(coordinates, GeoJsonGeometry::line).toArray(LineString[]::new));
            case String type -> throw new IllegalArgumentException("no event has a geometry of type '" + type + "'");
        };
    }

    private static Point point(JsonNode position) {
        return Geo.WGS84.createPoint(coordinate(position));
    }

    private static LineString line(JsonNode positions) {
        return Geo.WGS84.createLineString(
                each(positions, GeoJsonGeometry::coordinate).toArray(Coordinate[]::new));
    }

    private static Coordinate coordinate(JsonNode position) {
        return new Coordinate(position.path(0).asDouble(), position.path(1).asDouble());
    }

    private static <T> ArrayList<T> each(JsonNode array, Function<JsonNode, T> read) {
        var result = new ArrayList<T>();
        array.forEach(item -> result.add(read.apply(item)));
        return result;
    }
}
