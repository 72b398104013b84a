package org.marsad.mapview;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import org.marsad.text.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The events that a filter selects, as GeoJSON for the map. An event known to a place is a Point; one along a border is
 * the border's line, drawn coarsely ({@code border} names it); one known only by its area is a Point inside it with
 * {@code countries} (its polygon is the base map's) or {@code areaKm} (a circle), and must not be drawn as a pin.
 */
@Service
@Transactional(readOnly = true)
public class MapFeatures {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    public MapFeatures(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * Writes one FeatureCollection; events without a place are left out.
     *
     * @param language of labels
     */
    public void write(EventFilter filter, Language language, Writer out) {
        var where = EventFilters.where(filter);
        var corridor = filter.corridor();
        var certain =
                corridor == null ? new SqlCondition("null::boolean", Map.of()) : EventFilters.certainlyIn(corridor);
        try {
            out.write("{\"type\":\"FeatureCollection\",\"features\":[");
            var separator = new String[] {""};
            jdbc.sql("""
                    select e.id, e.plover, e.where_precision, e.border_id, e.start_date, e.end_date, e.date_precision,
                        ST_AsGeoJSON(case when e.border_id is null then e.geom
                            else ST_SimplifyPreserveTopology(e.geom, 0.01) end, 5) as geometry,
                        marsad_area_km(e.id, e.where_precision, e.border_id) as area_km,
                        coalesce(e.fatalities_best, e.fatalities_low) as deaths,
                        (select string_agg(distinct coalesce(p.country, ''), ',') from event_place ep
                            join place p on p.id = ep.place_id where ep.event_id = e.id) as countries,
                        (select string_agg(""" + Names.place("p") + """
                            , ' · ') from event_place ep join place p on p.id = ep.place_id
                            where ep.event_id = e.id) as label,\s""" + certain.sql() + """
                         as certain
                    from event e where e.geom is not null and\s""" + where.sql() + " order by e.id")
                    .params(where.parameters())
                    .params(certain.parameters())
                    .param("language", language.tag())
                    .query(row -> {
                        write(out, separator[0], row);
                        separator[0] = ",\n";
                    });
            out.write("]}");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(Writer out, String separator, ResultSet row) throws SQLException {
        var properties = json.createObjectNode()
                .put("type", row.getString("plover"))
                .put("where", row.getInt("where_precision"))
                .put("label", row.getString("label"))
                .put("date", row.getString("date_precision"));
        put(properties, "start", row.getString("start_date"));
        put(properties, "end", row.getString("end_date"));
        put(properties, "border", row.getString("border_id"));
        int deaths = row.getInt("deaths");
        if (!row.wasNull()) {
            properties.put("deaths", deaths);
        }
        boolean certain = row.getBoolean("certain");
        if (!row.wasNull()) {
            properties.put("certain", certain);
        }
        if (row.getInt("where_precision") == 6) {
            put(properties, "countries", row.getString("countries"));
        }
        double areaKm = row.getDouble("area_km");
        if (areaKm > 0) {
            properties.put("areaKm", areaKm);
        }
        try {
            out.write(separator + "{\"type\":\"Feature\",\"id\":" + row.getLong("id") + ",\"geometry\":"
                    + row.getString("geometry") + ",\"properties\":" + properties + "}");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void put(ObjectNode node, String name, String value) {
        if (value != null) {
            node.put(name, value);
        }
    }
}
