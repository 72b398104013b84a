package org.marsad.mapview;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.marsad.mapview.EventChange.Kind;
import org.marsad.mapview.EventChange.State;
import org.marsad.mapview.EventSummary.Deaths;
import org.marsad.text.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What changed between two moments, among the events that a filter selects now. What is gone no filter can select: it is
 * told whatever the filter. An event that came and went in between is not told at all.
 */
@Service
@Transactional(readOnly = true)
public class EventChanges {
    /**
     * One row for each event with a change in the time, but for those that are new: {@code kinds} of all its changes, how
     * it was before the first, and what came of the last.
     */
    private static final String CHANGED_COLUMNS = """
            max(c.at) as at, string_agg(array_to_string(c.kinds, ','), ',') as kinds,
                (array_agg(c.before::text order by c.at, c.id))[1] as before,
                (array_agg(c.after::text order by c.at desc, c.id desc))[1] as after,
                (array_agg(c.into_event order by c.at desc, c.id desc))[1] as into_event""";

    private static final String CHANGED = "select c.event_id, " + CHANGED_COLUMNS
            + " from event_change c where c.at > :from and c.at <= :to group by c.event_id";

    private static final String SINCE = """
            (c.txn >= pg_snapshot_xmin(:state::pg_snapshot) and not pg_visible_in_snapshot(c.txn, :state::pg_snapshot)
                or c.at > :from + interval '1 minute')""";

    private static final String ALL = """
            select e.id, e.created_at as at, 'new' as kinds, null as before, null as after, null::bigint as into_event
            from event e where e.created_at > :from and e.created_at <= :to and %1$s
            union all
            select x.event_id, x.at, x.kinds, x.before, x.after, x.into_event from (%2$s) x
                left join event e on e.id = x.event_id
            where case when e.id is null
                then not exists (select from event_change early where early.event_id = x.event_id and early.at > :from
                        and (early.before ->> 'created')::timestamptz > :from)
                else not (e.created_at > :from and e.created_at <= :to) and %1$s end""";

    private final JdbcClient jdbc;
    private final EventList events;
    private final JsonMapper json;

    public EventChanges(JdbcClient jdbc, EventList events, JsonMapper json) {
        this.jdbc = jdbc;
        this.events = events;
        this.json = json;
    }

    /** How many events there are of each kind of change; one event may be of several. */
    public Map<Kind, Integer> count(EventFilter filter, Instant from, Instant to) {
        var where = EventFilters.where(filter);
        var result = new EnumMap<Kind, Integer>(Kind.class);
        jdbc.sql("select kinds, count(*) as n from (" + all(where) + ") a group by kinds")
                .params(where.parameters())
                .param("from", time(from))
                .param("to", time(to))
                .query(row -> {
                    int events = row.getInt("n");
                    kinds(row.getString("kinds")).forEach(kind -> result.merge(kind, events, Integer::sum));
                });
        return result;
    }

    /**
     * The last changes first.
     *
     * @param only of this kind, or null for all
     * @param limit at most 500
     */
    public List<EventChange> list(
            EventFilter filter,
            Instant from,
            Instant to,
            @Nullable Kind only,
            Language language,
            int offset,
            int limit) {
        if (offset < 0 || limit < 1 || limit > 500) {
            throw new IllegalArgumentException("offset " + offset + ", limit " + limit);
        }
        var where = EventFilters.where(filter);
        var rows = jdbc.sql("select * from (" + all(where)
                        + ") a where cast(:only as text) is null or :only = any(string_to_array(kinds, ','))"
                        + " order by at desc, id desc offset " + offset + " limit " + limit)
                .params(where.parameters())
                .param("from", time(from))
                .param("to", time(to))
                .param("only", only == null ? null : only.word())
                .query((row, _) -> row(row))
                .list();
        return told(rows, filter, language);
    }

    /**
     * What was done to events by transactions that a state of the database did not know yet; new events are not told.
     *
     * @param state as {@code pg_current_snapshot()} told it
     * @param at when that was; a minute later and on, the clock decides, so that a restored database is understood too
     */
    public Set<Long> idsSince(String state, Instant at) {
        return jdbc.sql("select distinct c.event_id from event_change c where " + SINCE)
                .param("state", state)
                .param("from", time(at))
                .query(Long.class)
                .set();
    }

    /** The same in full for some events, the last changes first. */
    public List<EventChange> listSince(
            Collection<Long> ids, String state, Instant at, EventFilter filter, Language language) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var rows = jdbc.sql("select * from (select c.event_id as id, " + CHANGED_COLUMNS + " from event_change c where "
                        + SINCE + " and c.event_id = any(:ids) group by c.event_id) a order by at desc, id desc")
                .param("state", state)
                .param("from", time(at))
                .param("ids", ids.toArray(Long[]::new))
                .query((row, _) -> row(row))
                .list();
        return told(rows, filter, language);
    }

    /** All that became of one event, the last first. */
    public List<EventChange> listOfEvent(long event, Language language) {
        var rows = jdbc.sql("select * from event_change where event_id = ? order by at desc, id desc limit 50")
                .param(event)
                .query((row, _) -> new Row(
                        event,
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        Arrays.stream((String[]) row.getArray("kinds").getArray())
                                .map(Kind::of)
                                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Kind.class))),
                        tree(row.getString("before")),
                        tree(row.getString("after")),
                        row.getObject("into_event", Long.class)))
                .list();
        return told(rows, EventFilter.ALL, language);
    }

    /** What became of these events since a moment, for marks in a list; those that stayed as they were are left out. */
    public Map<Long, Set<Kind>> marks(Collection<Long> ids, Instant since) {
        var result = new HashMap<Long, Set<Kind>>();
        if (ids.isEmpty()) {
            return result;
        }
        jdbc.sql("""
                        select id, 'new' as kinds from event where id in (:ids) and created_at > :since
                        union all
                        select event_id, array_to_string(kinds, ',') from event_change
                        where event_id in (:ids) and at > :since and after is not null""").param("ids", ids).param("since", time(since)).query(row -> {
            result.computeIfAbsent(row.getLong(1), _ -> EnumSet.noneOf(Kind.class))
                    .addAll(kinds(row.getString(2)));
        });
        result.values().forEach(kinds -> {
            if (kinds.contains(Kind.NEW)) {
                kinds.retainAll(Set.of(Kind.NEW));
            }
        });
        return result;
    }

    /** The event that took over one that is gone. */
    public Optional<Long> findSuccessor(long gone) {
        return jdbc.sql("""
                        select into_event from event_change where event_id = ? and into_event is not null
                        order by at desc limit 1""").param(gone).query(Long.class).optional();
    }

    private static String all(SqlCondition where) {
        return ALL.formatted(where.sql(), CHANGED);
    }

    private record Row(
            long event,
            Instant at,
            Set<Kind> kinds,
            @Nullable JsonNode before,
            @Nullable JsonNode after,
            @Nullable Long into) {}

    private Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                kinds(row.getString("kinds")),
                tree(row.getString("before")),
                tree(row.getString("after")),
                row.getObject("into_event", Long.class));
    }

    private List<EventChange> told(List<Row> rows, EventFilter filter, Language language) {
        var now = events.listByIds(rows.stream().map(Row::event).distinct().toList(), filter, language).stream()
                .collect(Collectors.toMap(EventSummary::id, Function.identity()));
        var places = new HashSet<String>();
        var actors = new HashSet<String>();
        rows.forEach(row -> {
            for (var state : new JsonNode[] {row.before(), row.after()}) {
                if (state != null) {
                    state.path("places").forEach(place -> places.add(place.asString()));
                    state.path("actors").forEach(actor -> actors.add(actorId(actor)));
                }
            }
        });
        var placeNames = names("select p.id, " + Names.place("p") + " as shown from place p", places, language);
        var actorNames = names("select p.id, " + Names.actor("p") + " as shown from actor p", actors, language);
        return rows.stream()
                .map(row -> new EventChange(
                        row.event(),
                        row.at(),
                        row.kinds(),
                        state(row.before(), placeNames, actorNames),
                        state(row.after(), placeNames, actorNames),
                        row.into(),
                        now.get(row.event())))
                .toList();
    }

    private Map<String, String> names(String select, Set<String> ids, Language language) {
        return ids.isEmpty()
                ? Map.of()
                : jdbc
                        .sql(select + " where p.id in (:ids)")
                        .param("ids", ids)
                        .param("language", language.tag())
                        .query((row, _) -> Map.entry(row.getString("id"), row.getString("shown")))
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static @Nullable State state(
            @Nullable JsonNode state, Map<String, String> placeNames, Map<String, String> actorNames) {
        if (state == null) {
            return null;
        }
        var deaths = new Deaths(integer(state, "low"), integer(state, "best"), integer(state, "high"));
        return new State(
                state.path("plover").asString(""),
                state.path("acledSub").asString(""),
                day(state, "start"),
                day(state, "end"),
                state.path("datePrecision").asString("unknown"),
                state.path("wherePrecision").asInt(7),
                state.path("border").isString() ? state.path("border").asString() : null,
                state.path("lat").isNumber() ? state.path("lat").asDouble() : null,
                state.path("lon").isNumber() ? state.path("lon").asDouble() : null,
                state.path("places")
                        .valueStream()
                        .map(place -> placeNames.getOrDefault(place.asString(), place.asString()))
                        .toList(),
                state.path("actors")
                        .valueStream()
                        .map(actor -> actorNames.getOrDefault(actorId(actor), actorId(actor)))
                        .distinct()
                        .toList(),
                deaths.equals(new Deaths(null, null, null)) ? null : deaths,
                state.path("reports").size());
    }

    private static String actorId(JsonNode actorAndRole) {
        var text = actorAndRole.asString("");
        int space = text.indexOf(' ');
        return space < 0 ? text : text.substring(0, space);
    }

    private static @Nullable Integer integer(JsonNode state, String name) {
        return state.path(name).isNumber() ? state.path(name).asInt() : null;
    }

    private static @Nullable LocalDate day(JsonNode state, String name) {
        return state.path(name).isString() ? LocalDate.parse(state.path(name).asString()) : null;
    }

    private @Nullable JsonNode tree(@Nullable String text) {
        return text == null ? null : json.readTree(text);
    }

    private static Set<Kind> kinds(String words) {
        return Arrays.stream(words.split(","))
                .filter(word -> !word.isEmpty())
                .map(Kind::of)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Kind.class)));
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
