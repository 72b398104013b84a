package org.marsad.snapshot.render;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.marsad.geo.Borders;
import org.marsad.geo.TopoJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What lies under the events, from the files shipped with Marsad (Natural Earth): land, rivers, lakes, lines of divisions and
 * borders. Read once, when first asked for. Immutable.
 */
final class BaseMap {
    /** Rings of countries by ISO code; {@code ""} for those without. */
    private final Map<String, List<Track>> countries;

    private final List<Track> outlines;

    private static @Nullable BaseMap fine;
    private static @Nullable BaseMap coarse;
    private static @Nullable Lines lines;

    private BaseMap(Map<String, List<Track>> countries) {
        this.countries = countries;
        outlines = countries.values().stream()
                .flatMap(List::stream)
                .flatMap(ring -> withoutSeams(ring).stream())
                .toList();
    }

    /** Lines of water and of divisions, and of borders. */
    record Lines(List<Track> water, List<Track> divisions, List<Track> borders, List<Track> disputed) {}

    Map<String, List<Track>> countries() {
        return countries;
    }

    /** The rings as lines, without the seams along which the source cuts land at the date line and at the pole. */
    List<Track> outlines() {
        return outlines;
    }

    private static List<Track> withoutSeams(Track ring) {
        if (ring.west() > -179.99 && ring.east() < 179.99 && ring.south() > -89.99) {
            return List.of(ring);
        }
        var result = new ArrayList<Track>();
        var part = new ArrayList<Coordinate>();
        double[] xy = ring.xy();
        for (int i = 0; i < xy.length; i += 2) {
            boolean seam =
                    i > 0 && (isDateLine(xy[i]) && isDateLine(xy[i - 2]) || xy[i + 1] < -89.9 && xy[i - 1] < -89.9);
            if (seam) {
                if (part.size() > 1) {
                    result.add(Track.of(part.toArray(Coordinate[]::new)));
                }
                part.clear();
            }
            part.add(new Coordinate(xy[i], xy[i + 1]));
        }
        if (part.size() > 1) {
            result.add(Track.of(part.toArray(Coordinate[]::new)));
        }
        return result;
    }

    private static boolean isDateLine(double lon) {
        return Math.abs(Math.abs(lon) - 180) < 0.01;
    }

    /** Natural Earth 1:10m, for maps of some hundred km. */
    static synchronized BaseMap fine() {
        if (fine == null) {
            fine = read("10m");
        }
        return fine;
    }

    /** Natural Earth 1:50m. */
    static synchronized BaseMap coarse() {
        if (coarse == null) {
            coarse = read("50m");
        }
        return coarse;
    }

    static synchronized Lines lines() {
        if (lines == null) {
            lines = readLines();
        }
        return lines;
    }

    private static BaseMap read(String scale) {
        var topology = json("basemap-" + scale + ".json.gz");
        var reader = new TopoJson(topology);
        var result = new LinkedHashMap<String, List<Track>>();
        for (var object : topology.path("objects").path("countries").path("geometries")) {
            var area = reader.polygons(object);
            if (area != null) {
                result.computeIfAbsent(object.path("properties").path("iso").asString(""), iso -> new ArrayList<>())
                        .addAll(rings(area));
            }
        }
        return new BaseMap(result);
    }

    private static Lines readLines() {
        var topology = json("basemap-lines.json.gz");
        var reader = new TopoJson(topology);
        var objects = topology.path("objects");
        var water = new ArrayList<>(tracks(reader, objects.path("rivers")));
        water.addAll(tracks(reader, objects.path("lakes")));
        var borders = new ArrayList<Track>();
        var disputed = new ArrayList<Track>();
        for (var border : Borders.builtIn().list()) {
            (border.disputed() ? disputed : borders).addAll(tracks(border.line()));
        }
        return new Lines(water, tracks(reader, objects.path("divisions")), borders, disputed);
    }

    private static List<Track> tracks(TopoJson reader, JsonNode object) {
        return TopoJson.arcIndexes(object.path("geometries").isMissingNode() ? object : withArcs(object)).stream()
                .map(reader::arc)
                .map(Track::of)
                .toList();
    }

    /** The arcs of all geometries of a collection, as if they were one. */
    private static JsonNode withArcs(JsonNode collection) {
        var all = JsonMapper.shared().createObjectNode();
        var arcs = all.putArray("arcs");
        collection.path("geometries").forEach(geometry -> arcs.add(geometry.path("arcs")));
        return all;
    }

    /** The rings of polygons, and whatever lines there are. */
    static List<Track> rings(Geometry area) {
        var result = new ArrayList<Track>();
        for (int i = 0; i < area.getNumGeometries(); i++) {
            if (area.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
                result.add(closed(Track.of(polygon.getExteriorRing().getCoordinates())));
                for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                    result.add(Track.of(polygon.getInteriorRingN(hole).getCoordinates()));
                }
            }
        }
        return result;
    }

    /** A ring around a pole is closed over the pole. */
    private static Track closed(Track ring) {
        double[] xy = ring.xy();
        int n = xy.length;
        double turn = xy[n - 2] - xy[0];
        if (Math.abs(turn) < 180) {
            return ring;
        }
        double pole = xy[1] < 0 ? -90 : 90;
        double[] whole = Arrays.copyOf(xy, n + 6);
        whole[n] = xy[n - 2];
        whole[n + 1] = pole;
        whole[n + 2] = xy[0];
        whole[n + 3] = pole;
        whole[n + 4] = xy[0];
        whole[n + 5] = xy[1];
        return Track.of(whole);
    }

    static List<Track> tracks(Geometry lines) {
        var result = new ArrayList<Track>();
        for (int i = 0; i < lines.getNumGeometries(); i++) {
            Coordinate[] coordinates = lines.getGeometryN(i).getCoordinates();
            if (coordinates.length > 1) {
                result.add(Track.of(coordinates));
            }
        }
        return result;
    }

    private static JsonNode json(String name) {
        var path = "/gazetteer/derived/" + name;
        try (var in = BaseMap.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException(path + " is not on the class path: run ./marsad gazetteer build");
            }
            return new JsonMapper().readTree(new GZIPInputStream(in));
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }
}
