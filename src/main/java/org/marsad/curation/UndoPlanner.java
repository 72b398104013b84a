package org.marsad.curation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.marsad.curation.EditPlan.DecisionChange;
import org.marsad.store.DecisionTable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Works out what taking a changeset back makes of the places as they are now: what later ones did stays. */
final class UndoPlanner {
    private final JdbcClient jdbc;
    private final PlaceStates states;

    UndoPlanner(JdbcClient jdbc, PlaceStates states) {
        this.jdbc = jdbc;
        this.states = states;
    }

    /**
     * @throws UndoRefused where a later change stands in the way
     */
    EditPlan plan(Changeset change) {
        if (change.undoneBy() != null) {
            throw new UndoRefused(
                    "change " + change.version() + " was taken back already, by change " + change.undoneBy(),
                    change.undoneBy());
        }
        var before = new LinkedHashMap<String, @Nullable PlaceState>();
        var after = new LinkedHashMap<String, @Nullable PlaceState>();
        for (var id : change.places()) {
            var now = states.find(id).orElse(null);
            before.put(id, now);
            after.put(id, back(change, id, now));
        }
        return new EditPlan(before, after, decisions(change));
    }

    private @Nullable PlaceState back(Changeset change, String id, @Nullable PlaceState now) {
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
        var clashes = PlaceDiff.clashes(made, now, was);
        if (!clashes.isEmpty()) {
            throw standsInTheWay(
                    change, firstThatChanged(id, made, later, clashes), id, "changed its " + clashes.getFirst());
        }
        var names = made.names().stream()
                .filter(name -> !was.names().contains(name) && !now.names().contains(name))
                .toList();
        if (!names.isEmpty()) {
            var name = names.getFirst();
            long taker = later.stream()
                    .filter(one -> states.findAt(id, one)
                            .filter(state -> !state.names().contains(name))
                            .isPresent())
                    .findFirst()
                    .orElse(later.getFirst());
            throw standsInTheWay(change, taker, id, "changed the name \"" + name.text() + "\"");
        }
        return PlaceDiff.merge(made, now, was);
    }

    private long firstThatChanged(String id, PlaceState made, List<Long> later, List<String> fields) {
        return later.stream()
                .filter(version -> states.findAt(id, version)
                        .filter(state ->
                                PlaceDiff.between(made, state).stream().anyMatch(one -> fields.contains(one.field())))
                        .isPresent())
                .findFirst()
                .orElse(later.getFirst());
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
