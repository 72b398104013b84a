package org.marsad.geo;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.databind.JsonNode;

/**
 * A reader of TopoJSON topologies: polygons out of shared arcs, and which polygons share an arc. Quantised positions
 * are decoded as the <a href="https://github.com/topojson/topojson-specification">specification</a> says.
 */
public final class TopoJson {
    private final List<Coordinate[]> arcs = new ArrayList<>();

    public TopoJson(JsonNode topology) {
        var transform = topology.path("transform");
        boolean quantised = !transform.isMissingNode();
        double[] scale = quantised ? pair(transform.path("scale")) : new double[] {1, 1};
        double[] translate = quantised ? pair(transform.path("translate")) : new double[] {0, 0};
        for (JsonNode arc : topology.path("arcs")) {
            var positions = positions(arc);
            double x = 0;
            double y = 0;
            for (var position : positions) {
                x = quantised ? x + position.x : position.x;
                y = quantised ? y + position.y : position.y;
                position.x = x * scale[0] + translate[0];
                position.y = y * scale[1] + translate[1];
            }
            arcs.add(positions);
        }
    }

    /** An arc's positions, x = degrees east; the caller's own copy. */
    public Coordinate[] arc(int index) {
        var source = arcs.get(index);
        var copy = new Coordinate[source.length];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = source[i].copy();
        }
        return copy;
    }

    /** The polygons of a Polygon or MultiPolygon object, or null for any other and for an empty one. */
    public @Nullable Geometry polygons(JsonNode object) {
        var polygons = new ArrayList<Polygon>();
        switch (object.path("type").asString("")) {
            case "Polygon" -> addPolygon(object.path("arcs"), polygons);
            case "MultiPolygon" -> object.path("arcs").forEach(rings -> addPolygon(rings, polygons));
            default -> {
                return null;
            }
        }
        return polygons.isEmpty() ? null : Geo.WGS84.createMultiPolygon(polygons.toArray(Polygon[]::new));
    }

    /** The indexes of all arcs an object uses, whichever way round it uses them. */
    public static List<Integer> arcIndexes(JsonNode object) {
        var result = new ArrayList<Integer>();
        collect(object.path("arcs"), result);
        return result;
    }

    private static void collect(JsonNode node, List<Integer> into) {
        if (node.isArray()) {
            node.forEach(child -> collect(child, into));
        } else {
            into.add(node.intValue() < 0 ? ~node.intValue() : node.intValue());
        }
    }

    private void addPolygon(JsonNode rings, List<Polygon> into) {
        var linear = new ArrayList<LinearRing>();
        for (JsonNode ring : rings) {
            var points = new ArrayList<Coordinate>();
            for (JsonNode index : ring) {
                boolean reversed = index.intValue() < 0;
                var arc = arcs.get(reversed ? ~index.intValue() : index.intValue());
                for (int i = points.isEmpty() ? 0 : 1; i < arc.length; i++) {
                    points.add(arc[reversed ? arc.length - 1 - i : i].copy());
                }
            }
            if (points.size() >= 4) {
                linear.add(Geo.WGS84.createLinearRing(points.toArray(Coordinate[]::new)));
            }
        }
        if (!linear.isEmpty()) {
            into.add(Geo.WGS84.createPolygon(
                    linear.getFirst(), linear.subList(1, linear.size()).toArray(LinearRing[]::new)));
        }
    }

    static Coordinate[] positions(JsonNode array) {
        var result = new Coordinate[array.size()];
        for (int i = 0; i < result.length; i++) {
            result[i] = new Coordinate(
                    array.get(i).get(0).doubleValue(), array.get(i).get(1).doubleValue());
        }
        return result;
    }

    private static double[] pair(JsonNode node) {
        return new double[] {node.get(0).doubleValue(), node.get(1).doubleValue()};
    }
}
