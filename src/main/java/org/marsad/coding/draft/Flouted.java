package org.marsad.coding.draft;

import java.util.Set;
import org.marsad.coding.reading.Trigger;
import org.marsad.coding.reading.WordSets;
import org.marsad.text.Patterns;

/** Agreements that are only broken or held against what is told: "despite the ceasefire", «خرق للهدنة», « en violation de la trêve ». */
final class Flouted {
    private static final Set<String> FLOUTING = WordSets.get("flouting");
    private static final int REACH = 4;

    private Flouted() {}

    /** Whether a noun is such an agreement. */
    static boolean is(Trigger trigger) {
        if (!trigger.isNoun() || !Patterns.matches(trigger.kind().family(), "agreement|sanction|mandate")) {
            return false;
        }
        var sentence = trigger.sentence();
        for (int i = trigger.begin() - 1; i >= Math.max(0, trigger.begin() - REACH); i--) {
            if (sentence.clause(i) != sentence.clause(trigger.begin())) {
                return false;
            }
            if (sentence.word(i).readings().stream().anyMatch(reading -> FLOUTING.contains(reading.stem()))) {
                return true;
            }
        }
        return false;
    }
}
