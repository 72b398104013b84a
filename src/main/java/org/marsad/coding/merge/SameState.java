package org.marsad.coding.merge;

import org.marsad.coding.event.EventActor;
import org.marsad.coding.event.Role;
import org.marsad.coding.reading.ActorKinds;
import org.marsad.coding.slot.Draft;

/** Deeds of a state and of its forces: one report names the country, another its customs. */
final class SameState {
    private SameState() {}

    /** What Senegal seized, its customs seized. */
    static boolean did(Draft one, Draft draft) {
        return !one.kind.isViolence()
                && one.actors.stream()
                        .filter(a -> a.role() == Role.PERPETRATOR && ActorKinds.isState(a.actor()))
                        .anyMatch(a -> draft.actors.stream()
                                .filter(b -> b.role() == Role.PERPETRATOR && ActorKinds.isState(b.actor()))
                                .anyMatch(b -> a.actor().country() != null
                                        && a.actor().country().equals(b.actor().country())
                                        && (isGovernment(a) || isGovernment(b))));
    }

    private static boolean isGovernment(EventActor one) {
        return ActorKinds.isGovernment(one.actor());
    }
}
