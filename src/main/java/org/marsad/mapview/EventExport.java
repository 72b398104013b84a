package org.marsad.mapview;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.marsad.coding.event.EventType;
import org.marsad.exchange.export.ExportEvent;
import org.marsad.exchange.export.ExportFormat;
import org.marsad.exchange.export.ExportWriter;
import org.marsad.text.DatePrecision;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Writes the events that a filter selects as a file, however many there are: they pass one by one. */
@Service
@Transactional(readOnly = true)
public class EventExport {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int FETCHED_AT_ONCE = 2_000;

    private static final String EVENTS = """
            select e.*, ST_X(p.point) as lon, ST_Y(p.point) as lat, ST_AsGeoJSON(e.geom, 5) as geometry,
                (select coalesce(json_agg(json_build_object('id', a.id, 'name', a.name, 'role', ea.role, 'inter', a.inter,
                        'sector', a.sector, 'country', a.country) order by ea.role, a.id), '[]')
                    from event_actor ea join actor a on a.id = ea.actor_id where ea.event_id = e.id) as actors,
                (select coalesce(json_agg(json_build_object('id', pl.id, 'name', pl.name, 'country', pl.country,
                        'admin1', pl.admin1, 'level', pl.level) order by pl.population desc, pl.id), '[]')
                    from event_place ep join place pl on pl.id = ep.place_id where ep.event_id = e.id) as places,
                array(select eb.border_id || ' ' || round(eb.km::numeric, 1) || ' km' from event_border eb
                    where eb.event_id = e.id order by eb.km, eb.border_id) as borders,
                array(select distinct d.name from report r join article a on a.id = r.article_id
                    join document d on d.id = a.document_id where r.event_id = e.id order by d.name) as documents,
                coalesce((select a.title from report r join article a on a.id = r.article_id where r.event_id = e.id
                    order by a.published nulls last, a.id limit 1), i.notes) as headline,
                i.source_id, i.fields, s.name as source_name
            from event e
                left join lateral (select ST_PointOnSurface(e.geom) as point) p on true
                left join imported_event i on i.event_id = e.id
                left join event_source s on s.id = e.source
            where\s""";

    private final JdbcTemplate template;

    public EventExport(JdbcTemplate template) {
        this.template = template;
    }

    /**
     * Writes all of a file, ordered by day and id.
     *
     * @param filter leaves out already what may not be passed on
     * @param about what the file says of itself where its format has room for it, or empty
     * @return how many events were written; fewer than the filter selects where the format has no row for some
     */
    public long write(EventFilter filter, ExportFormat format, String about, Appendable out) throws IOException {
        var writer = new ExportWriter(format, about, out);
        forEach(filter, writer::add);
        writer.close();
        return writer.written();
    }

    /** The same as a GeoPackage in a file that is not there yet. */
    public long writeGeoPackage(EventFilter filter, String about, Path file) throws IOException {
        try (var writer = new GeoPackageWriter(file, about)) {
            forEach(filter, writer::add);
            return writer.finish();
        }
    }

    /** Hands over each event that the filter selects, ordered by day and id. */
    public void forEach(EventFilter filter, Consumer<ExportEvent> each) {
        var where = EventFilters.where(filter);
        var streamed = new JdbcTemplate(Objects.requireNonNull(template.getDataSource()));
        streamed.setFetchSize(FETCHED_AT_ONCE);
        new NamedParameterJdbcTemplate(streamed)
                .query(EVENTS + where.sql() + " order by e.start_date nulls last, e.id", where.parameters(), row -> {
                    each.accept(event(row));
                });
    }

    private static ExportEvent event(ResultSet row) throws SQLException {
        var source = row.getString("source");
        return new ExportEvent(
                row.getLong("id"),
                new EventType(
                        row.getString("plover"),
                        row.getString("mode"),
                        row.getString("acled"),
                        row.getString("acled_sub"),
                        row.getObject("ucdp_violence", Integer.class)),
                row.getObject("start_date", LocalDate.class),
                row.getObject("end_date", LocalDate.class),
                DatePrecision.valueOf(row.getString("date_precision").toUpperCase(Locale.ROOT)),
                places(row),
                row.getString("geometry") == null
                        ? null
                        : new ExportEvent.Position(row.getDouble("lon"), row.getDouble("lat")),
                row.getString("geometry"),
                row.getInt("where_precision"),
                row.getString("border_id"),
                texts(row, "borders"),
                actors(row),
                deaths(row),
                source == null ? texts(row, "documents") : List.of(row.getString("source_name")),
                row.getString("headline"),
                row.getDouble("confidence"),
                row.getTimestamp("revised_at").toInstant(),
                source == null
                        ? null
                        : new ExportEvent.Imported(source, row.getString("source_id"), texts(row, "fields")));
    }

    private static ExportEvent.@Nullable Deaths deaths(ResultSet row) throws SQLException {
        var deaths = new ExportEvent.Deaths(
                row.getObject("fatalities_low", Integer.class),
                row.getObject("fatalities_best", Integer.class),
                row.getObject("fatalities_high", Integer.class));
        return deaths.low() == null && deaths.best() == null && deaths.high() == null ? null : deaths;
    }

    private static List<ExportEvent.ExportActor> actors(ResultSet row) throws SQLException {
        var actors = new ArrayList<ExportEvent.ExportActor>();
        for (var one : JSON.readTree(row.getString("actors"))) {
            actors.add(new ExportEvent.ExportActor(
                    one.path("id").asString(),
                    one.path("name").asString(),
                    one.path("role").asString(),
                    one.path("inter").asInt(),
                    one.path("sector").asString(),
                    text(one, "country")));
        }
        return actors;
    }

    private static List<ExportEvent.ExportPlace> places(ResultSet row) throws SQLException {
        var places = new ArrayList<ExportEvent.ExportPlace>();
        for (var one : JSON.readTree(row.getString("places"))) {
            places.add(new ExportEvent.ExportPlace(
                    one.path("id").asString(),
                    one.path("name").asString(),
                    text(one, "country"),
                    text(one, "admin1"),
                    one.path("level").asString()));
        }
        return places;
    }

    private static @Nullable String text(JsonNode node, String field) {
        return node.path(field).asStringOpt().orElse(null);
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        var array = row.getArray(column);
        return array == null ? List.of() : Arrays.asList((String[]) array.getArray());
    }
}
