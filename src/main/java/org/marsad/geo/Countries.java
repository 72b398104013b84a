package org.marsad.geo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import tools.jackson.databind.json.JsonMapper;

/** The countries' areas. Immutable; safe for use by many threads. */
public final class Countries {
    private static final String RESOURCE = "/gazetteer/derived/basemap-10m.json.gz";

    private final Map<String, Geometry> areas;
    private final Map<String, IndexedPointInAreaLocator> locators = new LinkedHashMap<>();

    private Countries(Map<String, Geometry> areas) {
        this.areas = areas;
        areas.forEach((iso, area) -> locators.put(iso, new IndexedPointInAreaLocator(area)));
    }

    private static final class BuiltIn {
        static final Countries INSTANCE = read();
    }

    /** The countries of the world, from Natural Earth 1:10m. */
    public static Countries builtIn() {
        return BuiltIn.INSTANCE;
    }

    /** A country's area in WGS 84 by its ISO 3166-1 alpha-2 code. */
    public Optional<Geometry> findArea(String iso2) {
        return Optional.ofNullable(areas.get(iso2));
    }

    /** ISO 3166-1 alpha-2 of the country at a point; empty at sea. */
    public Optional<String> findAt(double lon, double lat) {
        var point = Geo.pointOfLonLat(lon, lat).getCoordinate();
        return areas.entrySet().stream()
                .filter(entry -> entry.getValue().getEnvelopeInternal().contains(point))
                .map(Map.Entry::getKey)
                .filter(iso -> locators.get(iso).locate(point) != Location.EXTERIOR)
                .findFirst();
    }

    /** ISO 3166-1 alpha-2 of the countries that an area in WGS 84 meets, in alphabetical order. */
    public List<String> listMeeting(Geometry area) {
        // A prepared geometry looks at segments and points only, so that unclean outlines do it no harm.
        var prepared = PreparedGeometryFactory.prepare(area);
        return areas.entrySet().stream()
                .filter(entry -> prepared.intersects(entry.getValue()))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private static Countries read() {
        try (InputStream in = Countries.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is not on the class path: run ./marsad gazetteer build");
            }
            var topology = new JsonMapper().readTree(new GZIPInputStream(in));
            var reader = new TopoJson(topology);
            var areas = new LinkedHashMap<String, Geometry>();
            for (var object : topology.path("objects").path("countries").path("geometries")) {
                var iso = object.path("properties").path("iso").asString("");
                var area = iso.isEmpty() ? null : reader.polygons(object);
                if (area != null) {
                    areas.merge(iso, area, Countries::together);
                }
            }
            return new Countries(areas);
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE, e);
        }
    }

    /** The parts of one country that the source lists apart. They may touch, and the source's are not all clean
     * enough to be united; neither is any harm to finding points in them. */
    private static Geometry together(Geometry one, Geometry other) {
        return Geo.WGS84.createMultiPolygon(Stream.of(one, other)
                .flatMap(area -> IntStream.range(0, area.getNumGeometries()).mapToObj(area::getGeometryN))
                .map(Polygon.class::cast)
                .toArray(Polygon[]::new));
    }
}
