package org.marsad.coding;

import java.util.List;

/** Words that call an incident a further one: "another attack", « une autre attaque ». */
final class FurtherOnes {
    private FurtherOnes() {}

    static boolean isAnother(Trigger trigger) {
        var sentence = trigger.sentence();
        // "eight others wounded", « huit autres blessés »: of the same incident.
        boolean others = trigger.kind().key().equals("killing")
                && sentence.isAt(trigger.begin() - 1, "autres", "others", "autre")
                && sentence.knownFigures().stream().anyMatch(figure -> figure.end() == trigger.begin() - 1);
        return isEarlier(trigger)
                || !others
                        && sentence.cues.stream()
                                .anyMatch(cue -> cue.value().kind() == Lexicon.CueKind.ANOTHER
                                        // «في وقت سابق»: of the report.
                                        && !trigger.sentence().isAt(cue.begin() - 1, "وقت")
                                        && (Math.abs(cue.begin() - trigger.begin()) <= 2
                                                || cue.begin() == trigger.end()));
    }

    /** "two days after an attack on the barracks": one that is told here for the first time. */
    private static boolean isEarlier(Trigger trigger) {
        var sentence = trigger.sentence();
        int at = trigger.begin();
        return trigger.tense() == Tense.SINGULAR
                && trigger.kind().isViolence()
                && sentence.isAt(at - 1, "a", "an", "une", "un")
                && sentence.isAt(at - 2, "after", "apres", "following")
                && sentence.isAt(
                        at - 3,
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
    static boolean isSecond(Trigger trigger) {
        return trigger.tense() == Tense.SINGULAR
                && trigger.kind().isViolence()
                && trigger.sentence()
                        .isAt(trigger.begin() - 1, "another", "separate", "autre", "seconde", "deuxieme", "second");
    }

    /** Gives a further incident the words that stand between "and" and its noun. */
    static void takeOver(List<Trigger> from, Trigger noun, List<Trigger> to) {
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
