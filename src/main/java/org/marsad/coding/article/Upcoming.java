package org.marsad.coding.article;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.marsad.coding.reading.Tense;
import org.marsad.coding.reading.WordSets;
import org.marsad.coding.slot.Draft;
import org.marsad.text.DateExpression;
import org.marsad.text.DatePrecision;

/** A weekday beside something announced is the next of that name: « le sommet se tient mercredi », «تستضيف لندن الثلاثاء مؤتمرا». */
final class Upcoming {
    private static final Set<String> BEGINNING = WordSets.get("opening");
    private static final Set<String> NEAR_DAYS = WordSets.get("near-days");
    private static final int CARRIER_REACH = 10;
    private static final int WEEK = 7;
    /** A present tense may tell of the last days too; a weekday that lies further back is rather the coming one. */
    private static final int NEARER_AHEAD = 4;

    private Upcoming() {}

    /** Moves the day of what is only announced from the week before publication into the week after it. */
    static void settle(Draft draft, @Nullable LocalDate published) {
        var date = draft.date;
        if (published != null && date != null && isTooLate(draft, date, published)) {
            // « condamné dans une affaire qui l'empêche de se présenter l'année prochaine »
            draft.date = draft.sentence.dates.stream()
                    .map(item -> item.value())
                    .filter(other -> other.precision() == DatePrecision.DAY
                            && !other.start().isAfter(published))
                    .findFirst()
                    .orElse(null);
            return;
        }
        if (published == null
                || date == null
                || !draft.kind.planned()
                || date.basis() != DateExpression.Basis.RELATIVE
                || date.precision() != DatePrecision.DAY
                || !isWeekday(draft, date)) {
            return;
        }
        long ago = published.toEpochDay() - date.end().toEpochDay();
        boolean ahead = draft.tense == Tense.FUTURE && ago > 0 || isPresent(draft) && ago >= NEARER_AHEAD && ago < WEEK;
        if (ahead) {
            draft.date = new DateExpression(
                    date.span(),
                    date.start().plusDays(WEEK),
                    date.end().plusDays(WEEK),
                    date.precision(),
                    date.basis());
        }
    }

    /** "Next week: the bloc meets in Johannesburg": a plan without a day is none. */
    static boolean isVague(Draft draft, @Nullable LocalDate published) {
        var date = draft.date;
        return published != null
                && date != null
                && draft.tense != Tense.PAST
                && date.precision() == DatePrecision.WEEK
                && date.basis() == DateExpression.Basis.RELATIVE
                && date.start().isAfter(published);
    }

    /** Whether what is told as past would be to come. */
    private static boolean isTooLate(Draft draft, DateExpression date, LocalDate published) {
        return draft.tense == Tense.PAST
                && date.start().isAfter(published)
                && (draft.kind.plover().equals("PROTEST") || !draft.kind.planned())
                && (date.basis() == DateExpression.Basis.RELATIVE
                        || draft.kind.plover().equals("PROTEST"));
    }

    /** Whether its verb, or the one that carries its noun, is in the present: « le sommet se tient », «تنطلق القمة». */
    private static boolean isPresent(Draft draft) {
        var sentence = draft.sentence;
        if (draft.tense != Tense.SINGULAR) {
            return draft.tense == Tense.PRESENT;
        }
        for (int i = 0; i < sentence.size(); i++) {
            if (Math.abs(i - draft.at) <= CARRIER_REACH
                    && sentence.clause(i) == sentence.clause(draft.at)
                    && BEGINNING.contains(sentence.word(i).text())) {
                return true;
            }
        }
        return false;
    }

    /** Whether the date is a bare weekday: neither "yesterday" nor "last Tuesday". */
    private static boolean isWeekday(Draft draft, DateExpression date) {
        return draft.sentence.dates.stream()
                .anyMatch(item -> item.value() == date
                        && item.end() - item.begin() == 1
                        && !NEAR_DAYS.contains(draft.sentence.word(item.begin()).text()));
    }
}
