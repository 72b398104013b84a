package org.marsad.coding.article;

import org.marsad.coding.event.Role;
import org.marsad.coding.reading.ActorKinds;
import org.marsad.coding.slot.Draft;
import org.marsad.text.Patterns;

/** What an organisation decides right after its summit is told. */
final class SummitDecisions {
    /** How many sentences after a summit its decisions are told. */
    private static final int REACH = 6;

    private SummitDecisions() {}

    /** Whether it is of the day of the summit. */
    static boolean areOf(Draft summit, Draft draft) {
        return summit.kind.family().equals("meeting")
                && !summit.dateInherited
                && draft.told
                && !draft.earlier
                && Patterns.matches(
                        draft.kind.family(), "sanction|restriction|lifting|deployment|mandate|expulsion|exit")
                && draft.sentence.index >= summit.sentence.index
                && draft.sentence.index - summit.mentions.getLast().index <= REACH
                && draft.actors.stream()
                        .anyMatch(one -> one.role() == Role.PERPETRATOR
                                && ActorKinds.isOrganisation(one.actor())
                                && summit.actors.stream()
                                        .anyMatch(other -> other.actor()
                                                .id()
                                                .equals(one.actor().id())));
    }
}
