package org.marsad.coding.slot.where;

import java.util.Set;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.reading.Trigger;
import org.marsad.coding.reading.Word;
import org.marsad.coding.reading.WordSets;
import org.marsad.geocode.Mention;
import org.marsad.text.Patterns;

/** Whither those fled who had done something: "before escaping across the border into Niger". */
final class Flight {
    private static final Set<String> FLEEING = WordSets.get("fleeing");
    private static final int REACH = 8;
    private static final int TO_REACH = 3;

    private Flight() {}

    /** Whether a place is the goal of a flight and not the scene of what the trigger tells. */
    static boolean isGoal(Trigger trigger, Sentence.Item<Mention> item) {
        var sentence = trigger.sentence();
        return isTowards(sentence, item.begin()) && isAfter(trigger, item.begin());
    }

    /** Whether a word stands behind one of fleeing that is not what the trigger tells. */
    static boolean isAfter(Trigger trigger, int at) {
        var sentence = trigger.sentence();
        if (Patterns.matches(trigger.kind().family(), "withdrawal|deployment|expulsion|displacement|aid")) {
            return false;
        }
        for (int i = at - 1; i >= Math.max(trigger.begin(), at - REACH); i--) {
            if (sentence.word(i).readings().stream().anyMatch(reading -> FLEEING.contains(reading.stem()))) {
                return true;
            }
            if (sentence.word(i + 1).before() == Word.Gap.STRONG) {
                return false;
            }
        }
        return false;
    }

    private static boolean isTowards(Sentence sentence, int at) {
        for (int i = at - 1; i >= Math.max(0, at - TO_REACH); i--) {
            if (sentence.isAt(i, "to", "into", "towards", "toward", "vers", "الي", "نحو", "باتجاه", "صوب")
                    || BorderWords.isBorder(sentence.word(i))) {
                return true;
            }
        }
        return false;
    }
}
