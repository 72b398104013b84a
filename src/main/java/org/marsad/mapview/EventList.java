package org.marsad.mapview;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.marsad.mapview.EventSummary.Deaths;
import org.marsad.mapview.EventSummary.NamedActor;
import org.marsad.mapview.EventSummary.NamedPlace;
import org.marsad.text.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Pages of the events that a filter selects. */
@Service
@Transactional(readOnly = true)
public class EventList {
    private final JdbcClient jdbc;

    public EventList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public int count(EventFilter filter) {
        var where = EventFilters.where(filter);
        return jdbc.sql("select count(*) from event e where " + where.sql())
                .params(where.parameters())
                .query(Integer.class)
                .single();
    }

    /**
     * @param language of names and headlines
     * @param offset events passed over, 0 or more
     * @param limit events returned at most, 1 to 1,000
     */
    public List<EventSummary> list(EventFilter filter, EventSort sort, Language language, int offset, int limit) {
        if (offset < 0 || limit < 1 || limit > 1000) {
            throw new IllegalArgumentException("offset " + offset + ", limit " + limit);
        }
        return summaries(
                EventFilters.where(filter),
                certain(filter),
                sort.orderBy() + " offset " + offset + " limit " + limit,
                language);
    }

    /** The events of these ids that there are, newest first. */
    public List<EventSummary> listByIds(Collection<Long> ids, EventFilter filter, Language language) {
        return ids.isEmpty()
                ? List.of()
                : summaries(
                        new SqlCondition("e.id in (:ids)", Map.of("ids", ids)),
                        certain(filter),
                        EventSort.NEWEST.orderBy(),
                        language);
    }

    public Optional<EventSummary> find(long id, EventFilter filter, Language language) {
        return listByIds(List.of(id), filter, language).stream().findFirst();
    }

    private static SqlCondition certain(EventFilter filter) {
        var corridor = filter.corridor();
        return corridor == null ? new SqlCondition("null::boolean", Map.of()) : EventFilters.certainlyIn(corridor);
    }

    private List<EventSummary> summaries(SqlCondition where, SqlCondition certain, String orderBy, Language language) {
        var rows = jdbc.sql("select e.*, " + certain.sql() + """
                         as certain,
                        (select count(distinct r.article_id) from report r where r.event_id = e.id) as sources,
                        coalesce((select a.title from report r join article a on a.id = r.article_id
                             where r.event_id = e.id
                             order by a.language = :language desc, a.published nulls last, a.id limit 1),
                            (select left(i.notes, 300) from imported_event i where i.event_id = e.id)) as headline
                        from event e where\s""" + where.sql() + " order by " + orderBy)
                .params(where.parameters())
                .params(certain.parameters())
                .param("language", language.tag())
                .query((row, number) -> summary(row, List.of(), List.of()))
                .list();
        if (rows.isEmpty()) {
            return rows;
        }
        var ids = rows.stream().map(EventSummary::id).toList();
        var actors = actors(ids, language);
        var places = places(ids, language);
        return rows.stream()
                .map(row -> new EventSummary(
                        row.id(),
                        row.plover(),
                        row.acled(),
                        row.acledSub(),
                        row.start(),
                        row.end(),
                        row.datePrecision(),
                        row.wherePrecision(),
                        row.border(),
                        places.getOrDefault(row.id(), List.of()),
                        actors.getOrDefault(row.id(), List.of()),
                        row.deaths(),
                        row.sources(),
                        row.headline(),
                        row.certain(),
                        row.source()))
                .toList();
    }

    private static EventSummary summary(ResultSet row, List<NamedPlace> places, List<NamedActor> actors)
            throws SQLException {
        return new EventSummary(
                row.getLong("id"),
                row.getString("plover"),
                row.getString("acled"),
                row.getString("acled_sub"),
                row.getObject("start_date", LocalDate.class),
                row.getObject("end_date", LocalDate.class),
                row.getString("date_precision"),
                row.getInt("where_precision"),
                row.getString("border_id"),
                places,
                actors,
                deaths(row),
                row.getInt("sources"),
                row.getString("headline"),
                row.getObject("certain", Boolean.class),
                row.getString("source"));
    }

    private static @Nullable Deaths deaths(ResultSet row) throws SQLException {
        var deaths = new Deaths(
                row.getObject("fatalities_low", Integer.class),
                row.getObject("fatalities_best", Integer.class),
                row.getObject("fatalities_high", Integer.class));
        return deaths.equals(new Deaths(null, null, null)) ? null : deaths;
    }

    private Map<Long, List<NamedActor>> actors(Collection<Long> ids, Language language) {
        return jdbc
                .sql("select ea.event_id, ea.role, a.id, " + Names.actor("a") + """
                         as shown from event_actor ea join actor a on a.id = ea.actor_id
                        where ea.event_id in (:ids)
                        order by array_position(array['perpetrator', 'participant', 'claimant', 'mediator', 'target'],
                            ea.role), shown""")
                .param("ids", ids)
                .param("language", language.tag())
                .query((row, number) -> Map.entry(
                        row.getLong("event_id"),
                        new NamedActor(row.getString("id"), row.getString("shown"), row.getString("role"))))
                .list()
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }

    private Map<Long, List<NamedPlace>> places(Collection<Long> ids, Language language) {
        return jdbc
                .sql("select ep.event_id, p.*, ST_Y(p.point) as lat, ST_X(p.point) as lon, " + Names.place("p")
                        + " as shown, " + Names.admin1("p") + """
                         as shown_admin1 from event_place ep join place p on p.id = ep.place_id
                        where ep.event_id in (:ids) order by shown""")
                .param("ids", ids)
                .param("language", language.tag())
                .query((row, number) -> Map.entry(row.getLong("event_id"), place(row)))
                .list()
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }

    static NamedPlace place(ResultSet row) throws SQLException {
        return new NamedPlace(
                row.getString("id"),
                row.getString("shown"),
                row.getString("country"),
                row.getString("shown_admin1"),
                row.getString("level"),
                row.getDouble("lat"),
                row.getDouble("lon"));
    }
}
