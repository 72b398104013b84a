package org.marsad.mapview;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.marsad.geo.Geo;
import org.marsad.geo.Geodesy;

/**
 * An area that somebody drew on the map, in WGS 84, x = degrees east. Its edges are straight on the map: those of a box run
 * along parallels and meridians. None crosses the 180th meridian.
 */
public sealed interface DrawnArea {
    /** Points of a polygon, at most. */
    int MAX_POINTS = 200;

    /** The area itself; a circle as a polygon of 64 corners. */
    Polygon outline();

    /** As in a URL; {@link #parse} reads it back. */
    String toParameter();

    /** From west to east and from south to north. */
    record Box(double west, double south, double east, double north) implements DrawnArea {
        public Box {
            if (!(west >= -180 && south >= -90 && east <= 180 && north <= 90 && west < east && south < north)) {
                throw new IllegalArgumentException("a box is west,south,east,north in degrees");
            }
        }

        @Override
        public Polygon outline() {
            return (Polygon) Geo.WGS84.toGeometry(new Envelope(west, east, south, north));
        }

        @Override
        public String toParameter() {
            return "box:" + number(west) + "," + number(south) + "," + number(east) + "," + number(north);
        }
    }

    /**
     * @param km geodesic radius, above 0 and at most 2,000
     */
    record Circle(double lon, double lat, double km) implements DrawnArea {
        public Circle {
            if (!(lon >= -180 && lon <= 180 && lat >= -85 && lat <= 85 && km > 0 && km <= 2000)) {
                throw new IllegalArgumentException("a circle is longitude,latitude,km with at most 2000 km");
            }
        }

        @Override
        public Polygon outline() {
            var corners = new Coordinate[65];
            for (int i = 0; i < 64; i++) {
                corners[i] = Geodesy.destination(lon, lat, 360.0 * i / 64, km);
            }
            corners[64] = corners[0];
            return Geo.WGS84.createPolygon(corners);
        }

        @Override
        public String toParameter() {
            return "circle:" + number(lon) + "," + number(lat) + "," + number(km);
        }
    }

    /**
     * @param corners three or more, each once
     */
    record Outline(List<Corner> corners) implements DrawnArea {
        public Outline {
            corners = List.copyOf(corners);
            if (corners.size() < 3 || corners.size() > MAX_POINTS) {
                throw new IllegalArgumentException("a polygon has 3 to " + MAX_POINTS + " corners");
            }
            if (!new IsValidOp(polygon(corners)).isValid()) {
                throw new IllegalArgumentException("the polygon's sides cross or lie on each other");
            }
        }

        @Override
        public Polygon outline() {
            return polygon(corners);
        }

        @Override
        public String toParameter() {
            return corners.stream()
                    .map(corner -> number(corner.lon) + "," + number(corner.lat))
                    .collect(Collectors.joining(";", "polygon:", ""));
        }

        private static Polygon polygon(List<Corner> corners) {
            return Geo.WGS84.createPolygon(Stream.concat(corners.stream(), Stream.of(corners.getFirst()))
                    .map(corner -> new Coordinate(corner.lon, corner.lat))
                    .toArray(Coordinate[]::new));
        }
    }

    /** A point of a polygon's edge in degrees. */
    record Corner(double lon, double lat) {
        public Corner {
            if (!(lon >= -180 && lon <= 180 && lat >= -90 && lat <= 90)) {
                throw new IllegalArgumentException("a corner is longitude,latitude in degrees");
            }
        }
    }

    /**
     * Reads {@code box:west,south,east,north}, {@code circle:lon,lat,km} or {@code polygon:lon,lat;lon,lat;…}.
     *
     * @throws IllegalArgumentException says what would be right
     */
    static DrawnArea parse(String text) {
        int colon = text.indexOf(':');
        var kind = colon < 0 ? "" : text.substring(0, colon);
        var rest = text.substring(colon + 1);
        return switch (kind) {
            case "box" -> {
                double[] n = numbers(rest, 4);
                yield new Box(n[0], n[1], n[2], n[3]);
            }
            case "circle" -> {
                double[] n = numbers(rest, 3);
                yield new Circle(n[0], n[1], n[2]);
            }
            case "polygon" ->
                new Outline(Stream.of(rest.split(";", MAX_POINTS + 2))
                        .map(corner -> numbers(corner, 2))
                        .map(n -> new Corner(n[0], n[1]))
                        .toList());
            default -> throw new IllegalArgumentException("it is not box:…, circle:… or polygon:…");
        };
    }

    private static double[] numbers(String text, int count) {
        var parts = text.split(",", count + 1);
        if (parts.length != count) {
            throw new IllegalArgumentException("there are not " + count + " numbers in '" + text + "'");
        }
        var result = new double[count];
        for (int i = 0; i < count; i++) {
            try {
                result[i] = Double.parseDouble(parts[i]);
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException("'" + parts[i] + "' is not a number", e);
            }
            if (!Double.isFinite(result[i])) {
                throw new IllegalArgumentException("'" + parts[i] + "' is not a number");
            }
        }
        return result;
    }

    private static String number(double value) {
        var text = Double.toString(value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text.toLowerCase(Locale.ROOT);
    }
}
