package org.marsad.coding.slot.who;

import java.util.Set;
import org.marsad.actor.ActorMention;
import org.marsad.coding.reading.ActorKinds;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.reading.Trigger;
import org.marsad.coding.reading.WordSets;
import org.marsad.text.Language;

/** Groups that say in the sentence of a deed that it was theirs. */
final class Claimants {
    private static final Set<String> CLAIM = WordSets.get("claim");
    private static final int REACH = 12;

    private Claimants() {}

    /** Whether an actor claims the act of violence that a trigger tells. */
    static boolean isOne(Language language, Sentence.Item<ActorMention> item, Trigger trigger) {
        var sentence = trigger.sentence();
        var actor = item.value().actor();
        if (!trigger.kind().isViolence() || ActorKinds.isState(actor) || ActorKinds.isCivilian(actor)) {
            return false;
        }
        for (int i = 0; i < sentence.size(); i++) {
            if (CLAIM.contains(sentence.word(i).text())
                    || sentence.word(i).readings().stream()
                            .anyMatch(reading -> CLAIM.contains(reading.stem()) && !reading.definite())) {
                // "an official claimed that twenty militants died": who stands behind the English verb claims nothing.
                boolean told = language == Language.EN
                        && item.begin() > i
                        && !sentence.isAt(i, "responsibility")
                        && !sentence.isAt(item.begin() - 1, "by")
                        && !sentence.isAt(item.begin() - 2, "by");
                return !told && sentence.distance(i, item.begin()) <= REACH;
            }
        }
        return false;
    }
}
