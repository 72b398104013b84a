package org.marsad.curation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.marsad.curation.Rehearsal.BorderEffect;
import org.marsad.curation.Rehearsal.EventEffect;
import org.marsad.curation.Rehearsal.Fate;
import org.marsad.curation.Rehearsal.Whereabouts;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Events as they are in the midst of a transaction, to be compared with themselves later in it. */
final class EventSnapshots {
    /** Widths of corridors, in km on each side. */
    static final List<Integer> WIDTHS = List.of(10, 25, 50, 100, 200);

    private final JdbcClient jdbc;

    EventSnapshots(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * An event.
     *
     * @param rest all else of it that a reader sees
     * @param km to each border near it
     */
    record Snapshot(String type, @Nullable String start, Whereabouts where, String rest, Map<String, Double> km) {}

    Map<Long, Snapshot> take(Collection<Long> events) {
        var near = new HashMap<Long, Map<String, Double>>();
        var ids = events.toArray(Long[]::new);
        jdbc.sql("select event_id, border_id, km from event_border where event_id = any(?)")
                .param(ids)
                .query(row -> {
                    near.computeIfAbsent(row.getLong("event_id"), _ -> new TreeMap<>())
                            .put(row.getString("border_id"), row.getDouble("km"));
                });
        var taken = new HashMap<Long, Snapshot>();
        jdbc.sql("""
                        select e.id, e.plover, e.start_date::text as start, e.where_precision, e.border_id,
                            ST_X(ST_Centroid(e.geom)) as lon, ST_Y(ST_Centroid(e.geom)) as lat,
                            array(select p.place_id from event_place p where p.event_id = e.id order by 1) as places,
                            array(select pl.name from event_place p join place pl on pl.id = p.place_id
                                where p.event_id = e.id order by p.place_id) as names,
                            concat_ws('|', e.mode, e.acled_sub, e.end_date, e.date_precision, e.fatalities_low,
                                e.fatalities_best, e.fatalities_high, round(e.confidence::numeric, 4)) as rest,
                            array(select a.actor_id || ' ' || a.role from event_actor a where a.event_id = e.id
                                order by a.actor_id, a.role) as actors
                        from event e where e.id = any(?)""").param(ids).query(row -> {
            taken.put(
                    row.getLong("id"),
                    new Snapshot(
                            row.getString("plover"),
                            row.getString("start"),
                            new Whereabouts(
                                    texts(row.getArray("places")),
                                    texts(row.getArray("names")),
                                    row.getObject("lon", Double.class),
                                    row.getObject("lat", Double.class),
                                    row.getInt("where_precision"),
                                    row.getString("border_id"),
                                    texts(row.getArray("actors"))),
                            row.getString("rest"),
                            near.getOrDefault(row.getLong("id"), Map.of())));
        });
        return taken;
    }

    private static List<String> texts(java.sql.Array array) throws java.sql.SQLException {
        return Arrays.asList((String[]) array.getArray());
    }

    /** What became of events. */
    static List<EventEffect> effects(Map<Long, Snapshot> before, Map<Long, Snapshot> after, Map<Long, Long> heirs) {
        var effects = new ArrayList<EventEffect>();
        var ids = new TreeSet<>(before.keySet());
        ids.addAll(after.keySet());
        for (long id : ids) {
            var was = before.get(id);
            var is = after.get(id);
            var fate = fate(was, is, heirs.containsKey(id));
            if (fate != null) {
                var shown = Objects.requireNonNull(is == null ? was : is);
                effects.add(new EventEffect(
                        id,
                        fate,
                        shown.type(),
                        shown.start(),
                        was == null ? null : was.where(),
                        is == null ? null : is.where(),
                        heirs.get(id)));
            }
        }
        return effects;
    }

    private static @Nullable Fate fate(@Nullable Snapshot was, @Nullable Snapshot is, boolean hasHeir) {
        if (was == null) {
            return Fate.APPEARED;
        }
        if (is == null) {
            return hasHeir ? Fate.MERGED : Fate.VANISHED;
        }
        if (!isSamePlace(was.where(), is.where())) {
            return Fate.MOVED;
        }
        return was.equals(is) ? null : Fate.CORRECTED;
    }

    static boolean isSamePlace(Whereabouts one, Whereabouts other) {
        return place(one).equals(place(other));
    }

    /** All of it but who takes part. */
    private static Whereabouts place(Whereabouts where) {
        return new Whereabouts(
                where.places(),
                where.placeNames(),
                where.lon(),
                where.lat(),
                where.wherePrecision(),
                where.border(),
                null);
    }

    /** A border, and a width of its corridor in km. */
    private record Corridor(String border, int km) {}

    /** The corridors whose counts are others. To be asked when all is written. */
    List<BorderEffect> borders(Map<Long, Snapshot> before, Map<Long, Snapshot> after) {
        var more = new TreeMap<Corridor, Long>(
                Comparator.comparing(Corridor::border).thenComparing(Corridor::km));
        count(after, 1, more);
        count(before, -1, more);
        more.values().removeIf(many -> many == 0);
        if (more.isEmpty()) {
            return List.of();
        }
        var effects = new ArrayList<BorderEffect>();
        jdbc.sql("""
                        select c.border, c.km, (select count(*) from event_border e where e.border_id = c.border and e.km <= c.km) as now
                        from unnest(cast(? as text[]), cast(? as int[])) with ordinality as c (border, km, n) order by c.n""")
                .params(
                        more.keySet().stream().map(Corridor::border).toArray(String[]::new),
                        more.keySet().stream().map(Corridor::km).toArray(Integer[]::new))
                .query(row -> {
                    var corridor = new Corridor(row.getString("border"), row.getInt("km"));
                    long now = row.getLong("now");
                    effects.add(new BorderEffect(
                            corridor.border(), corridor.km(), now - Objects.requireNonNull(more.get(corridor)), now));
                });
        return effects;
    }

    private static void count(Map<Long, Snapshot> events, long each, Map<Corridor, Long> counts) {
        events.values()
                .forEach(event -> event.km().forEach((border, km) -> {
                    for (int width : WIDTHS) {
                        if (km <= width) {
                            counts.merge(new Corridor(border, width), each, Long::sum);
                        }
                    }
                }));
    }
}
