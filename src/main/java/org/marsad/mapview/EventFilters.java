package org.marsad.mapview;

import java.sql.Date;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.marsad.coding.event.Role;
import org.marsad.mapview.EventFilter.CorridorFilter;

/** What an {@link EventFilter} means in SQL: the one place that says so. */
public final class EventFilters {
    /** Sets of events, each found by an index, in place of a look into every event's texts. */
    private static final String WORD = """
            e.id in (
                select r.event_id from document d join article a on a.document_id = d.id join report r on r.article_id = a.id
                    where marsad_fold(d.text) like marsad_like(:word) and position(marsad_fold(:word) in
                        marsad_fold(substring(d.text from a.begin_cp + 1 for a.end_cp - a.begin_cp))) > 0
                union all select r.event_id from article a join report r on r.article_id = a.id
                    where marsad_fold(a.title) like marsad_like(:word)
                union all select i.event_id from imported_event i
                    where i.withdrawn_at is null and marsad_fold(i.notes) like marsad_like(:word)
                union all select ea.event_id from event_actor ea where ea.actor_id in (select c.id from actor c
                    where marsad_fold(c.name || ' ' || c.name_ar || ' ' || c.name_fr) like marsad_like(:word))
                union all select ep.event_id from event_place ep where ep.place_id in (select n.place_id from place_name n
                    where n.place_id in (select place_id from event_place)
                        and marsad_fold(n.name) like marsad_like(:word)))""";

    private EventFilters() {}

    /** The events that a filter selects. */
    public static SqlCondition where(EventFilter filter) {
        var condition = time(filter)
                .and(who(filter))
                .and(ofAny("countries", filter.countries(), """
                        exists (select 1 from event_place ep join place p on p.id = ep.place_id
                                where ep.event_id = e.id and p.country in (:countries))"""))
                .and(ofAny("regions", filter.regions(), """
                        exists (select 1 from event_place ep join place p on p.id = ep.place_id
                                where ep.event_id = e.id and p.country || ':' || p.admin1 in (:regions))"""))
                .and(ofAny("plover", filter.plover(), "e.plover in (:plover)"))
                .and(ofAny("languages", filter.languages(), """
                        exists (select 1 from report r join article a on a.id = r.article_id
                                where r.event_id = e.id and a.language in (:languages))"""))
                .and(ofAny("sources", filter.sources(), "coalesce(e.source, 'articles') in (:sources)"))
                .and(ofAny("without", filter.without(), "(e.source is null or e.source not in (:without))"))
                .and(atLeast(filter))
                .and(words(filter.text()));
        var area = filter.area();
        if (area != null) {
            condition = condition.and(AreaCondition.inside(area));
        }
        var corridor = filter.corridor();
        if (corridor == null) {
            return condition;
        }
        var certain = certainlyIn(corridor);
        var inside = corridor.certainOnly()
                ? certain
                : new SqlCondition(
                        "(" + certain.sql() + " or " + possiblyIn(corridor).sql() + ")", certain.parameters());
        return condition.and(inside);
    }

    /** Known well enough and within the corridor's width, or along the border itself. */
    public static SqlCondition certainlyIn(CorridorFilter corridor) {
        return new SqlCondition("""
                (e.border_id is not distinct from :border or e.where_precision <= 2 and exists (
                    select 1 from event_border eb
                    where eb.event_id = e.id and eb.border_id = :border and eb.km <= :km))""", parameters(corridor));
    }

    /**
     * Only an area is known, and it meets the corridor: a country whose land border does, a circle of the area's
     * {@code area_km} around its point, or another border's line.
     */
    static SqlCondition possiblyIn(CorridorFilter corridor) {
        return new SqlCondition("""
                (e.where_precision > 2 and e.geom is not null and e.border_id is distinct from :border and case
                    when e.where_precision = 6 then exists (
                        select 1 from event_place ep join place p on p.id = ep.place_id
                        where ep.event_id = e.id and p.country in (
                            select unnest(array[near.a, near.b]) from border near join border line on line.id = :border
                            where ST_DWithin(near.line::geography, line.line::geography, :km * 1000)))
                    else ST_DWithin(e.geom::geography, (select line::geography from border where id = :border),
                            (:km + marsad_area_km(e.id, e.where_precision, e.border_id)) * 1000)
                    end)""", parameters(corridor));
    }

    private static Map<String, Object> parameters(CorridorFilter corridor) {
        return Map.of("border", corridor.border().toString(), "km", corridor.km());
    }

    private static SqlCondition time(EventFilter filter) {
        var from = filter.from();
        var to = filter.to();
        if (from == null && to == null) {
            return filter.undated() ? SqlCondition.TRUE : new SqlCondition("e.start_date is not null", Map.of());
        }
        var parameters = new HashMap<String, Object>();
        var dated = SqlCondition.TRUE;
        if (from != null) {
            parameters.put("from", Date.valueOf(from));
            dated = dated.and(new SqlCondition("e.end_date >= :from", parameters));
        }
        if (to != null) {
            parameters.put("to", Date.valueOf(to));
            dated = dated.and(new SqlCondition("e.start_date <= :to", parameters));
        }
        // Comparing with a null date is not true, so undated events drop out unless they are asked for.
        return new SqlCondition(
                filter.undated() ? "(e.start_date is null or " + dated.sql() + ")" : dated.sql(), dated.parameters());
    }

    /** One participant that is any of the actors or of the kinds, in any of the roles. */
    private static SqlCondition who(EventFilter filter) {
        if (!filter.hasActors()) {
            return SqlCondition.TRUE;
        }
        var one = named(filter).and(roles(filter));
        return new SqlCondition(
                "exists (select 1 from event_actor ea where ea.event_id = e.id and " + one.sql() + ")",
                one.parameters());
    }

    /** Whom a participant, {@code ea}, must be one of. */
    static SqlCondition named(EventFilter filter) {
        return ofAny("actors", filter.actors(), "ea.actor_id in (:actors)")
                .or(ofAny("kinds", filter.kinds(), "ea.actor_id in (select id from actor where kind in (:kinds))"));
    }

    /** The role that a participant, {@code ea}, must have. */
    static SqlCondition roles(EventFilter filter) {
        return ofAny(
                "roles", filter.roles().stream().map(Role::word).collect(Collectors.toSet()), "ea.role in (:roles)");
    }

    private static SqlCondition atLeast(EventFilter filter) {
        var precision = filter.precision() == 7
                ? SqlCondition.TRUE
                : new SqlCondition("e.where_precision <= :precision", Map.of("precision", filter.precision()));
        return filter.deaths() == 0
                ? precision
                : precision.and(new SqlCondition(
                        "coalesce(e.fatalities_best, e.fatalities_low) >= :deaths", Map.of("deaths", filter.deaths())));
    }

    private static SqlCondition ofAny(String parameter, Set<String> values, String sql) {
        return values.isEmpty() ? SqlCondition.TRUE : new SqlCondition(sql, Map.of(parameter, values));
    }

    /** Every word in a source, or in the name of an actor or a place; folded alike on both sides. */
    private static SqlCondition words(String text) {
        var condition = SqlCondition.TRUE;
        var words = Arrays.stream(text.split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
        for (int i = 0; i < words.size(); i++) {
            var name = "word" + i;
            condition = condition.and(new SqlCondition(WORD.replace(":word", ":" + name), Map.of(name, words.get(i))));
        }
        return condition;
    }
}
