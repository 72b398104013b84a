package org.marsad.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.marsad.coding.link.Incident;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Incidents as rows: of {@code event} and of what belongs to an event, many at once. */
final class EventRows {
    private static final String INSERT = """
            event (plover, mode, acled, acled_sub, ucdp_violence, start_date, end_date, date_precision, where_precision,
                geom, border_id, fatalities_low, fatalities_best, fatalities_high, confidence, id)""";

    private static final String UPDATE = """
            update event set plover = ?, mode = ?, acled = ?, acled_sub = ?, ucdp_violence = ?::int, start_date = ?::date,
                end_date = ?::date, date_precision = ?, where_precision = ?, geom = ?::geometry, border_id = ?,
                fatalities_low = ?::int, fatalities_best = ?::int, fatalities_high = ?::int, confidence = ?,
                revised_at = now()
            where id = ?""";

    private final JdbcTemplate template;
    private final JdbcClient jdbc;
    private final BorderDistances distances;

    EventRows(JdbcTemplate template, BorderDistances distances) {
        this.template = template;
        this.jdbc = JdbcClient.create(template);
        this.distances = distances;
    }

    /** Ids for new events. */
    List<Long> allocate(int count) {
        return Sequences.next(jdbc, "event", count);
    }

    /** New events, by id. */
    void insert(Map<Long, Incident> events) {
        Copy.rows(
                template,
                INSERT,
                events.entrySet().stream()
                        .map(event -> values(event.getKey(), event.getValue()))
                        .toList());
        insertParts(events);
    }

    /** Writes anew what some events are. */
    void update(Map<Long, Incident> events) {
        if (events.isEmpty()) {
            return;
        }
        template.batchUpdate(
                UPDATE,
                events.entrySet().stream()
                        .map(event -> values(event.getKey(), event.getValue()))
                        .toList());
        var ids = events.keySet().toArray(Long[]::new);
        for (var table : List.of("event_actor", "event_place", "event_border")) {
            jdbc.sql("delete from " + table + " where event_id = any(?)")
                    .param(ids)
                    .update();
        }
        insertParts(events);
    }

    /** The parameters of {@link #UPDATE}, which are the columns of {@link #INSERT}. */
    private @Nullable Object[] values(long id, Incident incident) {
        var type = incident.type();
        var date = incident.date();
        var geometry = incident.geometry();
        var border = distances.known(incident.border());
        var fatalities = incident.fatalities();
        return new @Nullable Object[] {
            type.plover(),
            type.mode(),
            type.acled(),
            type.acledSub(),
            type.ucdpViolence(),
            date.start() == null ? null : date.start().toString(),
            date.end() == null ? null : date.end().toString(),
            date.precision().word(),
            incident.wherePrecision(),
            geometry == null ? null : Ewkb.of(geometry),
            border == null ? null : border.toString(),
            fatalities == null ? null : fatalities.low(),
            fatalities == null ? null : fatalities.best(),
            fatalities == null ? null : fatalities.high(),
            incident.confidence(),
            id
        };
    }

    /** Places, actors and borders are in an event no more than once. */
    private void insertParts(Map<Long, Incident> events) {
        var actors = new ArrayList<@Nullable Object[]>();
        var places = new ArrayList<@Nullable Object[]>();
        var borders = new ArrayList<@Nullable Object[]>();
        events.forEach((id, incident) -> {
            incident.actors()
                    .forEach(actor -> actors.add(new @Nullable Object[] {
                        id, actor.actor().id().value(), actor.role().word()
                    }));
            incident.places().stream()
                    .map(place -> place.id().value())
                    .distinct()
                    .forEach(place -> places.add(new @Nullable Object[] {id, place}));
            distances
                    .list(incident.geometry(), distances.known(incident.border()))
                    .forEach(near -> borders.add(
                            new @Nullable Object[] {id, near.border().toString(), near.km(), near.kmAlong(), near.side()
                            }));
        });
        Copy.rows(template, "event_actor (event_id, actor_id, role)", actors);
        Copy.rows(template, "event_place (event_id, place_id)", places);
        Copy.rows(template, "event_border (event_id, border_id, km, km_along, side)", borders);
    }

    /** Takes away those of some events that no report is in any more. */
    void removeEmpty(Collection<Long> events) {
        if (!events.isEmpty()) {
            jdbc.sql(
                            "delete from event e where e.id = any(?) and not exists (select from report r where r.event_id = e.id)")
                    .param(events.toArray(Long[]::new))
                    .update();
        }
    }
}
