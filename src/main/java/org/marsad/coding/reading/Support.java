package org.marsad.coding.reading;

import org.jspecify.annotations.Nullable;
import org.marsad.text.Language;
import org.marsad.text.Patterns;

/** The verb that carries a noun trigger: "carried out an attack", «تعرض لهجوم», « l'attaque a eu lieu ». */
public record Support(Lexicon.Voice voice, int at, Tense tense) {
    private static final int REACH = 9;
    /** A verb may stand far before its object: «أطلقت المملكة بالتعاون مع … منصة». */
    private static final int FAR_REACH = 16;
    /** In Arabic the verb stands first, and its subject, a day and a place before its object. */
    private static final int FAR_REACH_AR = 26;

    /** The nearest fitting verb around a noun trigger in its clause, or null. */
    public static @Nullable Support find(Lexicon lexicon, Trigger trigger) {
        var sentence = trigger.sentence();
        Support best = null;
        int bestDistance = (lexicon.language == Language.AR ? FAR_REACH_AR : FAR_REACH) + 1;
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
                boolean far = hit.value().voice() == Lexicon.Voice.ACTIVE
                        && i < trigger.begin()
                        && (distance <= FAR_REACH || isOpening(sentence, i, trigger.begin()));
                if (distance > REACH && !far) {
                    continue;
                }
                if (tense == Tense.INFINITIVE && !sentence.isAt(i - 1, "did")
                        || tense == Tense.FUTURE
                        || tense == Tense.CONDITIONAL) {
                    continue;
                }
                if (tense == Tense.ACCENTED) {
                    tense = Patterns.matches(sentence.word(i).source(), "(?iu).*[éÉ]s?$")
                            ? Tense.PARTICIPLE
                            : Tense.PRESENT;
                }
                if (tense == Tense.PRESENT && !sentence.title) {
                    continue;
                }
                if (hit.reading().definite() || Patterns.matches(hit.reading().particles(), ".*[بلكس]")) {
                    continue;
                }
                best = new Support(hit.value().voice(), i, tense);
                bestDistance = distance;
                break;
            }
        }
        return best;
    }

    /** Whether a verb opens its clause: «نفذت وحدات من الجيش، انطلاقا من …، يوم …، دوريات». */
    private static boolean isOpening(Sentence sentence, int verb, int noun) {
        return (verb <= sentence.start() + 1 || sentence.clause(verb - 1) != sentence.clause(verb))
                && sentence.clause(verb) == sentence.clause(noun);
    }
}
