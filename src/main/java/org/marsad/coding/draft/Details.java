package org.marsad.coding.draft;

import java.util.List;
import org.marsad.coding.event.Role;
import org.marsad.coding.reading.ActorKinds;
import org.marsad.coding.reading.Tense;
import org.marsad.coding.slot.Draft;
import org.marsad.text.Patterns;

/** What a sentence tells of as a part of something greater that it tells too. */
final class Details {
    private Details() {}

    /** Joins such parts to the whole, or drops them. */
    static void join(List<Draft> drafts) {
        for (var coup : List.copyOf(drafts)) {
            if (coup.kind.key().equals("coup")) {
                coup.actors.removeIf(one -> one.role() == Role.PERPETRATOR && ActorKinds.isOrganisation(one.actor()));
                arrests(drafts, coup);
            }
        }
        // "broke off relations, accusing Kyiv of arming rebels": why it did.
        drafts.removeIf(draft -> draft.kind.family().equals("accusation")
                && draft.tense == Tense.GERUND
                && drafts.stream()
                        .anyMatch(one -> one != draft
                                && one.at < draft.at
                                && Patterns.matches(
                                        one.kind.family(),
                                        "sanction|severance|expulsion|exit|restriction|postponement|rejection")));
        // "sent jets to bomb a column": one act.
        for (var sent : List.copyOf(drafts)) {
            if (sent.kind.family().equals("deployment")) {
                drafts.stream()
                        .filter(one -> one.kind.isViolence()
                                && one.tense == Tense.INFINITIVE
                                && one.at > sent.at
                                && one.at - sent.at <= 7)
                        .findFirst()
                        .ifPresent(strike -> {
                            lend(sent, strike);
                            drafts.remove(sent);
                        });
            }
        }
    }

    /** "the coup of 26 July, in which the guard detained the president". */
    private static void arrests(List<Draft> drafts, Draft coup) {
        for (var arrest : List.copyOf(drafts)) {
            boolean part = Patterns.matches(arrest.kind.key(), "arrest|detention|taking")
                    && arrest.at > coup.at
                    && (arrest.date == null || coup.date == null || arrest.date.equals(coup.date))
                    && arrest.actors.stream()
                            .anyMatch(one -> one.role() == Role.TARGET && ActorKinds.isGovernment(one.actor()));
            if (part) {
                for (var actor : arrest.actors) {
                    coup.actors.removeIf(
                            one -> one.actor().id().equals(actor.actor().id()));
                    coup.actors.add(actor);
                }
                drafts.remove(arrest);
            }
        }
    }

    private static void lend(Draft from, Draft to) {
        to.date = to.date == null ? from.date : to.date;
        to.where = to.places().isEmpty() ? from.where : to.where;
        to.told |= from.told;
        for (var actor : from.actors) {
            if (to.actors.stream()
                    .noneMatch(one -> one.actor().id().equals(actor.actor().id()))) {
                to.actors.add(actor);
            }
        }
    }
}
