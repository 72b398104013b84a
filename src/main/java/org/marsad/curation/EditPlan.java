package org.marsad.curation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.marsad.curation.Changeset.FieldChange;
import org.marsad.store.DecisionTable;

/**
 * What an edit makes of the places and decisions that it is about.
 *
 * @param before the places as they are, null for one that is not there
 * @param after the same places as they are to be, null for one that is to be gone
 * @param decisions what is to be decided otherwise
 */
record EditPlan(
        Map<String, @Nullable PlaceState> before,
        Map<String, @Nullable PlaceState> after,
        List<DecisionChange> decisions) {
    /**
     * A decision before and after; null for none. One of them is there.
     */
    record DecisionChange(DecisionTable.@Nullable Kept before, DecisionTable.@Nullable Kept after) {
        DecisionTable.Kept key() {
            return Objects.requireNonNull(after == null ? before : after);
        }
    }

    static EditPlan ofPlaces(List<PlaceState> before, List<PlaceState> after) {
        var was = new LinkedHashMap<String, @Nullable PlaceState>();
        var is = new LinkedHashMap<String, @Nullable PlaceState>();
        for (var place : after) {
            was.put(place.id(), null);
            is.put(place.id(), place);
        }
        before.forEach(place -> was.put(place.id(), place));
        return new EditPlan(was, is, List.of());
    }

    List<String> places() {
        return List.copyOf(after.keySet());
    }

    List<FieldChange> changes() {
        var changes = new ArrayList<FieldChange>();
        after.forEach((id, place) -> {
            var was = before.get(id);
            if (was != null || place != null) {
                changes.addAll(PlaceDiff.between(was, place));
            }
        });
        for (var decision : decisions) {
            changes.add(new FieldChange(
                    decision.key().surface(), "decision", words(decision.before()), words(decision.after())));
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
        var was = before.get(id);
        var is = after.get(id);
        return was != null
                && is != null
                && PlaceDiff.between(was, is).stream()
                        .allMatch(change -> change.field().equals("names"));
    }
}
