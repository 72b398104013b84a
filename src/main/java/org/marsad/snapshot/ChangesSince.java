package org.marsad.snapshot;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.marsad.mapview.EventChange;
import org.marsad.mapview.EventSummary;

/**
 * What has changed in the view of a snapshot since it was frozen.
 *
 * @param added how many events the view has now that it had not; {@code newest} are some of them
 * @param left of the events that it had, how many are there but no longer in the view: they were moved or corrected
 * @param gone how many are no more: withdrawn by their source, or merged into another
 * @param kinds how many of the events that it had were changed in each way; one may be counted in several
 * @param changes some of these, the last first
 * @param restricted data sets that it shows and that may no longer be passed on
 */
public record ChangesSince(
        int added,
        List<EventSummary> newest,
        int left,
        int gone,
        Map<EventChange.Kind, Integer> kinds,
        List<EventChange> changes,
        Set<String> restricted) {
    public ChangesSince {
        newest = List.copyOf(newest);
        kinds = new EnumMap<>(kinds.isEmpty() ? new EnumMap<>(EventChange.Kind.class) : kinds);
        changes = List.copyOf(changes);
        restricted = Set.copyOf(restricted);
    }

    public boolean isEmpty() {
        return added == 0 && kinds.isEmpty() && restricted.isEmpty();
    }
}
