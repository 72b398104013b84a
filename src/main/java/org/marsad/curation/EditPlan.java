package org.marsad.curation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.marsad.coding.reading.TriggerWord;
import org.marsad.curation.Changeset.FieldChange;
import org.marsad.gazetteer.Gazetteer;
import org.marsad.store.DecisionTable;

/**
 * What an edit makes of the places, decisions, actors and words that it is about.
 *
 * @param ofPlaces places before and after
 * @param decisions what is to be decided otherwise
 * @param ofActors actors before and after
 * @param triggers words that are to be known, or no longer
 * @param sources the gazetteer's sources as they are to be, or null where they stay
 */
record EditPlan(
        Subjects<PlaceState> ofPlaces,
        List<DecisionChange> decisions,
        Subjects<ActorState> ofActors,
        List<TriggerChange> triggers,
        @Nullable Gazetteer sources) {
    EditPlan(
            Subjects<PlaceState> ofPlaces,
            List<DecisionChange> decisions,
            Subjects<ActorState> ofActors,
            List<TriggerChange> triggers) {
        this(ofPlaces, decisions, ofActors, triggers, null);
    }

    /**
     * Things by their ids.
     *
     * @param before as they are, null for one that is not there
     * @param after the same as they are to be, null for one that is to be gone
     */
    record Subjects<T>(Map<String, @Nullable T> before, Map<String, @Nullable T> after, UndoPlanner.Diff<T> diff) {
        List<FieldChange> changes() {
            var changes = new ArrayList<FieldChange>();
            after.forEach((id, one) -> {
                var was = before.get(id);
                if (was != null || one != null) {
                    changes.addAll(diff.between(was, one));
                }
            });
            return changes;
        }

        List<String> ids() {
            return List.copyOf(after.keySet());
        }
    }

    /**
     * A decision before and after; null for none. One of them is there.
     */
    record DecisionChange(DecisionTable.@Nullable Kept before, DecisionTable.@Nullable Kept after) {
        DecisionTable.Kept key() {
            return Objects.requireNonNull(after == null ? before : after);
        }
    }

    /** Whether a word names events, before and after. */
    record TriggerChange(TriggerWord word, boolean was, boolean is) {}

    private static final Subjects<PlaceState> NO_PLACES = new Subjects<>(Map.of(), Map.of(), PlaceDiff.DIFF);
    private static final Subjects<ActorState> NO_ACTORS = new Subjects<>(Map.of(), Map.of(), ActorDiff.DIFF);

    static EditPlan ofPlaces(List<PlaceState> before, List<PlaceState> after) {
        var was = new LinkedHashMap<String, @Nullable PlaceState>();
        var is = new LinkedHashMap<String, @Nullable PlaceState>();
        for (var place : after) {
            was.put(place.id(), null);
            is.put(place.id(), place);
        }
        before.forEach(place -> was.put(place.id(), place));
        return new EditPlan(new Subjects<>(was, is, PlaceDiff.DIFF), List.of(), NO_ACTORS, List.of());
    }

    static EditPlan ofDecisions(List<DecisionChange> decisions) {
        return new EditPlan(NO_PLACES, decisions, NO_ACTORS, List.of());
    }

    /**
     * @param before null for an actor that is made
     */
    static EditPlan ofActor(@Nullable ActorState before, ActorState after) {
        var was = new LinkedHashMap<String, @Nullable ActorState>();
        was.put(after.id(), before);
        var is = new LinkedHashMap<String, @Nullable ActorState>();
        is.put(after.id(), after);
        return new EditPlan(NO_PLACES, List.of(), new Subjects<>(was, is, ActorDiff.DIFF), List.of());
    }

    static EditPlan ofTriggers(List<TriggerChange> triggers) {
        return new EditPlan(NO_PLACES, List.of(), NO_ACTORS, triggers);
    }

    /** Other files of places. */
    static EditPlan ofSources(Gazetteer sources) {
        return new EditPlan(NO_PLACES, List.of(), NO_ACTORS, List.of(), sources);
    }

    Map<String, @Nullable PlaceState> before() {
        return ofPlaces.before();
    }

    Map<String, @Nullable PlaceState> after() {
        return ofPlaces.after();
    }

    List<String> places() {
        return ofPlaces.ids();
    }

    /** Whether nothing of it is about actors or words. */
    boolean isOfGazetteer() {
        return ofActors.after().isEmpty() && triggers.isEmpty();
    }

    /** Whether anything of it is about places. */
    boolean hasPlaces() {
        return !ofPlaces.after().isEmpty();
    }

    List<FieldChange> changes() {
        var changes = new ArrayList<>(ofPlaces.changes());
        for (var decision : decisions) {
            changes.add(new FieldChange(
                    decision.key().surface(), "decision", words(decision.before()), words(decision.after())));
        }
        changes.addAll(ofActors.changes());
        for (var trigger : triggers) {
            if (trigger.was() != trigger.is()) {
                var word = trigger.word();
                var text = word.words() + " (" + word.language().tag() + ", " + word.form()
                        + (word.kind().isEmpty() ? "" : ", " + word.kind()) + ")";
                changes.add(new FieldChange(
                        word.words(), "trigger", trigger.was() ? text : null, trigger.is() ? text : null));
            }
        }
        return changes;
    }

    private static @Nullable String words(DecisionTable.@Nullable Kept decision) {
        if (decision == null) {
            return null;
        }
        var scope = switch (decision.scope()) {
            case "source" -> " in " + decision.source();
            case "mention" -> " here";
            default -> "";
        };
        return (decision.place() == null ? "no place" : decision.place()) + scope;
    }

    /** Whether only names of places change, so that what is known of them by other names stays. */
    boolean isOfNamesOnly(String id) {
        var was = before().get(id);
        var is = after().get(id);
        return was != null
                && is != null
                && PlaceDiff.DIFF.between(was, is).stream()
                        .allMatch(change -> change.field().equals("names"));
    }
}
