package org.marsad.coding.article;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.reading.WordSets;
import org.marsad.coding.slot.Draft;
import org.marsad.text.DateExpression;

/**
 * The days that a communiqué or a round-up covers, as its title or first lines state them: « Bilan opérationnel du 29 janvier
 * au 4 février », "week of 3 to 9 March". What it tells without a day of its own was then.
 */
final class Period {
    private static final int LINES = 3;
    /** Lines in which Arabic bulletins name it: «خلال الفترة الممتدة من … إلى …». */
    private static final int NAMED_LINES = 5;

    private static final int LONGEST = 31;
    private static final Set<String> COVERS = WordSets.get("covers");

    private final @Nullable DateExpression days;

    Period(List<Sentence> sentences) {
        var named = find(sentences, NAMED_LINES, Period::names);
        this.days = named == null ? find(sentences, LINES, Period::covers) : named;
    }

    private static @Nullable DateExpression find(List<Sentence> sentences, int lines, Predicate<Sentence> states) {
        return sentences.stream()
                .limit(lines)
                .filter(states)
                .flatMap(sentence -> sentence.dates.stream())
                .map(Sentence.Item::value)
                .filter(Period::isStretch)
                .findFirst()
                .orElse(null);
    }

    private static boolean covers(Sentence sentence) {
        return sentence.words.stream()
                .anyMatch(word -> word.readings().stream().anyMatch(reading -> COVERS.contains(reading.stem())));
    }

    private static boolean names(Sentence sentence) {
        return sentence.words.stream()
                .anyMatch(word -> word.readings().stream()
                        .anyMatch(reading -> reading.stem().equals("فتره")));
    }

    /** Whether a line without a stop states the days that a bulletin covers. */
    static boolean isHeading(Sentence sentence) {
        return sentence.index < LINES
                && !sentence.isClosed()
                && covers(sentence)
                && sentence.dates.stream().map(Sentence.Item::value).anyMatch(Period::isStretch);
    }

    private static boolean isStretch(DateExpression date) {
        long length = date.end().toEpochDay() - date.start().toEpochDay();
        return length >= 2 && length <= LONGEST;
    }

    /** Whether an event is dated "last week" only, and the text says which days those were. */
    boolean isFinerThan(@Nullable DateExpression date) {
        return days != null
                && date != null
                && date.precision() == org.marsad.text.DatePrecision.WEEK
                && date.basis() == DateExpression.Basis.RELATIVE
                && !days.end().isBefore(date.start())
                && !days.start().isAfter(date.end());
    }

    /** Dates an event that says no day. */
    void lend(Draft draft) {
        if (days != null && !draft.earlier) {
            draft.date = days;
            draft.dateInherited = true;
        }
    }
}
