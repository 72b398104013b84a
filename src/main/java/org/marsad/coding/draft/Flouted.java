package org.marsad.coding.draft;

import java.util.Set;
import org.marsad.coding.reading.Tense;
import org.marsad.coding.reading.Trigger;
import org.marsad.coding.reading.Word;
import org.marsad.coding.reading.WordSets;
import org.marsad.text.DatePrecision;
import org.marsad.text.Patterns;

/** Agreements that are only broken or held against what is told: "despite the ceasefire", «خرق للهدنة», « en violation de la trêve ». */
final class Flouted {
    private static final Set<String> FLOUTING = WordSets.get("flouting");
    private static final Set<String> RESPECTING = WordSets.get("respecting");
    private static final int REACH = 4;
    private static final Set<String> SIGNATORY = WordSets.get("signatory");
    private static final Set<String> EXPIRED = WordSets.get("expired");
    private static final int EXPIRED_REACH = 12;

    private Flouted() {}

    /** Whether a noun is such an agreement, or a protest that was still to come. */
    static boolean is(Trigger trigger) {
        return isBroken(trigger)
                || isOver(trigger)
                || isOfSignatories(trigger)
                || isAhead(trigger)
                || isOvercome(trigger);
    }

    /** "groups signatory to the 2015 peace agreement", « les mouvements signataires de l'accord »: who they are. */
    private static boolean isOfSignatories(Trigger trigger) {
        var sentence = trigger.sentence();
        if (!trigger.isNoun() || !trigger.kind().family().equals("agreement")) {
            return false;
        }
        for (int i = trigger.begin() - 1; i >= Math.max(sentence.start(), trigger.begin() - REACH); i--) {
            if (sentence.word(i).readings().stream().anyMatch(reading -> SIGNATORY.contains(reading.stem()))) {
                return true;
            }
        }
        return false;
    }

    /** "The truce … expired on Saturday", « la trêve a volé en éclats », «انتهت الهدنة»: an agreement's end. */
    private static boolean isOver(Trigger trigger) {
        if (!Patterns.matches(trigger.kind().family(), "agreement|mandate")) {
            return false;
        }
        var sentence = trigger.sentence();
        for (int i = trigger.end(); i < Math.min(sentence.size(), trigger.end() + EXPIRED_REACH); i++) {
            if (sentence.word(i).before() != Word.Gap.NONE) {
                return false;
            }
            if (EXPIRED.contains(sentence.word(i).text())) {
                return true;
            }
        }
        // «انتهت الهدنة»
        return sentence.isAt(trigger.begin() - 1, "انتهت", "انهارت", "انهار", "انقضت", "انقضاء");
    }

    /** "Despite its expulsion from the towns in 2012, the group …": long ago. */
    private static boolean isOvercome(Trigger trigger) {
        var sentence = trigger.sentence();
        int at = trigger.begin();
        return at - sentence.start() <= 2
                && sentence.isAt(sentence.start(), "despite", "malgre", "ورغم", "رغم")
                && sentence.dates.stream().noneMatch(item -> item.value().precision() == DatePrecision.DAY)
                && !sentence.dates.isEmpty();
    }

    /** « arrêtés avant des manifestations », "ahead of the protests" */
    private static boolean isAhead(Trigger trigger) {
        var sentence = trigger.sentence();
        int at = trigger.begin();
        return trigger.isNoun()
                && trigger.kind().key().equals("protest")
                && (sentence.isAt(at - 1, "before", "avant", "قبل", "قبيل")
                        || sentence.isAt(at - 1, "the", "a", "des", "les", "la", "une", "planned", "of")
                                && sentence.isAt(at - 2, "before", "ahead", "avant")
                        || sentence.isAt(at - 3, "ahead"));
    }

    private static boolean isBroken(Trigger trigger) {
        boolean named = trigger.isNoun() || trigger.tense() == Tense.PARTICIPLE && trigger.passive();
        if (!named || !Patterns.matches(trigger.kind().family(), "agreement|sanction|mandate")) {
            return false;
        }
        var sentence = trigger.sentence();
        for (int i = trigger.begin() - 1; i >= Math.max(0, trigger.begin() - REACH); i--) {
            if (sentence.clause(i) != sentence.clause(trigger.begin())) {
                return false;
            }
            if (sentence.word(i).readings().stream()
                    .anyMatch(reading -> FLOUTING.contains(reading.stem())
                            // « ont promis de respecter l'embargo »
                            || trigger.kind().family().equals("sanction") && RESPECTING.contains(reading.stem()))) {
                return true;
            }
        }
        return false;
    }
}
