package org.marsad.coding;

import org.jspecify.annotations.Nullable;

/** The verb that carries a noun trigger: "carried out an attack", «تعرض لهجوم», « l'attaque a eu lieu ». */
record Support(Lexicon.Voice voice, int at, Tense tense) {
    private static final int REACH = 9;

    /** The nearest fitting verb around a noun trigger in its clause, or null. */
    static @Nullable Support find(Lexicon lexicon, Trigger trigger) {
        var sentence = trigger.sentence();
        Support best = null;
        int bestDistance = REACH + 1;
        for (int i = 0; i < sentence.size(); i++) {
            if (i >= trigger.begin() && i < trigger.end()) {
                continue;
            }
            int distance = i < trigger.begin()
                    ? sentence.distance(i, trigger.begin())
                    : sentence.distance(trigger.end() - 1, i);
            // An Arabic relative clause follows its noun: «هجوم شنه مسلحون», «الهجوم الذي وقع».
            if (sentence.clause(i) != sentence.clause(trigger.begin()) && distance <= 8 + 3) {
                distance -= 8;
            }
            if (distance >= bestDistance) {
                continue;
            }
            for (var hit : lexicon.supports.at(sentence.words, i)) {
                var tense = hit.value().tense();
                if (hit.value().voice() == Lexicon.Voice.SAY) {
                    continue;
                }
                if (tense == Tense.INFINITIVE && !sentence.isAt(i - 1, "did")
                        || tense == Tense.FUTURE
                        || tense == Tense.CONDITIONAL) {
                    continue;
                }
                if (tense == Tense.PRESENT && !sentence.title) {
                    continue;
                }
                if (hit.reading().definite() || hit.reading().particles().matches(".*[بلكس]")) {
                    continue;
                }
                best = new Support(hit.value().voice(), i, tense);
                bestDistance = distance;
                break;
            }
        }
        return best;
    }
}
