package org.marsad.coding.slot;

import java.util.List;
import org.marsad.coding.reading.Lexicon;
import org.marsad.coding.reading.Tense;
import org.marsad.coding.reading.Trigger;

/** Words that call an incident a further one: "another attack", « une autre attaque ». */
public final class FurtherOnes {
    private static final int RECALL_REACH = 7;

    private FurtherOnes() {}

    public static boolean isAnother(Trigger trigger) {
        var sentence = trigger.sentence();
        // "eight others wounded", « huit autres blessés »: of the same incident.
        boolean others = trigger.kind().key().equals("killing") && isOfOthers(trigger);
        // "They also agreed on a bank": at the same meeting.
        boolean along = trigger.kind().family().equals("agreement")
                && trigger.sentence().dates.isEmpty()
                && trigger.sentence().isAt(trigger.begin() - 1, "also", "egalement", "aussi");
        if (along) {
            return false;
        }
        return isEarlier(trigger)
                || isRecalled(trigger)
                || !others
                        && sentence.cues.stream()
                                .anyMatch(cue -> cue.value().kind() == Lexicon.CueKind.ANOTHER
                                        // «في وقت سابق»: of the report.
                                        && !trigger.sentence().isAt(cue.begin() - 1, "وقت")
                                        && !isOfNext(trigger, cue.begin())
                                        && (Math.abs(cue.begin() - trigger.begin()) <= 2
                                                || cue.begin() == trigger.end()));
    }

    /** "The farmers were killed as they worked in X, Y and Z": those whom the text counted before. */
    public static boolean isOfVictims(Draft draft) {
        var sentence = draft.sentence;
        return draft.isPassive
                && draft.counts.isEmpty()
                && sentence.isAt(sentence.start(), "the", "these", "those", "all", "les", "ces", "tous")
                && draft.at - sentence.start() <= 4;
    }

    /** "one wounded, and also caused damage": said of the verb that follows. */
    private static boolean isOfNext(Trigger trigger, int cue) {
        return cue > trigger.end()
                && trigger.sentence().isAt(cue, "also", "aussi", "egalement", "ايضا", "كذلك")
                && trigger.sentence().isAt(cue - 1, "and", "but", "et", "mais", "a", "ont", "has", "have");
    }

    private static boolean isOfOthers(Trigger trigger) {
        var sentence = trigger.sentence();
        // "slaughtered two, then killed the other four"
        if (sentence.isAt(trigger.end(), "the", "les")
                && sentence.isAt(trigger.end() + 1, "other", "others", "autres")) {
            return true;
        }
        for (int i = trigger.begin() - 1; i >= Math.max(0, trigger.begin() - 3); i--) {
            if (sentence.isAt(i, "others", "autres", "autre")) {
                return true;
            }
        }
        return false;
    }

    /** « ces combats rappellent ceux qui ont coûté la vie au président » */
    private static boolean isRecalled(Trigger trigger) {
        var sentence = trigger.sentence();
        if (trigger.isNoun() || !trigger.kind().isViolence()) {
            return false;
        }
        for (int i = trigger.begin() - 1; i >= Math.max(0, trigger.begin() - RECALL_REACH); i--) {
            if (sentence.isAt(i, "rappellent", "rappelle", "recalls", "recall", "recalled")
                    && sentence.isAt(i + 1, "ceux", "celui", "celle", "celles", "those", "one", "that")) {
                return true;
            }
        }
        return false;
    }

    /** "two days after an attack on the barracks": one that is told here for the first time. */
    private static boolean isEarlier(Trigger trigger) {
        var sentence = trigger.sentence();
        int at = trigger.begin();
        // "a week after a similar attack"
        int article = sentence.isAt(at - 1, "a", "an", "une", "un") ? at - 1 : at - 2;
        return trigger.tense() == Tense.SINGULAR
                && trigger.kind().isViolence()
                && sentence.isAt(article, "a", "an", "another", "une", "un")
                && sentence.isAt(article - 1, "after", "apres", "following")
                && sentence.isAt(
                        article - 2,
                        "days",
                        "weeks",
                        "months",
                        "hours",
                        "day",
                        "week",
                        "month",
                        "jours",
                        "semaines",
                        "mois",
                        "heures");
    }

    /** "and three died in another attack": a further one of the same sentence. */
    public static boolean isSecond(Trigger trigger) {
        return trigger.tense() == Tense.SINGULAR
                && trigger.kind().isViolence()
                && trigger.sentence()
                        .isAt(trigger.begin() - 1, "another", "separate", "autre", "seconde", "deuxieme", "second");
    }

    /** Gives a further incident the words that stand between "and" and its noun. */
    public static void takeOver(List<Trigger> from, Trigger noun, List<Trigger> to) {
        var sentence = noun.sentence();
        int and = -1;
        for (int i = from.getFirst().end(); i < noun.begin(); i++) {
            and = sentence.isAt(i, "and", "et", "while", "tandis") ? i : and;
        }
        int at = and;
        if (at > 0) {
            from.stream().filter(one -> one.begin() > at).forEach(to::add);
            from.removeIf(one -> one.begin() > at);
        }
    }
}
