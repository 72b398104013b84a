package org.marsad.coding.slot.when;

import java.util.List;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.reading.Tense;
import org.marsad.coding.reading.Trigger;
import org.marsad.coding.reading.Word;
import org.marsad.coding.slot.where.Newsrooms;
import org.marsad.text.DateExpression;
import org.marsad.text.DatePrecision;

/** Days on which something was said, which need not be those on which it happened. */
public final class StatementDays {
    /** "said in a statement late on Thursday". */
    private static final int REPORT_REACH = 7;

    private StatementDays() {}

    /** "announced on Sunday the death of", «أعلن الجيش، الأحد، مقتل»: the day may be that of the news only. */
    public static boolean isOfNews(Trigger trigger, DateExpression date) {
        var sentence = trigger.sentence();
        return trigger.isNoun()
                && trigger.kind().isViolence()
                && sentence.dates.stream()
                        .anyMatch(item -> item.value().equals(date)
                                && item.end() <= trigger.begin()
                                && sentence.sayings.stream()
                                        .anyMatch(saying -> saying < item.begin()
                                                && sentence.clause(saying) == sentence.clause(trigger.begin())));
    }

    /** Whether a day or some days follow the trigger in its clause, and no other trigger between. */
    static boolean isDatedAfter(Sentence sentence, Trigger trigger, List<Trigger> others) {
        return !sentence.sayings.isEmpty()
                && sentence.sayings.getFirst() < trigger.begin()
                && sentence.dates.stream()
                        .anyMatch(item -> item.begin() >= trigger.end()
                                && item.value().precision() == DatePrecision.DAY
                                && sentence.clause(item.begin()) == sentence.clause(trigger.begin())
                                && !When.isBeginning(sentence, item)
                                && others.stream()
                                        .noneMatch(other ->
                                                other.begin() >= trigger.end() && other.begin() < item.begin()));
    }

    /** "said on Monday that": the day of the statement, unless a trigger stands nearer. */
    public static boolean isOfReport(Sentence sentence, Sentence.Item<DateExpression> item, List<Trigger> triggers) {
        int nearest = REPORT_REACH;
        boolean several = sentence.dates.size() > 1;
        for (int saying : sentence.sayings) {
            boolean follows = saying > item.begin();
            int distance = follows ? saying - item.end() + 1 : item.begin() - saying;
            // «نشرت … 600 جندي»: that word says what was done.
            boolean deed = triggers.stream()
                    .anyMatch(trigger -> !trigger.isNoun() && trigger.begin() == saying && trigger.end() > saying + 1);
            // "According to the commander, on 12 June troops rescued".
            deed |= !follows && Newsrooms.isLedIn(sentence, saying) && isSaidBefore(sentence, saying, item.begin());
            if (deed || distance >= (follows ? 5 : REPORT_REACH)) {
                continue;
            }
            // "On Monday the army said that … on Sunday": before the verb only where another date is left for the
            // event.
            if (sentence.clause(saying) == sentence.clause(item.begin())
                    && (!follows || several && item.begin() <= 1)) {
                nearest = Math.min(nearest, distance);
            }
        }
        if (nearest == REPORT_REACH && isOfAnnouncement(sentence, item, triggers)) {
            return true;
        }
        if (nearest == REPORT_REACH) {
            return false;
        }
        for (var trigger : triggers) {
            // «أعلن الجمعة عن استعادة المدينة»: the particle stands between.
            int particle = trigger.isNoun() && sentence.isAt(trigger.begin() - 1, "عن") ? 1 : 0;
            if (When.cost(sentence, trigger, item) <= nearest + particle) {
                return false;
            }
        }
        return true;
    }

    /** "On Monday the government announced the death of …", « Lundi, il a annoncé 132 tués »: the day of the news. */
    private static boolean isOfAnnouncement(
            Sentence sentence, Sentence.Item<DateExpression> item, List<Trigger> triggers) {
        if (item.begin() > sentence.start() + 1) {
            return false;
        }
        int saying = sentence.sayings.stream()
                .filter(at -> at >= item.end() && at - item.end() <= 6)
                .findFirst()
                .orElse(-1);
        return saying >= 0
                && sentence.clause(saying) == sentence.clause(item.begin())
                && triggers.stream()
                        .filter(trigger -> !trigger.kind().family().equals("accusation"))
                        .allMatch(trigger -> trigger.begin() > saying
                                && trigger.kind().isViolence()
                                && (trigger.isNoun() || trigger.tense() == Tense.PARTICIPLE));
    }

    /** "According to him, on 14 September the troops …", "said that 'on 11 September …": what is said begins with the day. */
    static boolean isSaidBefore(Sentence sentence, int saying, int at) {
        return saying < at
                && (sentence.word(at).before() != Word.Gap.NONE
                        || at - 1 > saying && sentence.word(at - 1).before() != Word.Gap.NONE);
    }
}
