package org.marsad.curation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.marsad.coding.reading.TriggerWord;
import org.marsad.curation.Changeset.FieldChange;
import org.marsad.curation.EditPlan.DecisionChange;
import org.marsad.store.DecisionTable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Works out what taking a changeset back makes of places, actors and words as they are now: what later ones did stays. */
final class UndoPlanner {
    private final JdbcClient jdbc;
    private final PlaceStates places;
    private final ActorStates actors;

    /** What was at each version. */
    interface Versions<T> {
        Optional<T> find(String id);

        Optional<T> findAt(String id, long version);

        Optional<T> findBefore(String id, long version);

        List<Long> listVersionsAfter(String id, long version);
    }

    /** What is different between states. */
    interface Diff<T> {
        /** Null stands for none. */
        List<FieldChange> between(@Nullable T before, @Nullable T after);

        /** The fields that two changes of one state make different, each in its way. */
        List<String> clashes(T base, T theirs, T mine);

        /** Names that {@code made} has more than {@code was}, and that are no longer there. */
        List<String> lostNames(T made, T was, T now);

        boolean hasName(T one, String text);

        /** The state that has both changes of {@code base}; to be asked only where nothing clashes. */
        T merge(T base, T theirs, T mine);
    }

    UndoPlanner(JdbcClient jdbc, PlaceStates places, ActorStates actors) {
        this.jdbc = jdbc;
        this.places = places;
        this.actors = actors;
    }

    /**
     * @throws UndoRefused where a later change stands in the way
     */
    EditPlan plan(Changeset change) {
        return new EditPlan(
                back(change, change.places(), places, PlaceDiff.DIFF),
                decisions(change),
                back(change, change.actors(), actors, ActorDiff.DIFF),
                triggers(change));
    }

    private <T> EditPlan.Subjects<T> back(Changeset change, List<String> ids, Versions<T> states, Diff<T> diff) {
        var before = new LinkedHashMap<String, @Nullable T>();
        var after = new LinkedHashMap<String, @Nullable T>();
        for (var id : ids) {
            var now = states.find(id).orElse(null);
            before.put(id, now);
            after.put(id, back(change, id, now, states, diff));
        }
        return new EditPlan.Subjects<>(before, after, diff);
    }

    private <T> @Nullable T back(Changeset change, String id, @Nullable T now, Versions<T> states, Diff<T> diff) {
        long version = change.version();
        var was = states.findBefore(id, version).orElse(null);
        var made = states.findAt(id, version).orElse(null);
        var later = states.listVersionsAfter(id, version);
        if (later.isEmpty()) {
            return was;
        }
        if (was == null || made == null || now == null) {
            throw standsInTheWay(
                    change, later.getFirst(), id, was == null ? "changed what this one made" : "changed it");
        }
        var clashes = diff.clashes(made, now, was);
        if (!clashes.isEmpty()) {
            long first = later.stream()
                    .filter(one -> states.findAt(id, one)
                            .filter(state -> diff.between(made, state).stream()
                                    .anyMatch(field -> clashes.contains(field.field())))
                            .isPresent())
                    .findFirst()
                    .orElse(later.getFirst());
            throw standsInTheWay(change, first, id, "changed its " + clashes.getFirst());
        }
        var names = diff.lostNames(made, was, now);
        if (!names.isEmpty()) {
            var name = names.getFirst();
            long taker = later.stream()
                    .filter(one -> states.findAt(id, one)
                            .filter(state -> !diff.hasName(state, name))
                            .isPresent())
                    .findFirst()
                    .orElse(later.getFirst());
            throw standsInTheWay(change, taker, id, "changed the name \"" + name + "\"");
        }
        return diff.merge(made, now, was);
    }

    /** A word is there or not: what a later change made of it is what counts. */
    private List<EditPlan.TriggerChange> triggers(Changeset change) {
        var changes = new ArrayList<EditPlan.TriggerChange>();
        for (var key : change.triggers()) {
            var word = TriggerWord.ofKey(key).orElseThrow();
            var versions = jdbc.sql("""
                            select version, known from trigger_version
                            where language = ? and kind = ? and form = ? and words = ? order by version""")
                    .params(word.language().tag(), word.kind(), word.form(), word.words())
                    .query((row, _) -> Map.entry(row.getLong("version"), row.getBoolean("known")))
                    .list();
            var later = versions.stream()
                    .filter(one -> one.getKey() > change.version())
                    .findFirst();
            if (later.isPresent()) {
                throw standsInTheWay(change, later.get().getKey(), key, "changed it");
            }
            boolean made = versions.getLast().getValue();
            changes.add(new EditPlan.TriggerChange(word, made, !made));
        }
        return changes;
    }

    private static UndoRefused standsInTheWay(Changeset change, long later, String place, String did) {
        return new UndoRefused(
                "change " + change.version() + " cannot be taken back: change " + later + " of " + place + " later "
                        + did + "; take that back first",
                later);
    }

    private List<DecisionChange> decisions(Changeset change) {
        var changes = new ArrayList<DecisionChange>();
        for (var made : list("version = ?", change.version())) {
            var key = made.kept();
            var all = list(
                    "surface = ? and scope = ? and source = ? and text_hash = ? and begin_cp = ?",
                    key.surface(),
                    key.scope(),
                    key.source(),
                    key.textHash(),
                    key.begin());
            var later =
                    all.stream().filter(one -> one.version() > change.version()).findFirst();
            if (later.isPresent()) {
                throw new UndoRefused(
                        "change " + change.version() + " cannot be taken back: change "
                                + later.get().version() + " later decided on \"" + key.surface()
                                + "\" again; take that back first",
                        later.get().version());
            }
            var was = all.stream()
                    .filter(one -> one.version() < change.version())
                    .reduce((_, last) -> last)
                    .filter(one -> !one.withdrawn())
                    .map(Row::kept);
            changes.add(new DecisionChange(made.withdrawn() ? null : key, was.orElse(null)));
        }
        return changes.stream()
                .filter(one -> !Objects.equals(one.before(), one.after()))
                .toList();
    }

    private record Row(DecisionTable.Kept kept, long version, boolean withdrawn) {}

    private List<Row> list(String where, Object... parameters) {
        return jdbc.sql("select * from mention_decision where " + where + " order by version")
                .params(parameters)
                .query((row, _) -> new Row(
                        new DecisionTable.Kept(
                                row.getString("surface"),
                                row.getString("scope"),
                                row.getString("source"),
                                row.getString("text_hash"),
                                row.getInt("begin_cp"),
                                row.getString("place_id")),
                        row.getLong("version"),
                        row.getBoolean("withdrawn")))
                .list();
    }
}
