package org.marsad.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.locationtech.jts.io.WKBWriter;
import org.marsad.coding.CodedArticle;
import org.marsad.coding.CodedEvent;
import org.marsad.coding.Incident;
import org.marsad.coding.IncidentLinker;
import org.marsad.exchange.ContractJson;
import org.marsad.exchange.EventReader;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Joins reports into incidents. A report is compared with each report already stored that could be of the same incident,
 * not with their merger; and where it belongs to two incidents, these become one. So the incidents are those that any
 * other order of the reports would have given, but for two rules: two reports of one article are two incidents, and no
 * incident holds two reports that contradict each other.
 */
final class Incidents {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** Reports are close in time or undated, and share a border, a place or a country, or lie within about 100 km. */
    private static final String CANDIDATES = """
            select r.event_id, r.article_id, r.coded::text as coded
            from report r join event e on e.id = r.event_id
            where (cast(:start as date) is null or e.start_date is null
                    or (e.start_date <= cast(:end as date) + 15 and e.end_date >= cast(:start as date) - 15))
              and (e.border_id = :border
                or exists (select from event_place ep join place p on p.id = ep.place_id
                           where ep.event_id = e.id and (p.id = any(:places) or p.country = any(:countries)))
                or ST_DWithin(e.geom, ST_GeomFromWKB(:geom, 4326), 1)
                or e.geom is null or cast(:geom as bytea) is null)
            order by (e.plover = :plover) desc, abs(e.start_date - cast(:start as date)) nulls last, e.id
            limit 300""";

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final EventReader reader;
    private final BorderDistances distances;

    Incidents(JdbcTemplate template, EventReader reader, BorderDistances distances) {
        this.jdbc = JdbcClient.create(template);
        this.template = template;
        this.reader = reader;
        this.distances = distances;
    }

    /** How many incidents were new, and how many reports joined a known one. */
    record Counted(int created, int linked) {
        static final Counted NONE = new Counted(0, 0);

        Counted plus(Counted other) {
            return new Counted(created + other.created, linked + other.linked);
        }
    }

    /** Stores the events of an article. */
    Counted add(long articleId, CodedArticle coded) {
        JsonNode json = ContractJson.tree(coded).path("events");
        var byId = new LinkedHashMap<String, JsonNode>();
        json.values().forEach(event -> byId.putIfAbsent(event.path("id").asString(), event));
        var counted = Counted.NONE;
        for (JsonNode event : byId.values()) {
            counted = counted.plus(add(articleId, event));
        }
        return counted;
    }

    private Counted add(long articleId, JsonNode json) {
        var report = reader.read(json);
        var known = findIncidents(articleId, report);
        long event = known.isEmpty() ? insertEvent(report) : known.getFirst();
        known.stream().skip(1).forEach(other -> join(event, other));
        long id = jdbc.sql(
                        "insert into report (event_id, article_id, coded_id, coded) values (?, ?, ?, ?::jsonb) returning id")
                .params(event, articleId, report.id(), json.toString())
                .query(Long.class)
                .single();
        template.batchUpdate(
                "insert into evidence (report_id, begin_cp, end_cp) values (?, ?, ?)",
                report.evidence().stream()
                        .map(span -> new Object[] {id, span.begin(), span.end()})
                        .toList());
        merge(event);
        return known.isEmpty() ? new Counted(1, 0) : new Counted(0, 1);
    }

    /** The incidents that a report belongs to, oldest first; no two of them told by one article. */
    private List<Long> findIncidents(long articleId, CodedEvent report) {
        var stored = new TreeMap<Long, List<StoredReport>>();
        jdbc.sql(CANDIDATES)
                .paramSource(parameters(report))
                .query((row, _) -> new StoredReport(
                        row.getLong("event_id"),
                        row.getLong("article_id"),
                        reader.read(JSON.readTree(row.getString("coded")))))
                .list()
                .forEach(one -> stored.computeIfAbsent(one.event(), _ -> new ArrayList<>())
                        .add(one));
        var incidents = new ArrayList<Long>();
        var told = new TreeSet<>(List.of(articleId));
        var members = new ArrayList<>(List.of(report));
        stored.forEach((event, reports) -> {
            boolean links = reports.stream().anyMatch(one -> IncidentLinker.isSameIncident(one.coded(), report));
            boolean apart = reports.stream().noneMatch(one -> told.contains(one.article()));
            // Without this an attack on each day of a week would become one attack of a week, day by day.
            boolean agrees = reports.stream()
                    .allMatch(one -> members.stream().allMatch(member -> IncidentLinker.agree(one.coded(), member)));
            if (links && apart && agrees) {
                incidents.add(event);
                reports.forEach(one -> {
                    told.add(one.article());
                    members.add(one.coded());
                });
            }
        });
        return incidents;
    }

    private record StoredReport(long event, long article, CodedEvent coded) {}

    private static MapSqlParameterSource parameters(CodedEvent report) {
        var geometry = report.geometry();
        return new MapSqlParameterSource()
                .addValue("start", report.date().start())
                .addValue("end", report.date().end())
                .addValue(
                        "border",
                        report.border() == null ? null : report.border().toString())
                .addValue("plover", report.type().plover())
                .addValue("geom", geometry == null ? null : new WKBWriter().write(geometry))
                .addValue(
                        "places",
                        report.places().stream()
                                .map(place -> place.id().value())
                                .toArray(String[]::new))
                .addValue(
                        "countries",
                        report.places().stream()
                                .map(place -> place.country())
                                .filter(Objects::nonNull)
                                .distinct()
                                .toArray(String[]::new));
    }

    private long insertEvent(CodedEvent report) {
        return jdbc.sql("""
                        insert into event (plover, acled, acled_sub, date_precision, where_precision, confidence)
                        values (?, ?, ?, 'unknown', ?, ?) returning id""")
                .params(
                        report.type().plover(),
                        report.type().acled(),
                        report.type().acledSub(),
                        report.wherePrecision(),
                        report.confidence())
                .query(Long.class)
                .single();
    }

    private void join(long event, long other) {
        jdbc.sql("update report set event_id = ? where event_id = ?")
                .params(event, other)
                .update();
        jdbc.sql("delete from event where id = ?").param(other).update();
    }

    /** Writes an incident's attributes from its reports. */
    private void merge(long event) {
        var reports = jdbc
                .sql("select coded::text from report where event_id = ?")
                .param(event)
                .query(String.class)
                .list()
                .stream()
                .map(JSON::readTree)
                .map(reader::read)
                .toList();
        var merged = IncidentLinker.merge(reports);
        update(event, merged);
        replace(
                event,
                "event_actor (event_id, actor_id, role)",
                merged.actors().stream()
                        .map(actor -> new Object[] {
                            event, actor.actor().id().value(), actor.role().word()
                        })
                        .toList());
        replace(
                event,
                "event_place (event_id, place_id)",
                merged.places().stream()
                        .map(place -> place.id().value())
                        .distinct()
                        .map(place -> new Object[] {event, place})
                        .toList());
        replace(
                event,
                "event_border (event_id, border_id, km, km_along, side)",
                distances.list(merged.geometry(), distances.known(merged.border())).stream()
                        .map(near ->
                                new Object[] {event, near.border().toString(), near.km(), near.kmAlong(), near.side()})
                        .toList());
    }

    private void update(long event, Incident merged) {
        var geometry = merged.geometry();
        var border = distances.known(merged.border());
        var fatalities = merged.fatalities();
        jdbc.sql("""
                        update event set plover = :plover, mode = :mode, acled = :acled, acled_sub = :acledSub,
                            ucdp_violence = :ucdp, start_date = :start, end_date = :end, date_precision = :precision,
                            where_precision = :where, geom = ST_GeomFromWKB(:geom, 4326), border_id = :border,
                            fatalities_low = :low, fatalities_best = :best, fatalities_high = :high,
                            confidence = :confidence, revised_at = now()
                        where id = :id""")
                .paramSource(new MapSqlParameterSource()
                        .addValue("id", event)
                        .addValue("plover", merged.type().plover())
                        .addValue("mode", merged.type().mode())
                        .addValue("acled", merged.type().acled())
                        .addValue("acledSub", merged.type().acledSub())
                        .addValue("ucdp", merged.type().ucdpViolence())
                        .addValue("start", merged.date().start())
                        .addValue("end", merged.date().end())
                        .addValue("precision", merged.date().precision().word())
                        .addValue("where", merged.wherePrecision())
                        .addValue("geom", geometry == null ? null : new WKBWriter().write(geometry))
                        .addValue("border", border == null ? null : border.toString())
                        .addValue("low", fatalities == null ? null : fatalities.low())
                        .addValue("best", fatalities == null ? null : fatalities.best())
                        .addValue("high", fatalities == null ? null : fatalities.high())
                        .addValue("confidence", merged.confidence()))
                .update();
    }

    /** Rows of an event in one of its tables; places, actors and borders are in it no more than once. */
    private void replace(long event, String target, List<Object[]> rows) {
        String table = target.substring(0, target.indexOf(' '));
        jdbc.sql("delete from " + table + " where event_id = ?").param(event).update();
        if (!rows.isEmpty()) {
            String places = "?" + ", ?".repeat(rows.getFirst().length - 1);
            template.batchUpdate("insert into " + target + " values (" + places + ")", rows);
        }
    }
}
