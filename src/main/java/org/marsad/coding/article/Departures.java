package org.marsad.coding.article;

import java.util.List;
import java.util.Set;
import org.marsad.coding.event.Role;
import org.marsad.coding.reading.Word;
import org.marsad.coding.reading.WordSets;
import org.marsad.coding.slot.Draft;
import org.marsad.text.Patterns;

/** Goings and comings that a sentence only names beside what it tells. */
final class Departures {
    private static final Set<String> WHEN = WordSets.get("time-clause");
    private static final Set<String> MOVING = WordSets.get("moving");
    private static final int REACH = 5;

    private Departures() {}

    /** "as soldiers withdrew", "once the fighters had left the town", "soldiers nearby arrived early; five people died". */
    static void clean(List<Draft> drafts) {
        drafts.removeIf(draft -> draft.kind.family().equals("withdrawal") && !draft.tense.isNoun() && isAside(draft));
        drafts.removeIf(
                draft -> Patterns.matches(draft.kind.key(), "deployment|mobilisation") && isOfScene(draft, drafts));
        // "rioters who had seized weapons from the police".
        drafts.removeIf(draft -> draft.kind.key().equals("confiscation")
                && draft.earlier
                && draft.sentence.isRelative(draft.at)
                && drafts.stream().anyMatch(one -> one.sentence == draft.sentence && one != draft));
    }

    /** Takes a protest out that is told to be attacked, and gives the attack its day. */
    static void cleanAttacked(List<Draft> drafts) {
        for (var protest : List.copyOf(drafts)) {
            if (protest.kind.key().equals("protest") && protest.tense.isNoun()) {
                drafts.stream()
                        .filter(one -> isAttackOn(one, protest))
                        .findFirst()
                        .ifPresent(attack -> {
                            attack.date = attack.date == null ? protest.date : attack.date;
                            drafts.remove(protest);
                        });
            }
        }
    }

    private static boolean isAttackOn(Draft attack, Draft protest) {
        if (attack.sentence != protest.sentence) {
            return false;
        }
        // « a lancé son véhicule bourré d'explosifs au milieu du rassemblement »
        boolean amid = attack.kind.isViolence()
                && attack.at < protest.at
                && (protest.sentence.isAt(protest.at - 1, "amid", "into", "وسط")
                        || protest.sentence.isAt(protest.at - 2, "amid", "into", "milieu", "وسط"));
        return amid
                || attack.kind.key().equals("attack")
                        && attack.isPassive
                        && attack.at > protest.at
                        && attack.actors.stream().anyMatch(actor -> actor.role() == Role.PERPETRATOR);
    }

    /** Whether it stands in a clause of time, and has no day in that clause. */
    private static boolean isAside(Draft draft) {
        var sentence = draft.sentence;
        for (int i = draft.at - 1; i >= Math.max(sentence.start(), draft.at - REACH); i--) {
            if (WHEN.contains(sentence.word(i).text())) {
                int from = i;
                return sentence.dates.stream()
                        .noneMatch(item -> item.begin() > from && item.begin() - draft.at <= REACH);
            }
            if (sentence.word(i).before() == Word.Gap.STRONG) {
                return false;
            }
        }
        return false;
    }

    /** Whether troops only come to a place where people are killed, and are not said to be sent. */
    private static boolean isOfScene(Draft draft, List<Draft> drafts) {
        var sentence = draft.sentence;
        boolean sent = sentence.words.stream()
                .anyMatch(word -> word.readings().stream().anyMatch(reading -> MOVING.contains(reading.stem())));
        return !sent
                && drafts.stream()
                        .anyMatch(one -> one.sentence == sentence
                                && (one.kind.isViolence() || one.kind.key().equals("riot"))
                                && !one.counts.isEmpty());
    }
}
