package org.marsad.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.marsad.actor.Actor;
import org.marsad.exchange.datasets.ActorNames;
import org.marsad.exchange.datasets.Dataset;
import org.marsad.exchange.datasets.ForeignEvent;
import org.marsad.exchange.datasets.PlaceNames;
import org.marsad.gazetteer.Place;
import org.marsad.geo.BorderDistance;
import org.marsad.geo.Geo;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps the rows of other data sets and shows them as events. A row is known by its id there; one that has not changed
 * is not written again. The caller holds a transaction, one a batch.
 */
public final class ImportedEvents {
    private static final int WITHDRAWN_AT_ONCE = 5_000;
    private static final int POSITIONS_KEPT = 100_000;

    private final JdbcTemplate template;
    private final JdbcClient jdbc;
    private final ReferenceData reference;
    private final BorderDistances distances;
    private final ActorNames actors;
    private final PlaceNames places;
    /** Many events share a position, and what is near it. */
    private final Map<String, Collection<BorderDistance>> near = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Collection<BorderDistance>> eldest) {
            return size() > POSITIONS_KEPT;
        }
    };

    ImportedEvents(
            JdbcTemplate template,
            ReferenceData reference,
            BorderDistances distances,
            ActorNames actors,
            PlaceNames places) {
        this.template = template;
        this.jdbc = JdbcClient.create(template);
        this.reference = reference;
        this.distances = distances;
        this.actors = actors;
        this.places = places;
    }

    /**
     * A row about to be stored.
     *
     * @param digest of its fields
     */
    public record NewRow(ForeignEvent event, long digest) {}

    /** What came of some rows. */
    public record Counts(int added, int changed, int unchanged) {}

    /** A row that is there, and its event. */
    private record Kept(long event, long digest, @Nullable Long stamp, boolean withdrawn) {}

    /** A row that is to be written, and its event. */
    private record Written(
            NewRow row,
            long event,
            List<Actor> actors,
            @Nullable Place place) {}

    /**
     * Stores rows, no two of them of one id.
     *
     * @param job that brings them
     */
    public synchronized Counts save(Dataset dataset, List<NewRow> rows, long job) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('marsad import ' || ?))")
                .param(dataset.id())
                .query((_, _) -> 0)
                .list();
        var kept = findKept(dataset, rows);
        var fresh = new ArrayList<NewRow>();
        var changed = new ArrayList<NewRow>();
        var back = new ArrayList<NewRow>();
        for (var row : rows) {
            var known = kept.get(row.event().id());
            if (known == null) {
                fresh.add(row);
            } else if (known.withdrawn()) {
                back.add(row);
            } else if (known.digest() != row.digest() && !isOlder(row, known)) {
                changed.add(row);
            }
        }
        var newEvents = allocate(fresh.size());
        var inserted = new ArrayList<Written>();
        for (int i = 0; i < fresh.size(); i++) {
            inserted.add(resolved(fresh.get(i), newEvents.get(i)));
        }
        back.forEach(row -> inserted.add(resolved(row, event(kept, row))));
        var updated =
                changed.stream().map(row -> resolved(row, event(kept, row))).toList();
        writeReferences(inserted);
        writeReferences(updated);
        forget(dataset, back, updated);
        updateEvents(updated);
        template.execute((ConnectionCallback<Integer>) connection -> {
            copy(connection, dataset, inserted, updated, job);
            return 0;
        });
        int altered = changed.size() + back.size();
        return new Counts(fresh.size(), altered, rows.size() - fresh.size() - altered);
    }

    private static boolean isOlder(NewRow row, Kept known) {
        var stamp = row.event().stamp();
        return stamp != null && known.stamp() != null && stamp < known.stamp();
    }

    private static long event(Map<String, Kept> kept, NewRow row) {
        return java.util.Objects.requireNonNull(kept.get(row.event().id())).event();
    }

    private Map<String, Kept> findKept(Dataset dataset, List<NewRow> rows) {
        var kept = new HashMap<String, Kept>();
        jdbc.sql("""
                        select source_id, event_id, digest, stamp, withdrawn_at is not null as withdrawn
                        from imported_event where source = ? and source_id = any(?)""")
                .params(dataset.id(), rows.stream().map(row -> row.event().id()).toArray(String[]::new))
                .query(row -> {
                    kept.put(
                            row.getString("source_id"),
                            new Kept(
                                    row.getLong("event_id"),
                                    row.getLong("digest"),
                                    row.getObject("stamp", Long.class),
                                    row.getBoolean("withdrawn")));
                });
        return kept;
    }

    private List<Long> allocate(int count) {
        return jdbc.sql("select nextval(pg_get_serial_sequence('event', 'id')) from generate_series(1, ?)")
                .param(count)
                .query(Long.class)
                .list();
    }

    private Written resolved(NewRow row, long event) {
        var located = row.event().place();
        return new Written(
                row,
                event,
                row.event().actors().stream().map(actors::resolve).toList(),
                located == null ? null : places.resolve(row.event().dataset(), located));
    }

    private void writeReferences(List<Written> rows) {
        reference.ensureActors(
                rows.stream().flatMap(row -> row.actors().stream()).distinct().toList());
        reference.ensurePlaces(rows.stream()
                .map(Written::place)
                .filter(java.util.Objects::nonNull)
                .distinct()
                .toList());
    }

    /** Takes away what is written anew: rows, and what hangs on the events that stay. */
    private void forget(Dataset dataset, List<NewRow> back, List<Written> updated) {
        var ids = new ArrayList<String>();
        back.forEach(row -> ids.add(row.event().id()));
        updated.forEach(row -> ids.add(row.row().event().id()));
        if (ids.isEmpty()) {
            return;
        }
        jdbc.sql("delete from imported_event where source = ? and source_id = any(?)")
                .params(dataset.id(), ids.toArray(String[]::new))
                .update();
        var events = updated.stream().map(Written::event).toArray(Long[]::new);
        for (var table : List.of("event_actor", "event_place", "event_border")) {
            jdbc.sql("delete from " + table + " where event_id = any(?)")
                    .param(events)
                    .update();
        }
    }

    private void updateEvents(List<Written> rows) {
        template.batchUpdate(
                """
                update event set plover = ?, mode = ?, acled = ?, acled_sub = ?, ucdp_violence = ?, start_date = ?,
                    end_date = ?, date_precision = ?, where_precision = ?, geom = ?::geometry, fatalities_low = ?,
                    fatalities_best = ?, fatalities_high = ?, revised_at = now()
                where id = ?""",
                rows.stream()
                        .map(row -> {
                            var values = new ArrayList<@Nullable Object>(
                                    values(row.row().event()));
                            values.add(row.event());
                            return values.toArray();
                        })
                        .toList(),
                new int[] {
                    Types.VARCHAR,
                    Types.VARCHAR,
                    Types.VARCHAR,
                    Types.VARCHAR,
                    Types.INTEGER,
                    Types.DATE,
                    Types.DATE,
                    Types.VARCHAR,
                    Types.INTEGER,
                    Types.VARCHAR,
                    Types.INTEGER,
                    Types.INTEGER,
                    Types.INTEGER,
                    Types.BIGINT
                });
    }

    /** The columns of an event that a row fills, as in {@link #copy}. */
    private static List<@Nullable Object> values(ForeignEvent event) {
        var type = event.type();
        var place = event.place();
        var deaths = event.fatalities();
        var values = new ArrayList<@Nullable Object>();
        values.add(type.plover());
        values.add(type.mode());
        values.add(type.acled());
        values.add(type.acledSub());
        values.add(type.ucdpViolence());
        values.add(day(event.date().start()));
        values.add(day(event.date().end()));
        values.add(event.date().precision().word());
        values.add(event.wherePrecision());
        values.add(place == null ? null : Ewkb.ofLonLat(place.lon(), place.lat()));
        values.add(deaths == null ? null : deaths.low());
        values.add(deaths == null ? null : deaths.best());
        values.add(deaths == null ? null : deaths.high());
        return values;
    }

    private static java.sql.@Nullable Date day(@Nullable LocalDate day) {
        return day == null ? null : java.sql.Date.valueOf(day);
    }

    private void copy(Connection connection, Dataset dataset, List<Written> inserted, List<Written> updated, long job)
            throws SQLException {
        try (var copy = Copy.into(connection, """
                event (plover, mode, acled, acled_sub, ucdp_violence, start_date, end_date, date_precision,
                    where_precision, geom, fatalities_low, fatalities_best, fatalities_high, id, confidence, source)""")) {
            for (var row : inserted) {
                var values = new ArrayList<>(values(row.row().event()));
                values.add(row.event());
                values.add(1);
                values.add(dataset.id());
                copy.row(values.toArray());
            }
            copy.finish();
        }
        var written = new ArrayList<>(inserted);
        written.addAll(updated);
        try (var copy = Copy.into(connection, """
                imported_event (source, source_id, event_id, digest, stamp, date_code, place_code, notes, fields, job_id)""")) {
            for (var row : written) {
                var event = row.row().event();
                copy.row(
                        dataset.id(),
                        event.id(),
                        row.event(),
                        row.row().digest(),
                        event.stamp(),
                        event.dateCode(),
                        event.placeCode(),
                        event.notes().isEmpty() ? null : event.notes(),
                        Ewkb.array(event.fields()),
                        job);
            }
            copy.finish();
        }
        copyParts(connection, written);
    }

    private void copyParts(Connection connection, List<Written> written) throws SQLException {
        try (var copy = Copy.into(connection, "event_actor (event_id, actor_id, role)")) {
            for (var row : written) {
                var roles = new LinkedHashSet<String>();
                for (int i = 0; i < row.actors().size(); i++) {
                    var role = row.row().event().actors().get(i).role().word();
                    var id = row.actors().get(i).id().value();
                    if (roles.add(id + " " + role)) {
                        copy.row(row.event(), id, role);
                    }
                }
            }
            copy.finish();
        }
        try (var copy = Copy.into(connection, "event_place (event_id, place_id)")) {
            for (var row : written) {
                if (row.place() != null) {
                    copy.row(row.event(), row.place().id().value());
                }
            }
            copy.finish();
        }
        try (var copy = Copy.into(connection, "event_border (event_id, border_id, km, km_along, side)")) {
            for (var row : written) {
                for (var one : distances(row.row().event().place())) {
                    copy.row(row.event(), one.border().toString(), one.km(), one.kmAlong(), one.side());
                }
            }
            copy.finish();
        }
    }

    private Collection<BorderDistance> distances(ForeignEvent.@Nullable Located place) {
        return place == null
                ? List.of()
                : near.computeIfAbsent(
                        place.lon() + " " + place.lat(),
                        _ -> distances.list(Geo.pointOfLonLat(place.lon(), place.lat()), null));
    }

    /** How many rows stand: those that were not withdrawn. */
    public long count(Dataset dataset) {
        return jdbc.sql("select count(*) from imported_event where source = ? and withdrawn_at is null")
                .param(dataset.id())
                .query(Long.class)
                .single();
    }

    /** The ids of the rows that stand and that a newer edition lacks. */
    public List<String> listMissing(Dataset dataset, Predicate<String> isThere) {
        var missing = new ArrayList<String>();
        var streamed = new JdbcTemplate(java.util.Objects.requireNonNull(template.getDataSource()));
        streamed.setFetchSize(10_000);
        streamed.query(
                "select source_id from imported_event where source = ? and withdrawn_at is null",
                row -> {
                    var id = row.getString(1);
                    if (!isThere.test(id)) {
                        missing.add(id);
                    }
                },
                dataset.id());
        return missing;
    }

    /** Withdraws rows: their events go, the rows stay. */
    public void withdraw(Dataset dataset, List<String> ids, long job) {
        for (int from = 0; from < ids.size(); from += WITHDRAWN_AT_ONCE) {
            var some = ids.subList(from, Math.min(ids.size(), from + WITHDRAWN_AT_ONCE))
                    .toArray(String[]::new);
            jdbc.sql("""
                            delete from event using imported_event i
                            where i.event_id = event.id and i.source = ? and i.source_id = any(?)""").params(dataset.id(), some).update();
            jdbc.sql(
                            "update imported_event set withdrawn_at = now(), job_id = ? where source = ? and source_id = any(?)")
                    .params(job, dataset.id(), some)
                    .update();
        }
    }
}
