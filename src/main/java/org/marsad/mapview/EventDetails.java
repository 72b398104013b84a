package org.marsad.mapview;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.marsad.geo.BorderId;
import org.marsad.mapview.EventDetail.ActorMention;
import org.marsad.mapview.EventDetail.Alternative;
import org.marsad.mapview.EventDetail.BorderDistance;
import org.marsad.mapview.EventDetail.Figures;
import org.marsad.mapview.EventDetail.Imported;
import org.marsad.mapview.EventDetail.Near;
import org.marsad.mapview.EventDetail.PlaceMention;
import org.marsad.mapview.EventDetail.Source;
import org.marsad.mapview.EventDetail.TextSpan;
import org.marsad.mapview.EventSummary.Deaths;
import org.marsad.text.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads one event with its sources, their text and what was read in it. */
@Service
@Transactional(readOnly = true)
public class EventDetails {
    private static final double NEAR_KM = 50;
    private static final int NEAR_DAYS = 14;
    private static final int MOST_NEAR = 12;

    private final JdbcClient jdbc;
    private final EventList events;
    private final JsonMapper json;

    public EventDetails(JdbcClient jdbc, EventList events, JsonMapper json) {
        this.jdbc = jdbc;
        this.events = events;
        this.json = json;
    }

    /**
     * @param filter says which corridor the event is in for certain
     * @param language of names
     */
    public Optional<EventDetail> find(long id, EventFilter filter, Language language) {
        return events.find(id, filter, language)
                .map(summary -> jdbc.sql("select mode, ucdp_violence, confidence from event where id = :id")
                        .param("id", id)
                        .query((row, number) -> new EventDetail(
                                summary,
                                row.getString("mode"),
                                row.getObject("ucdp_violence", Integer.class),
                                row.getDouble("confidence"),
                                borders(id, language),
                                sources(id, language),
                                near(id, filter, language),
                                imported(id)))
                        .single());
    }

    private @Nullable Imported imported(long id) {
        return jdbc.sql("""
                select s.name, i.source_id, s.terms, s.licence = 'restricted', s.url, i.notes
                from imported_event i join event_source s on s.id = i.source where i.event_id = :id""")
                .param("id", id)
                .query((row, number) -> new Imported(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getBoolean(4),
                        row.getString(5),
                        row.getString(6)))
                .optional()
                .orElse(null);
    }

    private List<BorderDistance> borders(long id, Language language) {
        return jdbc.sql("select * from event_border where event_id = :id order by km, border_id")
                .param("id", id)
                .query((row, number) -> new BorderDistance(
                        row.getString("border_id"),
                        BorderNames.name(BorderId.parse(row.getString("border_id")), language),
                        row.getDouble("km"),
                        row.getDouble("km_along"),
                        row.getString("side")))
                .list();
    }

    private List<Source> sources(long event, Language language) {
        return jdbc.sql("""
                select a.id, a.title, a.language, a.published, a.begin_cp, d.name,
                    substring(d.text from a.begin_cp + 1 for a.end_cp - a.begin_cp) as text,
                    (select r.coded::text from report r where r.event_id = :event and r.article_id = a.id
                        order by r.id limit 1) as coded
                from article a join document d on d.id = a.document_id
                where a.id in (select article_id from report where event_id = :event)
                order by a.language = :language desc, a.published nulls last, a.id""")
                .param("event", event)
                .param("language", language.tag())
                .query((row, number) -> {
                    long article = row.getLong("id");
                    int start = row.getInt("begin_cp");
                    return new Source(
                            article,
                            row.getString("name"),
                            row.getString("title"),
                            row.getString("language"),
                            row.getObject("published", LocalDate.class),
                            row.getString("text"),
                            evidence(event, article, start),
                            mentions(event, article, start, language),
                            actorMentions(article, start),
                            figures(row.getString("coded")));
                })
                .list();
    }

    private Figures figures(String coded) {
        var event = json.readTree(coded);
        var fatalities = event.path("fatalities");
        var deaths = new Deaths(
                integer(fatalities.path("low")), integer(fatalities.path("best")), integer(fatalities.path("high")));
        return new Figures(
                deaths.equals(new Deaths(null, null, null)) ? null : deaths,
                day(event.path("date").path("start")),
                day(event.path("date").path("end")));
    }

    private static @Nullable Integer integer(JsonNode value) {
        return value.isNumber() ? value.asInt() : null;
    }

    private static @Nullable LocalDate day(JsonNode value) {
        return value.isString() ? LocalDate.parse(value.asString()) : null;
    }

    /** Only of events that are known well enough, and dated, can it be said what is near them. */
    private List<Near> near(long id, EventFilter filter, Language language) {
        var found = new LinkedHashMap<Long, double[]>();
        jdbc.sql("""
                select o.id, ST_Distance(o.geom::geography, e.geom::geography) / 1000 as km,
                    case when o.start_date > e.end_date then o.start_date - e.end_date
                        when o.end_date < e.start_date then o.end_date - e.start_date else 0 end as days
                from event e join event o on o.id <> e.id
                    and o.geom && ST_Expand(e.geom, :km / (111.0 * cos(radians(least(80, abs(ST_Y(ST_Centroid(e.geom))) + 1)))),
                        :km / 110.0)
                    and o.start_date <= e.end_date + :days and o.end_date >= e.start_date - :days
                where e.id = :id and e.where_precision <= 2 and o.where_precision <= 2
                    and ST_DWithin(o.geom::geography, e.geom::geography, :km * 1000)
                order by km, abs(o.start_date - e.start_date), o.id limit :most""")
                .param("id", id)
                .param("km", NEAR_KM)
                .param("days", NEAR_DAYS)
                .param("most", MOST_NEAR)
                .query(row -> {
                    found.put(row.getLong("id"), new double[] {row.getDouble("km"), row.getInt("days")});
                });
        var summaries = events.listByIds(found.keySet(), filter, language).stream()
                .collect(Collectors.toMap(EventSummary::id, Function.identity()));
        return found.entrySet().stream()
                .filter(entry -> summaries.containsKey(entry.getKey()))
                .map(entry -> new Near(Objects.requireNonNull(summaries.get(entry.getKey())), entry.getValue()[0], (int)
                        entry.getValue()[1]))
                .toList();
    }

    private List<TextSpan> evidence(long event, long article, int start) {
        return jdbc.sql("""
                select distinct v.begin_cp, v.end_cp from report r join evidence v on v.report_id = r.id
                where r.event_id = :event and r.article_id = :article order by 1, 2""")
                .param("event", event)
                .param("article", article)
                .query((row, number) -> span(row, start))
                .list();
    }

    private List<ActorMention> actorMentions(long article, int start) {
        return jdbc.sql("select * from actor_mention where article_id = :article order by begin_cp, end_cp")
                .param("article", article)
                .query((row, number) -> new ActorMention(span(row, start), row.getString("actor_id")))
                .list();
    }

    private List<PlaceMention> mentions(long event, long article, int start, Language language) {
        return jdbc.sql("""
                select m.begin_cp, m.end_cp, m.kind, m.confidence, m.because, m.alternatives, m.place_id,
                    p.*, ST_Y(p.point) as lat, ST_X(p.point) as lon,\s""" + Names.place("p") + " as shown, " + Names.admin1("p") + """
                     as shown_admin1,
                    exists (select 1 from event_place ep where ep.event_id = :event and ep.place_id = m.place_id) as of_event
                from mention m left join place p on p.id = m.place_id
                where m.article_id = :article order by m.begin_cp, m.end_cp""")
                .param("event", event)
                .param("article", article)
                .param("language", language.tag())
                .query((row, number) -> mention(row, start, language))
                .list();
    }

    private PlaceMention mention(ResultSet row, int start, Language language) throws SQLException {
        return new PlaceMention(
                span(row, start),
                row.getString("kind"),
                row.getString("place_id") == null ? null : EventList.place(row),
                row.getDouble("confidence"),
                List.of((String[]) row.getArray("because").getArray()),
                alternatives(row.getString("alternatives"), language),
                row.getBoolean("of_event"));
    }

    private List<Alternative> alternatives(String stored, Language language) {
        var confidence = new TreeMap<String, Double>();
        for (var alternative : json.readTree(stored)) {
            confidence.put(
                    alternative.path("id").asString(""),
                    alternative.path("confidence").asDouble(0));
        }
        if (confidence.isEmpty()) {
            return List.of();
        }
        // A candidate that lost need not be in the table of places: it is then named by its id.
        var names = jdbc
                .sql("select p.id, p.country, " + Names.place("p") + " as shown from place p where p.id in (:ids)")
                .param("ids", confidence.keySet())
                .param("language", language.tag())
                .query((row, number) ->
                        Map.entry(row.getString("id"), new Named(row.getString("shown"), row.getString("country"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return confidence.entrySet().stream()
                .map(entry -> {
                    var named = names.getOrDefault(entry.getKey(), new Named(entry.getKey(), null));
                    return new Alternative(entry.getKey(), named.name(), named.country(), entry.getValue());
                })
                .sorted((one, other) -> Double.compare(other.confidence(), one.confidence()))
                .toList();
    }

    private record Named(String name, @Nullable String country) {}

    private static TextSpan span(ResultSet row, int start) throws SQLException {
        return new TextSpan(row.getInt("begin_cp") - start, row.getInt("end_cp") - start);
    }
}
