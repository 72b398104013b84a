package org.marsad.curation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.marsad.actor.ActorId;
import org.marsad.store.EditedVocabulary;
import org.marsad.store.Store;
import org.marsad.text.Language;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Actors with their names and versions, in the database. The caller holds a transaction where it writes. */
final class ActorStates extends VersionTable<ActorState> {
    private final JdbcClient jdbc;
    private final Store store;

    ActorStates(JdbcClient jdbc, Store store) {
        super(jdbc, "actor_version", "actor_id");
        this.jdbc = jdbc;
        this.store = store;
    }

    @Override
    public Optional<ActorState> find(String id) {
        var edited = findLast(id);
        if (edited.isPresent() && !isGone(id, edited.get())) {
            return findAt(id, edited.get());
        }
        return findInSources(id);
    }

    private boolean isGone(String id, long version) {
        return jdbc.sql("select gone from actor_version where actor_id = ? and version = ?")
                .params(id, version)
                .query(Boolean.class)
                .single();
    }

    @Override
    Optional<ActorState> findInSources(String id) {
        if (!id.matches("[a-z0-9][a-z0-9-]*")) {
            return Optional.empty();
        }
        return store.live()
                .vocabulary()
                .tables()
                .actors()
                .findEntry(new ActorId(id))
                .map(entry -> ActorState.of(entry, 0, false));
    }

    @Override
    public Optional<ActorState> findAt(String id, long version) {
        return jdbc.sql("select * from actor_version where actor_id = ? and version = ? and not gone")
                .params(id, version)
                .query((row, _) -> state(row))
                .optional();
    }

    private static ActorState state(ResultSet row) throws SQLException {
        return ActorState.of(EditedVocabulary.entry(row), row.getLong("version"), row.getBoolean("retired"));
    }

    /**
     * Writes a version of an actor, and the actor's row itself.
     *
     * @param before as it was, or null for one that is made
     * @param after null for one whose making is taken back
     */
    void write(@Nullable ActorState before, @Nullable ActorState after, long version) {
        if (before != null && before.version() == 0) {
            insert(before, 0, false);
        }
        if (after == null) {
            insert(java.util.Objects.requireNonNull(before), version, true);
            return;
        }
        insert(after, version, false);
        store.writeEditedActors(List.of(after.actor()));
    }

    private void insert(ActorState actor, long version, boolean gone) {
        jdbc.sql("""
                        insert into actor_version (actor_id, version, name, name_ar, name_fr, kind, inter, sector, country, parent,
                            active_from, active_to, names_ar, names_fr, names_en, retired, gone)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (actor_id, version) do nothing""")
                .params(
                        actor.id(),
                        version,
                        actor.name(),
                        actor.nameAr(),
                        actor.nameFr(),
                        actor.kind(),
                        actor.inter(),
                        actor.sector(),
                        actor.country(),
                        actor.parent(),
                        actor.from(),
                        actor.to(),
                        texts(actor, Language.AR),
                        texts(actor, Language.FR),
                        texts(actor, Language.EN),
                        actor.retired(),
                        gone)
                .update();
    }

    private static String[] texts(ActorState actor, Language language) {
        return actor.names(language).toArray(String[]::new);
    }

    /** Takes the row of an actor away whose making was taken back, once nothing refers to it. */
    void removeUnused(String id) {
        jdbc.sql("""
                        delete from actor a where a.id = ? and not exists (select from actor_mention m where m.actor_id = a.id)
                            and not exists (select from event_actor e where e.actor_id = a.id)""").param(id).update();
    }
}
