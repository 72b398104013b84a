package org.marsad.geo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Land borders, looked up by their countries or by nearness. Immutable; safe for use by many threads. */
public final class Borders {
    private static final String RESOURCE = "/gazetteer/derived/borders.geojson.gz";

    private final Map<BorderId, Border> byId = new LinkedHashMap<>();
    private final Map<BorderId, BorderLine> lines = new LinkedHashMap<>();
    private final Countries countries;

    /**
     * @param countries say on which side of a border a point lies
     */
    public Borders(Collection<Border> borders, Countries countries) {
        this.countries = countries;
        for (var border : borders) {
            byId.put(border.id(), border);
            lines.put(border.id(), new BorderLine(border.line()));
        }
    }

    private static final class BuiltIn {
        static final Borders INSTANCE = read();
    }

    /** The borders shipped with Marsad: all land borders of the world, from Natural Earth 1:10m. */
    public static Borders builtIn() {
        return BuiltIn.INSTANCE;
    }

    public Optional<Border> find(BorderId id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Every border, in the order of their ids. */
    public Collection<Border> list() {
        return List.copyOf(byId.values());
    }

    /** Geodesic length of a border's line in km.
     *
     * @throws IllegalArgumentException for a border that is not here
     */
    public double lengthKm(BorderId id) {
        var line = lines.get(id);
        if (line == null) {
            throw new IllegalArgumentException("no border " + id);
        }
        return line.lengthKm();
    }

    /**
     * The borders within a distance of a point, nearest first.
     *
     * @param lon degrees east
     * @param lat degrees north
     * @param km geodesic distance, inclusive; the plane it is looked up in is good to some 500 km
     */
    public List<BorderDistance> listNear(double lon, double lat, double km) {
        double dLat = km / Geodesy.KM_PER_DEGREE * 1.02;
        double dLon = dLat / Math.max(0.05, Math.cos(Math.toRadians(Math.min(89, Math.abs(lat) + dLat))));
        var window = new Envelope(lon - dLon, lon + dLon, lat - dLat, lat + dLat);
        var result = new ArrayList<BorderDistance>();
        String country = null;
        for (var border : byId.values()) {
            if (!border.line().getEnvelopeInternal().intersects(window)) {
                continue;
            }
            var line = lines.get(border.id());
            double[] nearest = line == null ? null : line.nearest(lon, lat, km);
            if (nearest != null) {
                country = country == null ? countries.findAt(lon, lat).orElse("") : country;
                boolean isSide = country.equals(border.id().a())
                        || country.equals(border.id().b());
                result.add(new BorderDistance(border.id(), nearest[0], nearest[1], isSide ? country : ""));
            }
        }
        result.sort(Comparator.comparingDouble(BorderDistance::km));
        return result;
    }

    /**
     * How near a geometry comes to a border: between a corner of the one and the line of the other.
     *
     * @param geometry points or lines in WGS 84
     * @param maxKm beyond it the answer is infinite
     * @throws IllegalArgumentException for a border that is not here
     */
    public double distanceKm(BorderId id, Geometry geometry, double maxKm) {
        var line = lines.get(id);
        if (line == null) {
            throw new IllegalArgumentException("no border " + id);
        }
        double dLat = maxKm / Geodesy.KM_PER_DEGREE * 1.02;
        var box = byId.get(id).line().getEnvelopeInternal().copy();
        double highest = Math.max(Math.abs(box.getMinY()), Math.abs(box.getMaxY()));
        box.expandBy(dLat / Math.max(0.05, Math.cos(Math.toRadians(Math.min(89, highest + dLat)))), dLat);
        double best = nearest(line, geometry.getCoordinates(), box, maxKm);
        if (geometry.getDimension() > 0) {
            var parts = new ArrayList<LineString>();
            for (int i = 0; i < geometry.getNumGeometries(); i++) {
                if (geometry.getGeometryN(i) instanceof LineString part) {
                    parts.add(part);
                }
            }
            var other = new BorderLine(Geo.WGS84.createMultiLineString(parts.toArray(LineString[]::new)));
            best = Math.min(best, nearest(other, byId.get(id).line().getCoordinates(), box, Math.min(best, maxKm)));
        }
        return best;
    }

    /** Of the corners in a box; infinite where none is so near. */
    private static double nearest(BorderLine line, Coordinate[] corners, Envelope box, double maxKm) {
        double best = Double.POSITIVE_INFINITY;
        for (var corner : corners) {
            double[] nearest = box.contains(corner) ? line.nearest(corner.x, corner.y, Math.min(best, maxKm)) : null;
            best = nearest == null ? best : Math.min(best, nearest[0]);
        }
        return best;
    }

    private static Borders read() {
        try (InputStream in = Borders.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is not on the class path: run ./marsad gazetteer build");
            }
            var borders = new ArrayList<Border>();
            for (JsonNode feature :
                    new JsonMapper().readTree(new GZIPInputStream(in)).path("features")) {
                var properties = feature.path("properties");
                borders.add(new Border(
                        BorderId.parse(properties.path("id").stringValue()),
                        Geo.WGS84.createMultiLineString(
                                lineStrings(feature.path("geometry").path("coordinates"))),
                        properties.path("disputed").booleanValue()));
            }
            return new Borders(borders, Countries.builtIn());
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE, e);
        }
    }

    private static LineString[] lineStrings(JsonNode parts) {
        var result = new LineString[parts.size()];
        for (int part = 0; part < result.length; part++) {
            result[part] = Geo.WGS84.createLineString(TopoJson.positions(parts.get(part)));
        }
        return result;
    }
}
