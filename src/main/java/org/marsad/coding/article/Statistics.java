package org.marsad.coding.article;

import java.util.List;
import org.marsad.coding.reading.Lexicon;
import org.marsad.coding.reading.Where;
import org.marsad.coding.slot.Draft;
import org.marsad.text.DatePrecision;

/** Figures of many incidents: what groups did from June to September, whom a war has killed, how many were killed in a year. */
final class Statistics {
    /** Dead of a whole war rather than of one day. */
    static final int LARGE_TOLL = 2000;

    /** Days of which a figure is a sum. */
    private static final int LONG = 45;

    private static final int YEAR = 364;
    /** Sentences in which a report goes on with such figures, at most. */
    private static final int REACH = 4;

    private Statistics() {}

    static void clean(List<Draft> drafts) {
        var months = drafts.stream().filter(Statistics::isOfMonths).toList();
        drafts.removeIf(draft -> draft.kind.isViolence()
                && (isOfWar(draft)
                        || isOfMonths(draft)
                        || isOfYear(draft)
                        || isBreakdown(draft)
                        || months.stream().anyMatch(sum -> isUnder(draft, sum))));
    }

    /** "The militia killed 71 of them, and the army 36": figures that follow those of such months. */
    private static boolean isUnder(Draft draft, Draft sum) {
        int apart = draft.sentence.index - sum.sentence.index;
        return apart > 0
                && apart <= REACH
                && draft.date == null
                && draft.counts.stream().anyMatch(count -> count.figure() != null)
                && draft.places().stream().allMatch(place -> Where.rank(place) > 1);
    }

    /** "Of these 350, 125 were shot": a part of a number told before. */
    private static boolean isBreakdown(Draft draft) {
        var sentence = draft.sentence;
        int start = sentence.start();
        return draft.date == null
                && !draft.hasFinePlace()
                && sentence.isAt(start, "of", "among", "parmi", "ومن", "من")
                && (sentence.isAt(
                                start + 1, "these", "those", "them", "the", "ces", "eux", "elles", "les", "هولاء",
                                "هذه")
                        || sentence.isAt(start, "ومن", "من") && sentence.isAt(start + 1, "بين", "بينهم"));
    }

    /** "The insurgency has killed over 40,000 people." */
    private static boolean isOfWar(Draft draft) {
        var date = draft.date;
        return !draft.sentence.title
                && draft.counts.stream().anyMatch(count -> count.low() >= LARGE_TOLL)
                && (date == null && !draft.hasFinePlace() || date != null && date.precision() != DatePrecision.DAY);
    }

    /** "Between June and September the group killed 342 people in the province." */
    private static boolean isOfMonths(Draft draft) {
        var date = draft.date;
        if (date == null
                || draft.where.border() != null
                || draft.places().stream().anyMatch(place -> Where.rank(place) <= 1)) {
            return false;
        }
        long days = date.end().toEpochDay() - date.start().toEpochDay();
        return days > LONG && days < YEAR;
    }

    /** "350 fighters neutralised in 2016" */
    private static boolean isOfYear(Draft draft) {
        var date = draft.date;
        return date != null
                && date.precision() == DatePrecision.YEAR
                && !draft.hasFinePlace()
                && !draft.anaphoric
                && draft.kind.rank() <= 3
                && draft.counts.stream()
                        .anyMatch(count -> count.harm() == Lexicon.Harm.KILLED && count.figure() != null);
    }
}
