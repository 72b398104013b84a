package org.marsad.coding.draft;

import java.util.Set;
import org.marsad.coding.reading.Tense;
import org.marsad.coding.reading.Trigger;
import org.marsad.coding.reading.WordSets;

/**
 * English words that leave a deed undone, or tell of no single one: "kept the envoys from leaving", "asked for their
 * release", "while visiting troops", "has for over a decade battled".
 */
final class Undone {
    private static final Set<String> PREVENTING = WordSets.get("preventing-en");
    private static final Set<String> REQUESTING = WordSets.get("requesting-en");
    private static final Set<String> STRETCH = Set.of("decade", "decades", "years", "year");
    private static final int PREVENTING_REACH = 8;
    private static final int REQUEST_REACH = 7;

    private Undone() {}

    static boolean is(Trigger trigger) {
        return isPrevented(trigger)
                || isRequested(trigger)
                || isCircumstance(trigger)
                || isOfYears(trigger)
                || isStage(trigger);
    }

    /** "tried to keep the envoys from leaving", "barred aid workers from entering". */
    private static boolean isPrevented(Trigger trigger) {
        var sentence = trigger.sentence();
        if (trigger.tense() != Tense.GERUND || !sentence.isAt(trigger.begin() - 1, "from")) {
            return false;
        }
        for (int i = trigger.begin() - 2; i >= Math.max(0, trigger.begin() - PREVENTING_REACH); i--) {
            if (PREVENTING.contains(sentence.word(i).text())) {
                return true;
            }
        }
        return false;
    }

    /** "asked for their immediate release", "an appeal for a ceasefire": what is asked for is not there yet. */
    private static boolean isRequested(Trigger trigger) {
        var sentence = trigger.sentence();
        if (!trigger.isNoun() || trigger.kind().isViolence()) {
            return false;
        }
        for (int i = trigger.begin() - 1; i > Math.max(0, trigger.begin() - REQUEST_REACH); i--) {
            if (sentence.clause(i) != sentence.clause(trigger.begin())) {
                return false;
            }
            if (sentence.isAt(i, "discuss", "discussing", "consider", "considering", "debate", "propose")) {
                return true;
            }
            if (sentence.isAt(i, "for", "on")
                    && REQUESTING.contains(sentence.word(i - 1).text())) {
                return true;
            }
        }
        return false;
    }

    /** "died while visiting the front": not told for itself. */
    private static boolean isCircumstance(Trigger trigger) {
        return trigger.tense() == Tense.GERUND
                && trigger.kind().family().equals("meeting")
                && trigger.sentence().isAt(trigger.begin() - 1, "while", "when");
    }

    /** "has for over a decade battled an insurgency", "have been fighting for years". */
    private static boolean isOfYears(Trigger trigger) {
        var sentence = trigger.sentence();
        if (!trigger.kind().isViolence() || trigger.isNoun()) {
            return false;
        }
        int from = Math.max(sentence.start(), trigger.begin() - 10);
        boolean perfect = false;
        for (int i = from; i < trigger.begin(); i++) {
            perfect |= sentence.isAt(i, "has", "have") && sentence.clause(i) == sentence.clause(trigger.begin());
        }
        perfect |= sentence.isAt(trigger.begin() - 1, "insurgency", "insurgencies", "rebellion", "conflict", "war");
        if (!perfect) {
            return false;
        }
        for (int i = from; i < Math.min(sentence.size(), trigger.end() + 12); i++) {
            if (STRETCH.contains(sentence.word(i).text())
                    && (sentence.isAt(i - 1, "for")
                            || sentence.isAt(i - 2, "for", "over", "than", "nearly", "almost")
                            || sentence.isAt(i - 3, "for"))) {
                return true;
            }
        }
        return false;
    }

    /** "repeated the charge at a rally": where something was said. */
    private static boolean isStage(Trigger trigger) {
        var sentence = trigger.sentence();
        int at = trigger.begin();
        return trigger.isNoun()
                && trigger.kind().key().equals("protest")
                && sentence.isAt(at, "rally")
                && (sentence.isAt(at - 1, "a", "the") && sentence.isAt(at - 2, "at")
                        || sentence.isAt(at - 3, "at") && sentence.isAt(at - 2, "a", "the"));
    }
}
