package org.marsad.exchange;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * GeoJSON (RFC 7946) of the geometries that events have: points and lines, single and multiple; longitude first,
 * rounded to five decimals (a metre).
 */
final class GeoJson {
    private GeoJson() {}

    /**
     * @throws IllegalArgumentException for any other geometry
     */
    static void put(ObjectNode node, Geometry geometry) {
        node.put("type", geometry.getGeometryType());
        var coordinates = node.putArray("coordinates");
        switch (geometry.getGeometryType()) {
            case "Point" -> position(coordinates, geometry.getCoordinate());
            case "LineString" -> line(coordinates, (LineString) geometry);
            case "MultiPoint" -> {
                for (int i = 0; i < geometry.getNumGeometries(); i++) {
                    position(coordinates.addArray(), ((Point) geometry.getGeometryN(i)).getCoordinate());
                }
            }
            case "MultiLineString" -> {
                for (int i = 0; i < geometry.getNumGeometries(); i++) {
                    line(coordinates.addArray(), (LineString) geometry.getGeometryN(i));
                }
            }
            default -> throw new IllegalArgumentException("an event has no " + geometry.getGeometryType());
        }
    }

    private static void line(ArrayNode array, LineString line) {
        for (var coordinate : line.getCoordinates()) {
            position(array.addArray(), coordinate);
        }
    }

    private static void position(ArrayNode array, Coordinate coordinate) {
        array.add(Math.round(coordinate.x * 1e5) / 1e5).add(Math.round(coordinate.y * 1e5) / 1e5);
    }
}
