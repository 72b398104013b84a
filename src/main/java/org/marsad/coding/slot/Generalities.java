package org.marsad.coding.slot;

import org.marsad.coding.reading.Lexicon;
import org.marsad.coding.reading.Phrases;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.reading.Tense;
import org.marsad.coding.reading.Trigger;
import org.marsad.coding.reading.Where;
import org.marsad.coding.reading.Word;
import org.marsad.geocode.Mention;
import org.marsad.text.DateExpression;
import org.marsad.text.DatePrecision;
import org.marsad.text.Language;

/** What is said of many incidents at once, and what only seems to be denied. */
public final class Generalities {
    private static final int MANY_REACH = 10;
    private static final int UP_TO_NOW_REACH = 7;

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
    public static boolean lasts(Trigger trigger, Sentence.Item<DateExpression> since) {
        return (trigger.kind().lasting()
                        || trigger.kind().key().equals("disappearance")
                        || trigger.kind().isViolence() && isOfTheseDays(since.value()))
                && (since.value().precision() != DatePrecision.YEAR
                        || trigger.sentence().dates.stream()
                                .noneMatch(item -> item.value().precision() == DatePrecision.DAY));
    }

    /** "since Wednesday", « depuis lundi »: what goes on from such a day is the news, and no sum of years. */
    public static boolean isOfTheseDays(DateExpression date) {
        return date.precision() == DatePrecision.DAY && date.basis() == DateExpression.Basis.RELATIVE;
    }

    /** "left the town that it had freed in 2013": not the year of leaving. */
    public static boolean isYearOfOther(Draft draft, Draft other) {
        var date = other.date;
        return other.sentence == draft.sentence
                && date != null
                && date.precision() == org.marsad.text.DatePrecision.YEAR;
    }

    /** "travelled to the scene of the attack on Tuesday": the day of the journey. */
    public static boolean isOfJourney(Trigger trigger, Sentence.Item<DateExpression> item) {
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
        if (lexicon.language == Language.EN && isUpToNow(trigger)) {
            return true;
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

    /** "The group has carried out deadly attacks in the north", "have captured thousands": what was done up to now, on no day. */
    private static boolean isUpToNow(Trigger trigger) {
        var sentence = trigger.sentence();
        if (sentence.title
                || sentence.paragraph <= 1
                || !sentence.mentions.stream().allMatch(Generalities::isWide)) {
            return false;
        }
        boolean many = trigger.tense() == Tense.PLURAL;
        for (int i = trigger.end(); i < Math.min(sentence.size(), trigger.end() + MANY_REACH); i++) {
            many |= !trigger.isNoun() && sentence.isAt(i, "thousands", "hundreds", "scores", "dozens", "many");
        }
        for (int i = trigger.begin() - 1; many && i >= Math.max(0, trigger.begin() - UP_TO_NOW_REACH); i--) {
            if (sentence.isAt(i, "has", "have") && sentence.clause(i) == sentence.clause(trigger.begin())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isWide(Sentence.Item<Mention> item) {
        var place = item.value().place();
        return place == null || Where.rank(place) > 1;
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

    /** "for the second time this month", « pour la deuxième fois ce mois-ci », «للمرة الثانية هذا الشهر»: in it others were, too. */
    public static boolean isCounted(Sentence sentence, Sentence.Item<DateExpression> item) {
        int at = item.begin() - 1;
        at = sentence.isAt(at, "in", "en", "au", "this", "ce", "خلال", "في") ? at - 1 : at;
        return item.value().precision() != DatePrecision.DAY
                && (sentence.isAt(at, "time", "fois", "مره") || sentence.isAt(at - 1, "للمره", "المره", "مره"));
    }
}
