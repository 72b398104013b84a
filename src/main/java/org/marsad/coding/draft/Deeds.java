package org.marsad.coding.draft;

import org.marsad.coding.reading.ActorKinds;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.reading.Tense;
import org.marsad.coding.reading.Trigger;

/** "the seizure of the town by the rebels", « l'enlèvement de deux civils par », «خطف … على يد»: nouns that say who did it. */
final class Deeds {
    /** Words from such a noun to the one who did it, at most. */
    private static final int REACH = 14;

    private Deeds() {}

    /** Whether a noun tells its event as plainly as a verb would, since it names its doer. */
    static boolean isDone(Trigger trigger) {
        var sentence = trigger.sentence();
        if (trigger.tense() != Tense.SINGULAR
                || !isDefinite(trigger)
                || !trigger.kind().isViolence()) {
            return false;
        }
        int last = Math.min(sentence.size() - 1, trigger.end() + REACH);
        for (int i = trigger.end(); i < last && sentence.clause(i) == sentence.clause(trigger.begin()); i++) {
            if (isBy(sentence, i)) {
                return isParty(sentence, i);
            }
        }
        return false;
    }

    /** "the killing", « la dernière occupation ». */
    private static boolean isDefinite(Trigger trigger) {
        return trigger.isDefinite() || trigger.sentence().isAt(trigger.begin() - 2, "the", "le", "la", "l");
    }

    private static boolean isBy(Sentence sentence, int at) {
        return sentence.isAt(at, "by", "par")
                || sentence.isAt(at, "يد", "ايدي") && sentence.isAt(at - 1, "علي")
                || sentence.isAt(at, "قبل") && sentence.isAt(at - 1, "من");
    }

    /** Whether a party that fights stands right behind a word. */
    private static boolean isParty(Sentence sentence, int at) {
        return sentence.actors.stream()
                .anyMatch(item -> item.begin() > at
                        && item.begin() - at <= 4
                        && !ActorKinds.isCivilian(item.value().actor()));
    }
}
