package org.marsad.coding.draft;

import java.util.List;
import org.marsad.coding.event.Role;
import org.marsad.coding.reading.ActorKinds;
import org.marsad.coding.slot.Draft;
import org.marsad.text.Patterns;

/**
 * What else came of one operation: "neutralised 71 terrorists, arrested 143 suspects and rescued 58 hostages" is one event, the
 * gravest of the three.
 */
final class Outcomes {
    private Outcomes() {}

    /**
     * Drops the arrests and releases of a sentence that tells of the armed whom the same forces killed in the same place, and the
     * rescues of one that tells of arrests; their day is that of what stays.
     */
    static void join(List<Draft> drafts) {
        joinCoup(drafts);
        for (var outcome : List.copyOf(drafts)) {
            if (Patterns.matches(outcome.kind.family(), "arrest|release")) {
                drafts.stream()
                        .filter(one -> one != outcome && isOf(outcome, one))
                        .filter(one -> isFight(one) || isRescue(outcome) && isArrest(one, outcome))
                        .findFirst()
                        .ifPresent(one -> {
                            one.date = one.date == null ? outcome.date : one.date;
                            drafts.remove(outcome);
                        });
            }
        }
    }

    /** "arrested the prime minister and dissolved the government": one coup. */
    private static void joinCoup(List<Draft> drafts) {
        for (var arrest : List.copyOf(drafts)) {
            if (arrest.kind.key().equals("arrest") && !arrest.tense.isNoun()) {
                drafts.stream()
                        .filter(one -> one.kind.key().equals("coup") && !one.tense.isNoun() && areOfOneDay(one, arrest))
                        .findFirst()
                        .ifPresent(coup -> {
                            coup.told |= arrest.told;
                            coup.plainness = Math.max(coup.plainness, arrest.plainness);
                            coup.date = coup.date == null ? arrest.date : coup.date;
                            drafts.remove(arrest);
                        });
            }
        }
    }

    private static boolean areOfOneDay(Draft one, Draft other) {
        return one.date == null || other.date == null || one.date.equals(other.date);
    }

    private static boolean isRescue(Draft draft) {
        return draft.kind.family().equals("release")
                && draft.sentence.word(draft.at).text().startsWith("rescu");
    }

    private static boolean isArrest(Draft draft, Draft rescue) {
        return draft.kind.family().equals("arrest") && draft.at < rescue.at;
    }

    /** Whether forces of a state killed armed people. */
    private static boolean isFight(Draft draft) {
        return draft.kind.isViolence()
                && !draft.counts.isEmpty()
                && draft.actors.stream()
                        .anyMatch(one -> one.role() == Role.TARGET && ActorKinds.isArmedGroup(one.actor()))
                && draft.actors.stream()
                        .noneMatch(one -> one.role() == Role.PERPETRATOR && ActorKinds.isArmedGroup(one.actor()));
    }

    private static boolean isOf(Draft outcome, Draft fight) {
        boolean place = outcome.places().isEmpty() || outcome.places().equals(fight.places());
        boolean date = outcome.date == null || fight.date == null || outcome.date.equals(fight.date);
        return place
                && date
                && !outcome.another
                && (!outcome.tense.isNoun() || outcome.kind.key().equals("confiscation"))
                && (outcome.at > fight.at || !outcome.isPassive)
                && outcome.sentence.clause(outcome.at) == outcome.sentence.clause(fight.at);
    }
}
