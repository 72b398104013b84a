package org.marsad.coding.merge;

import java.util.Set;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.reading.WordSets;
import org.marsad.coding.slot.Draft;
import org.marsad.text.DatePrecision;

/**
 * Chronologies: a sentence that opens with its day tells of another incident than one that opens with another day, even on the
 * day before or after and at the same place; so does one that opens with "The next day" or "A day earlier".
 */
final class OtherDays {
    /** Where in its sentence a date that opens it begins, at most: "On the night of 12 March", "• Night of". */
    private static final int OPENING = 5;

    /** The same of one that is its first word but for "on", "last" or "the". */
    private static final int FIRST = 2;

    private static final Set<String> STORY = WordSets.get("story-days");
    private static final Set<String> TOLL = WordSets.get("toll");
    private static final Set<String> REACHING = WordSets.get("reaching");

    private OtherDays() {}

    static boolean part(Draft one, Draft draft) {
        if (one.mentions.contains(draft.sentence)
                || draft.definite
                || one.dateInherited
                || draft.dateInherited
                || !isDay(one)
                || !isDay(draft)) {
            return false;
        }
        var a = java.util.Objects.requireNonNull(one.date);
        var b = java.util.Objects.requireNonNull(draft.date);
        boolean apart = a.end().isBefore(b.start()) || b.end().isBefore(a.start());
        return apart
                && opens(draft.sentence, draft)
                && (isOfStory(draft.sentence, draft)
                        || isFirst(draft.sentence, draft)
                                && !isOfToll(draft.sentence)
                                && (Agreement.tollsDiffer(one, draft) || isOfNextParagraph(one, draft))
                        || one.mentions.stream().anyMatch(sentence -> opens(sentence, one)));
    }

    private static boolean isDay(Draft draft) {
        return draft.date != null && draft.date.precision() == DatePrecision.DAY && !draft.dateOfNews;
    }

    /** Whether the date of a draft opens a sentence, or stands in the line above. */
    private static boolean opens(Sentence sentence, Draft draft) {
        if (sentence.day != null && sentence.day == draft.date) {
            return true;
        }
        return sentence.dates.stream()
                .anyMatch(item -> item.value() == draft.date
                        && item.begin() - sentence.start() <= OPENING
                        && sentence.clause(item.begin()) == 0
                        && sentence.sayings.stream().noneMatch(saying -> saying < item.begin()));
    }

    private static boolean isOfNextParagraph(Draft one, Draft draft) {
        return draft.told
                && draft.kind.isViolence()
                && one.mentions.getLast().paragraph != draft.sentence.paragraph
                && !one.mentions.getLast().title;
    }

    private static boolean isFirst(Sentence sentence, Draft draft) {
        return sentence.dates.stream()
                .anyMatch(item -> item.value() == draft.date && item.begin() - sentence.start() <= FIRST);
    }

    /** "On Sunday the toll rose to 160": of what was told before. */
    private static boolean isOfToll(Sentence sentence) {
        return sentence.words.stream()
                .anyMatch(word -> word.readings().stream()
                        .anyMatch(reading -> TOLL.contains(reading.stem()) || REACHING.contains(reading.stem())));
    }

    private static boolean isOfStory(Sentence sentence, Draft draft) {
        return sentence.dates.stream()
                .filter(item -> item.value() == draft.date)
                .anyMatch(item -> {
                    for (int i = item.begin(); i < item.end(); i++) {
                        if (STORY.contains(sentence.word(i).text())) {
                            return true;
                        }
                    }
                    return false;
                });
    }
}
