package org.marsad.coding.slot.who;

import java.util.Set;
import org.marsad.actor.ActorMention;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.reading.Word;
import org.marsad.coding.reading.WordSets;

/** Who only says what was done, and who says it of himself. */
final class Speakers {
    private static final Set<String> OF_ITSELF = WordSets.get("of-itself");

    private static final int OF_ITSELF_REACH = 6;

    private static final int SPEAKER_REACH = 4;

    private static final int SOURCE_REACH = 9;

    private static final int INVERTED_REACH = 3;

    /** What stands before who says it. */
    private static final Set<String> SOURCES = WordSets.get("sources");

    private Speakers() {}

    /** The word of reporting that an actor is the subject of, or -1: who says it is not thereby who did it. */
    static int saying(Sentence sentence, Sentence.Item<ActorMention> item) {
        for (int saying : sentence.sayings) {
            int distance = saying >= item.end() ? saying - item.end() : item.begin() - saying - 1;
            // «بحسب ما أفاد مسؤول في القرية وقادة في ميليشيا».
            boolean source = saying < item.begin() && sentence.isAt(saying - 1, "ما");
            boolean near = distance >= 0 && distance <= (source ? SOURCE_REACH : SPEAKER_REACH);
            // "a source told the agency, "gunmen attacked": who is named inside the quotation does not speak.
            // "he said the bandits killed": the pronoun speaks.
            boolean pronoun = saying < item.begin()
                    && sentence.isAt(saying - 1, "he", "she", "they", "it", "il", "elle", "ils", "elles", "on");
            if (near
                    && !pronoun
                    && !(saying >= item.end() && isOfOneBehind(sentence, saying))
                    && sentence.clause(saying) == sentence.clause(item.begin())
                    && !(saying < item.begin() && Quotations.opens(sentence, saying, item.begin()))) {
                return saying;
            }
        }
        return Ties.spokesman(sentence, item);
    }

    /** "…, according to the police", « …, a indiqué l'armée », «بحسب ما أفاد مسؤول»: who says it is named behind. */
    private static boolean isOfOneBehind(Sentence sentence, int saying) {
        if (SOURCES.contains(sentence.word(saying).text()) || sentence.isAt(saying - 1, "ما", "كما")) {
            return true;
        }
        int verb = sentence.isAt(saying - 1, "a", "ont", "avait", "avaient") ? saying - 1 : saying;
        if (verb == sentence.start() || sentence.word(verb).before() != Word.Gap.COMMA) {
            return false;
        }
        return sentence.actors.stream()
                .anyMatch(item -> item.begin() > saying
                        && item.begin() - saying <= INVERTED_REACH
                        && (item.end() >= sentence.size()
                                || sentence.word(item.end()).before() != Word.Gap.NONE));
    }

    /** "the army said it killed". */
    static boolean speakOfThemselves(Sentence sentence, int from) {
        for (int i = from; i < Math.min(sentence.size(), from + OF_ITSELF_REACH); i++) {
            if (OF_ITSELF.contains(sentence.word(i).text())) {
                return true;
            }
        }
        return Announcers.speaksOfItsForces(sentence, from);
    }
}
