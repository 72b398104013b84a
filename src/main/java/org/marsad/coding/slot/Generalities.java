package org.marsad.coding.slot;

import org.marsad.coding.reading.Lexicon;
import org.marsad.coding.reading.Phrases;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.reading.Tense;
import org.marsad.coding.reading.Trigger;
import org.marsad.coding.reading.Word;
import org.marsad.text.DateExpression;
import org.marsad.text.DatePrecision;

/** What is said of many incidents at once, and what only seems to be denied. */
public final class Generalities {
    private static final int MANY_REACH = 10;

    private Generalities() {}

    /** "have killed hundreds of people in recent years": a toll of all of them. */
    public static boolean isOfYears(Phrases.Hit<Lexicon.Cue> cue, Trigger trigger) {
        var sentence = trigger.sentence();
        return trigger.kind().isViolence()
                && (sentence.isAt(cue.end() - 1, "years", "months", "annees", "mois", "decade", "decades", "decennie")
                        || sentence.isAt(cue.end() - 2, "السنوات", "الاعوام", "الاشهر")
                        || sentence.isAt(cue.end() - 3, "السنوات"))
                && sentence.dates.isEmpty();
    }

    /** "closed since 2020", « portés disparus depuis lundi »; not "held each year since 2005, it opened on Monday". */
    static boolean lasts(Trigger trigger, Sentence.Item<DateExpression> since) {
        return (trigger.kind().lasting() || trigger.kind().key().equals("disappearance"))
                && (since.value().precision() != DatePrecision.YEAR
                        || trigger.sentence().dates.stream()
                                .noneMatch(item -> item.value().precision() == DatePrecision.DAY));
    }

    /** "left the town that it had freed in 2013": not the year of leaving. */
    public static boolean isYearOfOther(Draft draft, Draft other) {
        var date = other.date;
        return other.sentence == draft.sentence
                && date != null
                && date.precision() == org.marsad.text.DatePrecision.YEAR;
    }

    /** "travelled to the scene of the attack on Tuesday": the day of the journey. */
    static boolean isOfJourney(Trigger trigger, Sentence.Item<DateExpression> item) {
        return trigger.isNoun()
                && item.begin() >= trigger.end()
                && trigger.sentence().isAt(trigger.begin() - 3, "scene", "site", "lieu", "lieux");
    }

    /** "attacks that have killed hundreds and forced thousands to flee": what many of them did, on no day. */
    public static boolean isOfMany(Lexicon lexicon, Trigger trigger) {
        var sentence = trigger.sentence();
        if (!trigger.kind().isViolence() || !sentence.dates.isEmpty()) {
            return false;
        }
        if (trigger.isNoun()) {
            return trigger.tense() == Tense.PLURAL && isPerfect(sentence, trigger.end());
        }
        for (int i = trigger.begin() - 1; i >= Math.max(1, trigger.begin() - MANY_REACH); i--) {
            if (isPerfect(sentence, i)) {
                return lexicon.triggers.at(sentence.words, i - 1).stream()
                        .anyMatch(hit -> hit.value().tense() == Tense.PLURAL
                                && hit.value().kind().isViolence());
            }
        }
        return false;
    }

    /** "that have", « qui ont », with no comma before. */
    private static boolean isPerfect(Sentence sentence, int at) {
        return sentence.isAt(at, "that", "which", "qui")
                && sentence.word(at).before() == Word.Gap.NONE
                && sentence.isAt(at + 1, "have", "has", "ont");
    }

    /** "denied any gains, saying it had repelled the attack": what is said instead did happen. */
    public static boolean isCorrected(Sentence sentence, int from, int to) {
        for (int i = from; i < to; i++) {
            if (sentence.isAt(i, "saying", "adding", "insisting", "claiming", "stressing", "affirmant", "assurant")
                    || sentence.isAt(
                            i, "precisant", "ajoutant", "soutenant", "موكدا", "موكده", "مضيفا", "قايلا", "قايله")) {
                return true;
            }
        }
        return false;
    }
}
