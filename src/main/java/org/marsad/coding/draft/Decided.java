package org.marsad.coding.draft;

import java.util.Set;
import org.marsad.coding.reading.Trigger;

/** English infinitives that tell of something done: "a decision by the bloc in February to end the sanctions", "sent jets to bomb a column". */
final class Decided {
    private static final Set<String> DECISIONS = Set.of("decision", "decree", "resolution", "vote", "voted");
    private static final Set<String> SENT = Set.of("sent", "dispatched", "scrambled");
    private static final int DECISION_REACH = 9;
    private static final int SENT_REACH = 6;

    private Decided() {}

    static boolean governs(Trigger trigger) {
        var sentence = trigger.sentence();
        if (!sentence.isAt(trigger.begin() - 1, "to")) {
            return false;
        }
        boolean violent = trigger.kind().isViolence();
        int reach = violent ? SENT_REACH : DECISION_REACH;
        for (int i = trigger.begin() - 2; i >= Math.max(0, trigger.begin() - reach); i--) {
            if (sentence.clause(i) != sentence.clause(trigger.begin())) {
                return false;
            }
            if ((violent ? SENT : DECISIONS).contains(sentence.word(i).text())) {
                return !sentence.isAt(i - 1, "to", "will", "would", "no", "not", "any");
            }
        }
        return false;
    }
}
