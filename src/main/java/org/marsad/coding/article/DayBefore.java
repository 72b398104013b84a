package org.marsad.coding.article;

import org.jspecify.annotations.Nullable;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.slot.Draft;
import org.marsad.text.DateExpression;
import org.marsad.text.DatePrecision;

/** The day of what a sentence only says the next day of: «السبت، غداة مظاهرات», « dimanche, au lendemain de l'attaque ». */
final class DayBefore {
    private static final int REACH = 4;

    private DayBefore() {}

    /** The day, or null where nothing of the kind stands before the event or its sentence has no single day. */
    static @Nullable DateExpression of(Draft draft) {
        var sentence = draft.sentence;
        if (!isDayAfter(sentence, draft.at)) {
            return null;
        }
        var days = sentence.dates.stream()
                .filter(item -> item.value().precision() == DatePrecision.DAY && item.begin() < draft.at)
                .toList();
        if (days.size() != 1) {
            return null;
        }
        var day = days.getFirst().value();
        return new DateExpression(
                day.span(), day.start().minusDays(1), day.end().minusDays(1), DatePrecision.DAY, day.basis());
    }

    private static boolean isDayAfter(Sentence sentence, int at) {
        for (int i = at - 1; i >= Math.max(0, at - REACH); i--) {
            boolean english =
                    sentence.isAt(i, "after") && sentence.isAt(i - 1, "day") && sentence.isAt(i - 2, "a", "the", "one");
            if (sentence.isAt(i, "غداه") || sentence.isAt(i, "lendemain") || english) {
                return true;
            }
        }
        return false;
    }
}
