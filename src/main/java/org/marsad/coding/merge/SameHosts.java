package org.marsad.coding.merge;

import java.util.List;
import org.marsad.coding.reading.ActorKinds;
import org.marsad.coding.slot.Draft;

/** Whose meetings they are: summits of two organisations are two. */
final class SameHosts {
    private SameHosts() {}

    static boolean differ(Draft one, Draft draft) {
        if (!one.kind.family().equals("meeting")) {
            return false;
        }
        var a = hosts(one);
        var b = hosts(draft);
        return !a.isEmpty() && !b.isEmpty() && b.stream().noneMatch(a::contains);
    }

    private static List<String> hosts(Draft draft) {
        return draft.actors.stream()
                .filter(actor -> ActorKinds.isOrganisation(actor.actor()))
                .map(actor -> actor.actor().id().value())
                .toList();
    }
}
