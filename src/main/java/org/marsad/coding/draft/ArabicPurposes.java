package org.marsad.coding.draft;

import java.util.Set;
import java.util.stream.IntStream;
import org.marsad.coding.reading.Tense;
import org.marsad.coding.reading.Trigger;
import org.marsad.coding.reading.WordSets;
import org.marsad.text.Patterns;

/** Arabic verbal nouns that say what for, or what is asked for: neither has happened. */
final class ArabicPurposes {
    private static final Set<String> SUFFER = WordSets.get("suffer-ar");
    private static final Set<String> DEMANDING = WordSets.get("demanding-ar");
    private static final int SUFFERED_REACH = 7;

    private ArabicPurposes() {}

    static boolean is(Trigger trigger) {
        return isPurpose(trigger) || isDemand(trigger);
    }

    /** «لشن هجوم», «لقتل»: a verbal noun after ل says what for. */
    private static boolean isPurpose(Trigger trigger) {
        return trigger.isNoun()
                && trigger.reading().particles().endsWith("ل")
                && !trigger.reading().definite()
                && trigger.tense() == Tense.SINGULAR
                && !isSuffered(trigger);
    }

    /** «تطالب الإمارات … بالإفراج عن الطاقم»: what is asked for, however far behind. */
    private static boolean isDemand(Trigger trigger) {
        return trigger.isNoun()
                && Patterns.matches(trigger.kind().family(), "release|withdrawal|lifting")
                && trigger.reading().particles().endsWith("ب")
                && IntStream.range(trigger.sentence().start(), trigger.begin())
                        .anyMatch(i -> trigger.sentence().isOf(i, DEMANDING));
    }

    /** «تعرض معسكر موندورو لهجوم»: the verb stands before its subject. */
    private static boolean isSuffered(Trigger trigger) {
        var sentence = trigger.sentence();
        for (int i = trigger.begin() - 1; i >= Math.max(0, trigger.begin() - SUFFERED_REACH); i--) {
            if (SUFFER.contains(sentence.word(i).text())) {
                return true;
            }
        }
        return false;
    }
}
