package org.marsad.gazetteer.build;

import com.ibm.icu.util.Region;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.operation.linemerge.LineMerger;
import org.marsad.geo.BorderId;
import org.marsad.geo.Geo;
import org.marsad.geo.TopoJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes the base map and the borders from Natural Earth as npm's {@code world-atlas} ships it: an arc that two
 * countries share is a stretch of their border.
 */
final class BoundariesStep implements BuildStep {
    /** The source gives these no ISO number. What has no entry here and no number belongs to no country. */
    private static final Map<String, String> WITHOUT_NUMBER =
            Map.of("Kosovo", "XK", "Somaliland", "SO", "N. Cyprus", "CY", "Baikonur", "KZ");

    private final JsonMapper json = new JsonMapper();
    private final Set<String> disputed;

    /**
     * @param borderStatus our list of disputed or undelimited borders: {@code border,status,note}
     */
    BoundariesStep(Path borderStatus) throws IOException {
        disputed = new TreeSet<>();
        for (var line : Files.readAllLines(borderStatus).stream().skip(1).toList()) {
            if (!line.isBlank()) {
                disputed.add(
                        BorderId.parse(line.substring(0, line.indexOf(','))).toString());
            }
        }
    }

    @Override
    public String title() {
        return "borders.geojson.gz, basemap-{10m,50m}.json.gz (Natural Earth, by way of world-atlas)";
    }

    @Override
    public List<Path> write(PackageSources sources, Path derived) throws IOException {
        var written = new ArrayList<Path>();
        for (var scale : List.of("10m", "50m")) {
            var topology = json.readTree(sources.read("world-atlas", "package/countries-" + scale + ".json"));
            if (scale.equals("10m")) {
                written.add(derived.resolve("borders.geojson.gz"));
                Gzip.write(written.getLast(), borders(topology));
            }
            name((ObjectNode) topology);
            written.add(derived.resolve("basemap-" + scale + ".json.gz"));
            Gzip.write(written.getLast(), json.writeValueAsBytes(topology));
        }
        return written;
    }

    /** Leaves the countries alone, each with its ISO code: the land is their union. */
    private static void name(ObjectNode topology) {
        ((ObjectNode) topology.path("objects")).remove("land");
        for (var country : topology.path("objects").path("countries").path("geometries")) {
            var iso = iso(country);
            if (iso != null) {
                ((ObjectNode) country.path("properties")).put("iso", iso);
            }
        }
    }

    private byte[] borders(JsonNode topology) {
        var users = new TreeMap<Integer, Set<String>>();
        for (var country : topology.path("objects").path("countries").path("geometries")) {
            var iso = iso(country);
            if (iso != null) {
                TopoJson.arcIndexes(country)
                        .forEach(arc -> users.computeIfAbsent(arc, key -> new TreeSet<>())
                                .add(iso));
            }
        }
        var reader = new TopoJson(topology);
        var arcs = new TreeMap<String, List<Coordinate[]>>();
        users.forEach((arc, countries) -> {
            // Three at once is one arc of the source where two claims overlap; each pair gets it.
            var pair = countries.toArray(String[]::new);
            for (int i = 0; i < pair.length; i++) {
                for (int j = i + 1; j < pair.length; j++) {
                    arcs.computeIfAbsent(BorderId.between(pair[i], pair[j]).toString(), key -> new ArrayList<>())
                            .add(reader.arc(arc));
                }
            }
        });
        var collection = json.createObjectNode().put("type", "FeatureCollection");
        var features = collection.putArray("features");
        arcs.forEach((id, lines) -> {
            var feature = features.addObject().put("type", "Feature");
            feature.putObject("properties").put("id", id).put("disputed", disputed.contains(id));
            var coordinates =
                    feature.putObject("geometry").put("type", "MultiLineString").putArray("coordinates");
            for (var line : merge(lines)) {
                var part = coordinates.addArray();
                for (var position : line) {
                    part.addArray().add(round(position.x)).add(round(position.y));
                }
            }
        });
        return json.writeValueAsBytes(collection);
    }

    /** Joined end to end; each part begins at its western end (of two on one meridian, the northern). */
    private static List<Coordinate[]> merge(List<Coordinate[]> arcs) {
        var merger = new LineMerger();
        arcs.forEach(arc -> merger.add(Geo.WGS84.createLineString(arc)));
        var result = new ArrayList<Coordinate[]>();
        for (var merged : merger.getMergedLineStrings()) {
            var line = (LineString) merged;
            var points = line.getCoordinates();
            var last = points[points.length - 1];
            boolean backwards = points[0].x > last.x || (points[0].x == last.x && points[0].y < last.y);
            result.add(backwards ? line.reverse().getCoordinates() : points);
        }
        result.sort((one, other) -> one[0].compareTo(other[0]));
        return result;
    }

    private static @Nullable String iso(JsonNode country) {
        var number = country.path("id").asString("");
        if (number.isEmpty()) {
            return WITHOUT_NUMBER.get(country.path("properties").path("name").asString(""));
        }
        var code = Region.getInstance(Integer.parseInt(number)).toString();
        return code.length() == 2 ? code : null;
    }

    private static double round(double degrees) {
        return Math.round(degrees * 1e5) / 1e5;
    }
}
