package org.marsad.snapshot.freeze;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.marsad.geo.Geo;
import org.marsad.mapview.AreaCondition;
import org.marsad.mapview.EventFilter;
import org.marsad.mapview.EventFilters;
import org.marsad.mapview.EventSummary.NamedActor;
import org.marsad.mapview.Names;
import org.marsad.mapview.SqlCondition;
import org.marsad.snapshot.sheet.SheetCounts;
import org.marsad.snapshot.sheet.TimeBins;
import org.marsad.text.Language;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Reads what a sheet shows, all of it in the caller's one transaction. */
final class FrozenReader {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int FETCHED_AT_ONCE = 10_000;
    private static final Map<TimeBins.Unit, List<String>> FITTING = Map.of(
            TimeBins.Unit.DAY, List.of("day"),
            TimeBins.Unit.WEEK, List.of("day", "week"),
            TimeBins.Unit.MONTH, List.of("day", "week", "month"));

    private final JdbcTemplate template;
    private final JdbcClient jdbc;

    FrozenReader(JdbcTemplate template) {
        this.template = template;
        this.jdbc = JdbcClient.create(template);
    }

    /**
     * What a view has in all.
     *
     * @param counts their types are without labels
     * @param sources events by data set, {@link EventFilter#ARTICLES} for those from articles; most first
     * @param days first and last; null where nothing is dated
     */
    record Overview(
            SheetCounts counts,
            Map<String, Long> sources,
            @Nullable Days days) {}

    /** First and last day of what is selected. */
    record Days(LocalDate first, LocalDate last) {}

    /** In one pass, for it may be over millions. */
    Overview overview(EventFilter filter) {
        var where = EventFilters.where(filter);
        var certain = certain(filter);
        var types = new HashMap<String, Long>();
        var sources = new HashMap<String, Long>();
        var days = new TreeSet<LocalDate>();
        long[] sums = new long[4];
        jdbc.sql("""
                select e.plover, coalesce(e.source, 'articles') as source, count(*) as n,
                    count(*) filter (where e.start_date is null) as undated,
                    count(*) filter (where e.geom is null) as nowhere,
                    count(*) filter (where\s""" + certain.sql() + """
                    ) as certain, min(e.start_date) as first, max(e.end_date) as last
                from event e where\s""" + where.sql() + " group by 1, 2")
                .params(where.parameters())
                .params(certain.parameters())
                .query(row -> {
                    long n = row.getLong("n");
                    types.merge(row.getString("plover"), n, Long::sum);
                    sources.merge(row.getString("source"), n, Long::sum);
                    sums[0] += n;
                    sums[1] += row.getLong("undated");
                    sums[2] += row.getLong("nowhere");
                    sums[3] += row.getLong("certain");
                    for (var bound : List.of("first", "last")) {
                        var day = row.getObject(bound, LocalDate.class);
                        if (day != null) {
                            days.add(day);
                        }
                    }
                });
        boolean bounded = filter.corridor() != null || filter.area() != null;
        var counts = new SheetCounts(
                sums[0],
                sums[1],
                sums[2],
                bounded ? Long.valueOf(sums[3]) : null,
                bounded ? Long.valueOf(sums[0] - sums[3]) : null,
                mostFirst(types).entrySet().stream()
                        .map(type -> new SheetCounts.TypeCount(type.getKey(), "", type.getValue()))
                        .toList());
        return new Overview(
                counts, mostFirst(sources), days.isEmpty() ? null : new Days(days.getFirst(), days.getLast()));
    }

    private static Map<String, Long> mostFirst(Map<String, Long> counts) {
        var result = new LinkedHashMap<String, Long>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .forEach(entry -> result.put(entry.getKey(), entry.getValue()));
        return result;
    }

    /** Of all that the filter selects. */
    EventVersions versions(EventFilter filter, int count) {
        var where = EventFilters.where(filter);
        var ids = new long[count];
        var versions = new long[count];
        int[] size = {0};
        var streamed = new JdbcTemplate(Objects.requireNonNull(template.getDataSource()));
        streamed.setFetchSize(FETCHED_AT_ONCE);
        new NamedParameterJdbcTemplate(streamed)
                .query(
                        "select e.id, e.changed::text::bigint as version from event e where " + where.sql()
                                + " order by e.id",
                        where.parameters(),
                        row -> {
                            ids[size[0]] = row.getLong(1);
                            versions[size[0]++] = row.getLong(2);
                        });
        return new EventVersions(Arrays.copyOf(ids, size[0]), Arrays.copyOf(versions, size[0]));
    }

    /** One by one; those known worst first, so that the others lie above them. */
    List<FrozenEvent> events(EventFilter filter, Language language) {
        var where = EventFilters.where(filter);
        var certain = certain(filter);
        boolean bounded = filter.corridor() != null || filter.area() != null;
        return jdbc.sql("""
                select e.id, e.changed::text::bigint as version, e.plover, e.start_date, e.end_date, e.date_precision,
                    e.where_precision, e.border_id, ST_AsBinary(case when e.border_id is null then e.geom end) as geom,
                    marsad_area_km(e.id, e.where_precision, e.border_id) as area_km,
                    coalesce(e.fatalities_best, e.fatalities_low) as deaths,\s""" + certain.sql() + """
                     as certain,
                    (select a.kind from event_actor ea join actor a on a.id = ea.actor_id where ea.event_id = e.id
                        order by ea.role <> 'perpetrator', ea.role, a.id limit 1) as kind,
                    array(select\s""" + Names.place("p") + """
                         from event_place ep join place p on p.id = ep.place_id where ep.event_id = e.id
                        order by p.population desc, p.id) as places,
                    array(select distinct p.country from event_place ep join place p on p.id = ep.place_id
                        where ep.event_id = e.id and p.country is not null order by 1) as countries,
                    (select coalesce(json_agg(json_build_object('id', a.id, 'role', ea.role, 'name',\s""" + Names.actor("a") + """
                        ) order by array_position(array['perpetrator', 'participant', 'claimant', 'mediator', 'target'], ea.role),
                            a.id), '[]')
                        from event_actor ea join actor a on a.id = ea.actor_id where ea.event_id = e.id) as who
                from event e where\s""" + where.sql() + """

                order by e.where_precision desc, e.start_date nulls first, e.id""")
                .params(where.parameters())
                .params(certain.parameters())
                .param("language", language.tag())
                .query((row, _) -> event(row, bounded))
                .list();
    }

    private static FrozenEvent event(ResultSet row, boolean bounded) throws SQLException {
        var kind = row.getString("kind");
        var who = new ArrayList<NamedActor>();
        for (var one : JSON.readTree(row.getString("who"))) {
            who.add(new NamedActor(
                    one.path("id").asString(),
                    one.path("name").asString(),
                    one.path("role").asString()));
        }
        return new FrozenEvent(
                row.getLong("id"),
                row.getLong("version"),
                row.getString("plover"),
                row.getObject("start_date", LocalDate.class),
                row.getObject("end_date", LocalDate.class),
                row.getString("date_precision"),
                row.getInt("where_precision"),
                row.getString("border_id"),
                geometry(row.getBytes("geom")),
                row.getDouble("area_km"),
                row.getObject("deaths", Integer.class),
                bounded ? row.getBoolean("certain") : null,
                kind == null ? "" : kind,
                List.of((String[]) row.getArray("places").getArray()),
                List.of((String[]) row.getArray("countries").getArray()),
                who);
    }

    private static @Nullable Geometry geometry(byte @Nullable [] wkb) {
        try {
            return wkb == null ? null : new WKBReader(Geo.WGS84).read(wkb);
        } catch (ParseException e) {
            throw new IllegalStateException("PostGIS wrote a geometry that is none", e);
        }
    }

    TimeBins bins(EventFilter filter, TimeBins.Unit unit) {
        var where = EventFilters.where(filter);
        long[] rest = new long[2];
        var bins = new ArrayList<TimeBins.Bin>();
        jdbc.sql("""
                select case when e.date_precision in (:fitting) then date_trunc(:unit, e.start_date)::date end as start,
                    e.date_precision = 'unknown' as undated, count(*) as n,
                    count(*) filter (where e.plover = 'ASSAULT') as violent
                from event e where\s""" + where.sql() + " group by 1, 2 order by 1")
                .params(where.parameters())
                .param("unit", unit.name().toLowerCase(java.util.Locale.ROOT))
                .param("fitting", FITTING.get(unit))
                .query(row -> {
                    var start = row.getObject("start", LocalDate.class);
                    if (start != null) {
                        bins.add(new TimeBins.Bin(start, row.getLong("n"), row.getLong("violent")));
                    } else {
                        rest[row.getBoolean("undated") ? 1 : 0] += row.getLong("n");
                    }
                });
        return new TimeBins(unit, bins, rest[0], rest[1]);
    }

    /** Names of the actors, regions and data sets that a filter names. */
    Map<String, String> names(EventFilter filter, Language language) {
        var names = new HashMap<String, String>();
        collect(
                names,
                "select a.id, " + Names.actor("a") + " as shown from actor a where a.id in (:ids)",
                filter.actors(),
                language);
        collect(names, "select r.id, " + Names.admin1("r") + """
                         as shown from (select id, split_part(id, ':', 1) as country, split_part(id, ':', 2) as admin1
                        from unnest(array[:ids]::text[]) id) r""", filter.regions(), language);
        names.putAll(sourceNames());
        return names;
    }

    private void collect(Map<String, String> names, String sql, Set<String> ids, Language language) {
        if (!ids.isEmpty()) {
            jdbc.sql(sql).param("ids", ids).param("language", language.tag()).query(row -> {
                names.put(row.getString("id"), row.getString("shown"));
            });
        }
    }

    Map<String, String> sourceNames() {
        var names = new HashMap<String, String>();
        jdbc.sql("select id, name from event_source").query(row -> {
            names.put(row.getString("id"), row.getString("name"));
        });
        return names;
    }

    static SqlCondition certain(EventFilter filter) {
        var corridor = filter.corridor();
        var area = filter.area();
        var condition = SqlCondition.TRUE;
        if (corridor != null) {
            condition = condition.and(EventFilters.certainlyIn(corridor));
        }
        if (area != null) {
            condition = condition.and(AreaCondition.certainly(area.area()));
        }
        return condition;
    }
}
