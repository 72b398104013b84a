package org.marsad.snapshot;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.marsad.mapview.EventChange;
import org.marsad.mapview.EventChanges;
import org.marsad.mapview.EventFilter;
import org.marsad.mapview.EventFilters;
import org.marsad.mapview.EventList;
import org.marsad.snapshot.freeze.EventVersions;
import org.marsad.snapshot.store.DraftJson;
import org.marsad.snapshot.store.SnapshotRows;
import org.marsad.store.Licences;
import org.marsad.text.Language;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Compares a snapshot's events, as they were, with those of its view now. */
final class ChangeReader {
    private static final int MOST = 200;

    private final JdbcClient jdbc;
    private final SnapshotRows rows;
    private final EventChanges changes;
    private final EventList events;
    private final Licences licences;

    ChangeReader(JdbcTemplate template, SnapshotRows rows) {
        jdbc = JdbcClient.create(template);
        this.rows = rows;
        events = new EventList(jdbc);
        changes = new EventChanges(jdbc, events, JsonMapper.shared());
        licences = new Licences(jdbc);
    }

    ChangesSince read(Snapshot snapshot, Language language) {
        var versions = rows.events(snapshot.id());
        var state = rows.state(snapshot.id());
        var filter = DraftJson.filter(snapshot.query())
                .withoutAlso(Set.copyOf(snapshot.withheld()))
                .withoutAlso(licences.listWithheld(""));
        var touched = changes.idsSince(state, snapshot.frozenAt());
        touched.removeIf(id -> !versions.contains(id));
        var told = changes.listSince(touched, state, snapshot.frozenAt(), filter, language);
        var kinds = new EnumMap<EventChange.Kind, Integer>(EventChange.Kind.class);
        told.forEach(change -> change.kinds().forEach(kind -> kinds.merge(kind, 1, Integer::sum)));
        var added = added(filter, versions, state, snapshot);
        var there = new HashSet<Long>();
        told.stream().filter(change -> change.now() != null).forEach(change -> there.add(change.event()));
        return new ChangesSince(
                added.size(),
                events.listByIds(added.stream().limit(MOST).toList(), filter, language),
                there.size() - countSelected(filter, there),
                told.size() - there.size(),
                kinds,
                told.stream().limit(MOST).toList(),
                restricted(snapshot));
    }

    /** Selected now, touched since and not among those that it had; the newest first. */
    private List<Long> added(EventFilter filter, EventVersions versions, String state, Snapshot snapshot) {
        var where = EventFilters.where(filter);
        return jdbc
                .sql("select e.id from event e where (e.changed >= pg_snapshot_xmin(:state::pg_snapshot)"
                        + " and not pg_visible_in_snapshot(e.changed, :state::pg_snapshot)"
                        + " or e.created_at > :from + interval '1 minute') and " + where.sql() + " order by e.id desc")
                .params(where.parameters())
                .param("state", state)
                .param("from", OffsetDateTime.ofInstant(snapshot.frozenAt(), ZoneOffset.UTC))
                .query(Long.class)
                .list()
                .stream()
                .filter(id -> !versions.contains(id))
                .collect(Collectors.toList());
    }

    private int countSelected(EventFilter filter, Collection<Long> ids) {
        if (ids.isEmpty()) {
            return 0;
        }
        var where = EventFilters.where(filter);
        return jdbc.sql("select count(*) from event e where e.id = any(:ids) and " + where.sql())
                .params(where.parameters())
                .param("ids", ids.toArray(Long[]::new))
                .query(Integer.class)
                .single();
    }

    private Set<String> restricted(Snapshot snapshot) {
        return jdbc.sql("""
                        select distinct s.name from snapshot_event se join event e on e.id = se.event_id
                            join event_source s on s.id = e.source
                        where se.snapshot_id = ? and s.licence = 'restricted'""").param(snapshot.id()).query(String.class).set();
    }
}
