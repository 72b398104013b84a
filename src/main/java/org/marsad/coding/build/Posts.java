package org.marsad.coding.build;

import java.util.Set;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.reading.Word;
import org.marsad.coding.reading.WordSets;
import org.marsad.coding.slot.Draft;

/** Where soldiers live and stand: who attacks a barracks or « un camp militaire » attacks them. */
final class Posts {
    private static final Set<String> BARRACKS = WordSets.get("barracks");
    private static final Set<String> SITES = WordSets.get("military-sites");
    private static final Set<String> MILITARY = WordSets.get("military");
    private static final Set<String> ON = WordSets.get("attacking");
    /** Words from "on" or "attacked" to the post, at most. */
    private static final int REACH = 4;

    private Posts() {}

    /** Whether an event's sentences tell that a post of soldiers was hit. */
    static boolean areHit(Draft draft) {
        return draft.mentions.stream().anyMatch(Posts::areHit);
    }

    private static boolean areHit(Sentence sentence) {
        for (int i = sentence.start(); i < sentence.size(); i++) {
            if (sentence.isOf(i, BARRACKS)
                    || sentence.isOf(i, SITES)
                            && (sentence.isOf(i - 1, MILITARY) || sentence.isOf(i + 1, MILITARY))
                            && isHit(sentence, i)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isHit(Sentence sentence, int at) {
        for (int i = at - 1; i >= Math.max(0, at - REACH); i--) {
            if (sentence.word(i + 1).before() != Word.Gap.NONE) {
                return false;
            }
            if (sentence.isOf(i, ON)) {
                return true;
            }
        }
        return false;
    }
}
