package org.marsad.curation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.marsad.curation.Changeset.FieldChange;
import org.marsad.curation.Changeset.FileChange;
import org.marsad.curation.Curation.Why;
import org.marsad.store.Recodings.Seat;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The changesets in the database. The caller holds a transaction where it writes. */
final class ChangeHistory {
    private final JdbcTemplate template;
    private final JdbcClient jdbc;

    ChangeHistory(JdbcTemplate template) {
        this.template = template;
        this.jdbc = JdbcClient.create(template);
    }

    /** The gazetteer's version; nobody else changes it to the end of the transaction. */
    long lockVersion() {
        return jdbc.sql("select version from gazetteer_edition for update")
                .query(Long.class)
                .single();
    }

    /**
     * What is to be kept of a change.
     *
     * @param undoes the changeset that it takes back, or null
     */
    record Entry(
            String kind,
            @Nullable Edit edit,
            List<String> places,
            List<String> actors,
            List<String> triggers,
            List<FileChange> files,
            String by,
            Why why,
            @Nullable Long undoes,
            Rehearsal effect,
            List<FieldChange> changes) {}

    /** Adds a change, with which the gazetteer has this version. */
    void add(long version, Entry entry) {
        jdbc.sql("""
                        insert into gazetteer_change (version, kind, edit, places, actors, triggers, files, source, note, made_by,
                            undoes, effect)
                        values (?, ?, ?::jsonb, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?::jsonb)""")
                .params(
                        version,
                        entry.kind(),
                        entry.edit() == null ? null : ChangeJson.write(entry.edit()),
                        entry.places().toArray(String[]::new),
                        entry.actors().toArray(String[]::new),
                        entry.triggers().toArray(String[]::new),
                        ChangeJson.write(entry.files()),
                        entry.why().source(),
                        entry.why().note(),
                        entry.by(),
                        entry.undoes(),
                        ChangeJson.write(new ChangeJson.Effect(entry.effect(), entry.changes())))
                .update();
        if (entry.undoes() != null) {
            jdbc.sql("update gazetteer_change set undone_by = ? where version = ?")
                    .params(version, entry.undoes())
                    .update();
        }
        jdbc.sql("update gazetteer_edition set version = ?").param(version).update();
    }

    /** Exchanges what is known of a change's effect, as it becomes known. */
    void writeEffect(long version, Rehearsal effect) {
        var changes = find(version).orElseThrow().changes();
        jdbc.sql("update gazetteer_change set effect = ?::jsonb where version = ?")
                .params(ChangeJson.write(new ChangeJson.Effect(effect, changes)), version)
                .update();
    }

    /** Keeps where reports were that a change grouped anew; what is kept already stays. */
    void addSeats(long version, Collection<Seat> seats) {
        template.batchUpdate(
                "insert into gazetteer_change_report (version, report, event_id, created_at) values (?, ?, ?, ?)"
                        + " on conflict do nothing",
                seats.stream()
                        .map(seat -> new Object[] {version, seat.report(), seat.event(), seat.created()})
                        .toList());
    }

    /** Where the reports were before a change. */
    Map<String, Seat> seats(long version) {
        var seats = new HashMap<String, Seat>();
        jdbc.sql("select * from gazetteer_change_report where version = ?")
                .param(version)
                .query(row -> {
                    seats.put(
                            row.getString("report"),
                            new Seat(
                                    row.getString("report"),
                                    row.getLong("event_id"),
                                    row.getObject("created_at", OffsetDateTime.class)));
                });
        return seats;
    }

    /**
     * @throws UndoRefused where there is none, or it was taken back already
     */
    Changeset getForUndo(long version) {
        var change = find(version).orElseThrow(() -> new UndoRefused("there is no change " + version, null));
        if (change.undoneBy() != null) {
            throw new UndoRefused(
                    "change " + version + " was taken back already, by change " + change.undoneBy(), change.undoneBy());
        }
        return change;
    }

    Optional<Changeset> find(long version) {
        return jdbc.sql("select * from gazetteer_change where version = ?")
                .param(version)
                .query((row, _) -> changeset(row))
                .optional();
    }

    /** The newest first, of lower versions than one. */
    List<Changeset> list(long before, int limit) {
        return jdbc.sql("select * from gazetteer_change where version < ? order by version desc limit ?")
                .params(before, limit)
                .query((row, _) -> changeset(row))
                .list();
    }

    List<Changeset> listOfPlace(String place) {
        return jdbc.sql("select * from gazetteer_change where places @> cast(array[?] as text[]) order by version desc")
                .param(place)
                .query((row, _) -> changeset(row))
                .list();
    }

    List<Changeset> listOfActor(String actor) {
        return jdbc.sql("select * from gazetteer_change where actors @> cast(array[?] as text[]) order by version desc")
                .param(actor)
                .query((row, _) -> changeset(row))
                .list();
    }

    /** The first change after a version that a file of this name came, went or became another with. */
    Optional<Long> findLaterOfFile(long version, String name) {
        return jdbc.sql("""
                        select c.version from gazetteer_change c, jsonb_array_elements(c.files) f
                        where c.version > ? and f ->> 'name' = ? order by 1 limit 1""").params(version, name).query(Long.class).optional();
    }

    Optional<Rehearsal> findEffect(long version) {
        return jdbc.sql("select effect::text as effect from gazetteer_change where version = ?")
                .param(version)
                .query((row, _) ->
                        ChangeJson.readEffect(row.getString("effect")).rehearsal())
                .optional();
    }

    private static Changeset changeset(ResultSet row) throws SQLException {
        var effect = ChangeJson.readEffect(row.getString("effect"));
        return new Changeset(
                row.getLong("version"),
                row.getString("kind"),
                ChangeJson.read(row.getString("kind"), row.getString("edit")),
                List.of((String[]) row.getArray("places").getArray()),
                List.of((String[]) row.getArray("actors").getArray()),
                List.of((String[]) row.getArray("triggers").getArray()),
                row.getString("source"),
                row.getString("note"),
                row.getString("made_by"),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getObject("undoes", Long.class),
                row.getObject("undone_by", Long.class),
                ChangeJson.readFiles(row.getString("files")),
                effect.rehearsal().changed(),
                effect.rehearsal().mentionsChanged(),
                effect.rehearsal().eventsChanged(),
                effect.changes());
    }
}
