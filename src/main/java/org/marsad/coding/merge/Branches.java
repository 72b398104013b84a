package org.marsad.coding.merge;

import java.util.Set;
import org.marsad.coding.event.Role;
import org.marsad.coding.reading.ActorKinds;
import org.marsad.coding.slot.Draft;

/** "Islamic State-backed rebels killed 20 … the attack by the ADF": a group and its branch are one doer of one attack. */
final class Branches {
    private Branches() {}

    /** Whether one of the doers of an event did another, or is a branch of one of them. */
    static boolean meet(Draft one, Draft other, Set<String> doers, Set<String> others) {
        return doers.stream().anyMatch(others::contains) || isBranch(one, others) || isBranch(other, doers);
    }

    private static boolean isBranch(Draft draft, Set<String> heads) {
        return draft.kind.isViolence()
                && draft.actors.stream()
                        .filter(actor -> actor.role() == Role.PERPETRATOR && ActorKinds.isArmedGroup(actor.actor()))
                        .map(actor -> actor.actor().parent())
                        .anyMatch(parent -> parent != null && heads.contains(parent.value()));
    }
}
