package org.marsad.coding.draft;

import java.util.Set;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.slot.Draft;
import org.marsad.text.DateExpression;

/** Dates that step from what was told to something else: "a day earlier", "two days later", "the previous week". */
final class Steps {
    private static final Set<String> STEPS = Set.of("earlier", "later", "previous", "before", "following");

    private Steps() {}

    /** Whether an act of violence has such a date, in English. */
    static boolean isOfAnotherDay(Draft draft) {
        var date = draft.date;
        return draft.kind.isViolence()
                && date != null
                && date.basis() == DateExpression.Basis.COMPLETED
                && draft.sentence.dates.stream()
                        .filter(item -> item.value().equals(date))
                        .anyMatch(item -> isStep(draft.sentence, item.begin(), item.end()));
    }

    private static boolean isStep(Sentence sentence, int begin, int end) {
        for (int i = begin; i < end; i++) {
            if (STEPS.contains(sentence.word(i).text())) {
                return true;
            }
        }
        return false;
    }
}
