package org.marsad.mapview;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.marsad.geo.BorderId;
import org.marsad.mapview.EventCounts.CorridorCount;
import org.marsad.mapview.EventCounts.Facet;
import org.marsad.mapview.EventFilter.AreaFilter;
import org.marsad.mapview.EventFilter.CorridorFilter;
import org.marsad.text.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Counts what a filter selects, and what each other choice would. */
@Service
@Transactional(readOnly = true)
public class EventCounter {
    /** The width that the borders are counted by while no corridor is chosen. */
    private static final double DEFAULT_KM = 50;

    private final JdbcClient jdbc;

    public EventCounter(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public EventCounts count(EventFilter filter, Language language) {
        var where = EventFilters.where(filter);
        return jdbc.sql("""
                select count(*) as total, count(*) filter (where e.start_date is null) as undated,
                    count(*) filter (where e.geom is null) as nowhere
                from event e where\s""" + where.sql())
                .params(where.parameters())
                .query((row, number) -> new EventCounts(
                        row.getInt("total"),
                        row.getInt("undated"),
                        row.getInt("nowhere"),
                        corridor(filter),
                        actors(filter, language),
                        types(filter),
                        borders(filter, language),
                        languages(filter),
                        area(filter),
                        kinds(filter),
                        roles(filter),
                        countries(filter),
                        regions(filter, language),
                        sources(filter),
                        precisions(filter)))
                .single();
    }

    private @Nullable CorridorCount corridor(EventFilter filter) {
        var corridor = filter.corridor();
        if (corridor == null) {
            return null;
        }
        var certain = EventFilters.certainlyIn(corridor);
        var where =
                EventFilters.where(filter.withCorridor(new CorridorFilter(corridor.border(), corridor.km(), false)));
        return jdbc.sql("select count(*) filter (where c) as certain, count(*) filter (where not c) as possible from ("
                        + "select " + certain.sql() + " as c from event e where " + where.sql() + ") x")
                .params(where.parameters())
                .query((row, number) -> new CorridorCount(row.getInt("certain"), row.getInt("possible")))
                .single();
    }

    private List<Facet> actors(EventFilter filter, Language language) {
        return facet(
                EventFilters.where(
                                filter.edit().actors(Set.of()).kinds(Set.of()).build())
                        .and(EventFilters.roles(filter)),
                "a.id, " + Names.actor("a") + " as name, count(distinct e.id) as n",
                "join event_actor ea on ea.event_id = e.id join actor a on a.id = ea.actor_id",
                Map.of("language", language.tag()));
    }

    private List<Facet> types(EventFilter filter) {
        return facet(
                EventFilters.where(filter.withPlover(Set.of())),
                "e.plover as id, e.plover as name, count(*) as n",
                "",
                Map.of());
    }

    private List<Facet> languages(EventFilter filter) {
        return facet(
                EventFilters.where(filter.withLanguages(Set.of())),
                "l.language as id, l.language as name, count(distinct e.id) as n",
                "join report r on r.event_id = e.id join article l on l.id = r.article_id",
                Map.of());
    }

    private @Nullable CorridorCount area(EventFilter filter) {
        var area = filter.area();
        if (area == null) {
            return null;
        }
        var certain = AreaCondition.certainly(area.area());
        var where = EventFilters.where(filter.withArea(new AreaFilter(area.area(), false)));
        return jdbc.sql("select count(*) filter (where c) as certain, count(*) filter (where not c) as possible from ("
                        + "select " + certain.sql() + " as c from event e where " + where.sql() + ") x")
                .params(where.parameters())
                .query((row, number) -> new CorridorCount(row.getInt("certain"), row.getInt("possible")))
                .single();
    }

    private List<Facet> kinds(EventFilter filter) {
        return facet(
                EventFilters.where(
                                filter.edit().actors(Set.of()).kinds(Set.of()).build())
                        .and(EventFilters.roles(filter)),
                "a.kind as id, a.kind as name, count(distinct e.id) as n",
                "join event_actor ea on ea.event_id = e.id join actor a on a.id = ea.actor_id",
                Map.of());
    }

    private List<Facet> roles(EventFilter filter) {
        return facet(
                EventFilters.where(filter.edit().roles(Set.of()).build()).and(EventFilters.named(filter)),
                "ea.role as id, ea.role as name, count(distinct e.id) as n",
                "join event_actor ea on ea.event_id = e.id",
                Map.of());
    }

    private List<Facet> countries(EventFilter filter) {
        return facet(
                EventFilters.where(filter.edit().countries(Set.of()).build())
                        .and(new SqlCondition("p.country is not null", Map.of())),
                "p.country as id, p.country as name, count(distinct e.id) as n",
                "join event_place ep on ep.event_id = e.id join place p on p.id = ep.place_id",
                Map.of());
    }

    private List<Facet> regions(EventFilter filter, Language language) {
        return jdbc.sql(
                        "select id, " + Names.admin1("f") + " as name, n from ("
                                + "select p.country || ':' || p.admin1 as id, p.country, p.admin1, count(distinct e.id) as n"
                                + " from event e join event_place ep on ep.event_id = e.id join place p on p.id = ep.place_id where "
                                + EventFilters.where(
                                                filter.edit().regions(Set.of()).build())
                                        .sql()
                                + " and p.country is not null and coalesce(p.admin1, '') <> '' group by 2, 3) f order by n desc, 2")
                .params(EventFilters.where(filter.edit().regions(Set.of()).build())
                        .parameters())
                .param("language", language.tag())
                .query((row, number) -> new Facet(row.getString("id"), row.getString("name"), row.getInt("n")))
                .list();
    }

    private List<Facet> sources(EventFilter filter) {
        return facet(
                EventFilters.where(
                        filter.edit().sources(Set.of()).without(Set.of()).build()),
                "coalesce(e.source, 'articles') as id, coalesce(s.name, 'articles') as name, count(*) as n",
                "left join event_source s on s.id = e.source",
                Map.of());
    }

    private List<Facet> precisions(EventFilter filter) {
        return facet(
                EventFilters.where(filter.edit().precision(7).build()),
                "e.where_precision::text as id, e.where_precision::text as name, count(*) as n",
                "",
                Map.of());
    }

    private List<Facet> borders(EventFilter filter, Language language) {
        var corridor = filter.corridor();
        return facet(
                        EventFilters.where(filter.withCorridor(null)),
                        "eb.border_id as id, eb.border_id as name, count(*) as n",
                        """
                        join event_border eb on eb.event_id = e.id and (eb.border_id = e.border_id
                            or e.where_precision <= 2 and eb.km <= :width)""",
                        Map.of("width", corridor == null ? DEFAULT_KM : corridor.km()))
                .stream()
                .map(facet ->
                        new Facet(facet.id(), BorderNames.name(BorderId.parse(facet.id()), language), facet.count()))
                .toList();
    }

    private List<Facet> facet(SqlCondition where, String columns, String joins, Map<String, Object> parameters) {
        return jdbc.sql("select " + columns + " from event e " + joins + " where " + where.sql()
                        + " group by 1, 2 order by n desc, 2")
                .params(where.parameters())
                .params(parameters)
                .query((row, number) -> new Facet(row.getString("id"), row.getString("name"), row.getInt("n")))
                .list();
    }
}
