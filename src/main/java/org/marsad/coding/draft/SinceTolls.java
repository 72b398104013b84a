package org.marsad.coding.draft;

import java.util.Set;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.reading.Tense;
import org.marsad.coding.reading.Trigger;
import org.marsad.coding.reading.WordSets;
import org.marsad.coding.slot.Generalities;
import org.marsad.coding.slot.when.When;
import org.marsad.text.DateExpression;
import org.marsad.text.Patterns;

/** "20,000 people have been killed since 2015": a toll over years, unless it is the first or worst of them. */
final class SinceTolls {
    private static final Set<String> FIRST = WordSets.get("first");
    /** Words from a deed to "the worst" that is said of it, at most. */
    private static final int REACH = 10;

    private SinceTolls() {}

    static boolean is(Trigger trigger) {
        var sentence = trigger.sentence();
        if (trigger.kind().lasting()
                || Patterns.matches(trigger.kind().mode(), "abduct|arrest")
                || trigger.kind().key().equals("lifting")) {
            return false;
        }
        int clause = sentence.clause(trigger.begin());
        boolean other = sentence.dates.stream()
                .anyMatch(item -> sentence.clause(item.begin()) == clause
                        && !When.isBeginning(sentence, item)
                        && !isOfSource(sentence, trigger, item));
        boolean since = sentence.dates.stream()
                .anyMatch(item -> When.isBeginning(sentence, item)
                        && !isOfThisFight(trigger, item)
                        && Math.abs(sentence.clause(item.begin()) - clause) <= 1
                        && (!sentence.isRelative(item.begin())
                                || sentence.isRelative(trigger.begin())
                                || trigger.tense() == Tense.PLURAL && !trigger.isDefinite())
                        && When.isBare(sentence, item));
        if (!since || other) {
            return false;
        }
        for (int i = sentence.start(); i < sentence.size(); i++) {
            if ((i < trigger.begin() || sentence.distance(i, trigger.begin()) <= REACH)
                    && sentence.word(i).readings().stream().anyMatch(reading -> FIRST.contains(reading.stem()))) {
                return false;
            }
        }
        return true;
    }

    /** "has raged since Tuesday": what began so lately is told for itself, unless it only says of something what befell it. */
    private static boolean isOfThisFight(Trigger trigger, Sentence.Item<DateExpression> since) {
        var sentence = trigger.sentence();
        return Generalities.isOfTheseDays(since.value())
                && (!sentence.isRelative(trigger.begin())
                        || sentence.clause(since.begin()) == sentence.clause(trigger.begin()));
    }

    /** "… since 2016, according to figures published on Sunday": the day of the paper. */
    private static boolean isOfSource(Sentence sentence, Trigger trigger, Sentence.Item<DateExpression> item) {
        for (int i = trigger.end(); i < item.begin(); i++) {
            if (sentence.isAt(i, "selon", "according", "بحسب", "وفق", "وفقا", "حسب")) {
                return true;
            }
        }
        return false;
    }
}
