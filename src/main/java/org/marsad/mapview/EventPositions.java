package org.marsad.mapview;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.marsad.geo.BorderId;
import org.marsad.geo.Geo;
import org.marsad.mapview.columns.EventRow;
import org.marsad.mapview.columns.KnownArea;
import org.marsad.mapview.columns.Vocabulary;

/** Where events of the database are, for the model: as points, or by an area or a border; and in which divisions. */
final class EventPositions {
    private final Connection connection;
    private final Map<String, double[]> divisionKm = new HashMap<>();
    private final Map<String, Integer> placeCode = new HashMap<>();
    private final Map<String, Geometry> borders = new HashMap<>();

    EventPositions(Connection connection) {
        this.connection = connection;
    }

    /** Forgets the divisions of places, whose numbers are of another vocabulary. */
    void clear() {
        placeCode.clear();
    }

    /** Sets the divisions that an event's places lie in. */
    void divisions(Vocabulary words, EventRow row, List<String> places) throws SQLException {
        if (places.isEmpty()) {
            return;
        }
        var codes = new int[places.size()];
        int count = 0;
        for (var place : places) {
            var known = placeCode.get(place);
            if (known == null) {
                known = code(words, place);
                placeCode.put(place, known);
            }
            if (known != 0) {
                codes[count++] = known;
            }
        }
        row.where = words.where(codes, count);
    }

    private int code(Vocabulary words, String place) throws SQLException {
        try (var statement = connection.prepareStatement("select country, admin1 from place where id = ?")) {
            statement.setString(1, place);
            try (var rows = statement.executeQuery()) {
                if (!rows.next() || rows.getString(1) == null) {
                    return 0;
                }
                var country = rows.getString(1);
                var admin1 = rows.getString(2);
                int region = admin1 == null ? -1 : words.regions().add(country + ":" + admin1);
                return words.countries().add(country) + 1 << 16 | region + 1;
            }
        }
    }

    /** Sets where an event is: points, or the area that it is known by. */
    void place(Vocabulary words, EventRow row, ResultSet event, List<String> places) throws SQLException {
        row.lon = event.getDouble("lon");
        if (!event.wasNull()) {
            row.lat = event.getDouble("lat");
            return;
        }
        row.lon = Double.NaN;
        byte[] wkb = event.getBytes("shape");
        var border = event.getString("border_id");
        if (wkb == null) {
            return;
        }
        if (border == null && row.wherePrecision <= 2) {
            var shape = shape(wkb);
            if (shape.getDimension() == 0) {
                var points = shape.getCoordinates();
                row.lon = points[0].x;
                row.lat = points[0].y;
                row.more = new double[points.length * 2 - 2];
                for (int i = 1; i < points.length; i++) {
                    row.more[i * 2 - 2] = points[i].x;
                    row.more[i * 2 - 1] = points[i].y;
                }
                return;
            }
        }
        var key = row.wherePrecision + "|" + border + "|" + String.join("\n", places) + "|"
                + new String(wkb, StandardCharsets.ISO_8859_1);
        row.area = words.area(key, number -> area(number, row.wherePrecision, border, shape(wkb), places, words))
                .number();
    }

    private KnownArea area(
            int number,
            int wherePrecision,
            @Nullable String border,
            Geometry shape,
            List<String> places,
            Vocabulary words) {
        var countries = new TreeSet<String>();
        for (var place : places) {
            int code = placeCode.getOrDefault(place, 0);
            if (code != 0) {
                countries.add(words.countries().word((code >>> 16) - 1));
            }
        }
        if (border != null) {
            words.borders().add(border);
        }
        return new KnownArea(
                number,
                wherePrecision,
                border == null ? null : BorderId.parse(border),
                border == null ? shape : borders.computeIfAbsent(border + shape.hashCode(), key -> shape),
                border != null ? 0 : radius(wherePrecision, countries),
                List.copyOf(countries),
                List.copyOf(places));
    }

    /** As the function marsad_area_km of the database has it. */
    private double radius(int wherePrecision, TreeSet<String> countries) {
        return switch (wherePrecision) {
            case 1 -> 0;
            case 2 -> 25;
            case 3 -> largest(countries, 1, 50);
            case 4 -> largest(countries, 0, 110);
            case 5 -> 250;
            case 6 -> 500;
            default -> 300;
        };
    }

    private double largest(TreeSet<String> countries, int level, double otherwise) {
        return countries.stream()
                .map(divisionKm::get)
                .filter(km -> km != null && !Double.isNaN(km[level]))
                .mapToDouble(km -> km[level])
                .max()
                .orElse(otherwise);
    }

    /** How large divisions are, as of now. */
    void readDivisions() throws SQLException {
        divisionKm.clear();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select country, admin1_km, admin2_km from division_size")) {
            while (rows.next()) {
                double admin2 = rows.getDouble(3);
                divisionKm.put(
                        rows.getString(1), new double[] {rows.getDouble(2), rows.wasNull() ? Double.NaN : admin2});
            }
        }
    }

    private static Geometry shape(byte[] wkb) {
        try {
            return new WKBReader(Geo.WGS84).read(wkb);
        } catch (ParseException e) {
            throw new IllegalStateException("the database sent a geometry that is none", e);
        }
    }
}
