package org.marsad.coding.slot.where;

import org.marsad.coding.reading.Sentence;
import org.marsad.coding.reading.Trigger;
import org.marsad.coding.slot.who.Parties;
import org.marsad.geocode.Mention;

/** Places where something was said, beside those where it happened. */
public final class Newsrooms {
    private Newsrooms() {}

    /** « a annoncé l'état-major à Paris »: where it was said. */
    static boolean isOne(Trigger trigger, Sentence.Item<Mention> item) {
        var sentence = trigger.sentence();
        int own = SceneCosts.distance(sentence, trigger, item);
        for (int saying : sentence.sayings) {
            boolean beyond = saying < trigger.begin() == item.begin() < trigger.begin();
            int to = Math.min(sentence.distance(saying, item.begin()), sentence.distance(saying, item.end() - 1));
            // "killed nine in Sabha, the mayor announced": the comma parts what was said from who said it.
            boolean told = item.begin() >= trigger.end()
                    && saying >= item.end()
                    && (PlaceWords.isCommaWithin(sentence, item.end(), saying) || isLedIn(sentence, saying));
            if (beyond
                    && !told
                    && to
                            <= (saying > trigger.begin()
                                            && Parties.isCapital(item.value().place())
                                    ? 9
                                    : 6)
                    && to < own
                    && !(saying < item.begin()
                            && item.end() <= trigger.begin()
                            && sentence.clause(saying) != sentence.clause(item.begin()))) {
                return true;
            }
        }
        return false;
    }

    /** "In Maputo, a spokesman told reporters that the police had arrested": where it was told. */
    static boolean isBriefing(Trigger trigger, Sentence.Item<Mention> item) {
        var sentence = trigger.sentence();
        return item.end() <= trigger.begin()
                && sentence.sayings.stream()
                        .anyMatch(saying -> saying >= item.end()
                                && saying < trigger.begin()
                                && sentence.sayings.indexOf(saying) == 0
                                && sentence.clause(saying) != sentence.clause(trigger.begin()));
    }

    /** « selon la police », «على ما أوردت الوكالة»: who says it stands apart from what is said. */
    public static boolean isLedIn(Sentence sentence, int saying) {
        return sentence.isAt(saying, "selon", "according", "بحسب", "حسب", "وفق", "وفقا", "حسبما", "وفقما")
                || sentence.isAt(saying - 1, "ما") && sentence.isAt(saying - 2, "علي");
    }
}
