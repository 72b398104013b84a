package org.marsad.coding.slot.when;

import java.util.Set;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.reading.Trigger;
import org.marsad.coding.reading.WordSets;
import org.marsad.text.DateExpression;

/** Dates told of somebody in passing: « du président Keïta, élu en août 2013 », "the group, founded in 2012,". */
final class Careers {
    private static final Set<String> CAREER = WordSets.get("career");

    private Careers() {}

    /** Whether a date is such a one, and not a trigger's. */
    static boolean date(Sentence sentence, Trigger trigger, Sentence.Item<DateExpression> item) {
        int at = item.begin() - 1;
        while (at >= 0 && at > item.begin() - 3 && sentence.isAt(at, "en", "le", "in", "on", "depuis", "since")) {
            at--;
        }
        return at >= 0
                && at != trigger.begin()
                && CAREER.contains(sentence.word(at).text())
                && !sentence.isAt(at - 1, "was", "were", "a", "ete", "est", "been")
                && !(trigger.begin() <= at && at < trigger.end());
    }
}
