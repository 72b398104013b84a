package org.marsad.coding.slot.who;

import java.util.Set;
import org.marsad.coding.reading.Lexicon;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.reading.Word;
import org.marsad.text.Language;

/** «هجوم مسلح», « attaque terroriste », "a jihadist attack": words for people that say of what kind a deed was, and name nobody. */
final class Epithets {
    /** Behind these stands whom it befell: «مقتل مسلح». */
    private static final Set<String> OF_VICTIMS = Set.of(
            "killing", "assassination", "execution", "abduction", "abducted", "taking", "arrest", "release", "coup");

    private Epithets() {}

    /** Whether a word is the adjective of a deed: behind its noun, in English before it ("a terrorist attack"). */
    static boolean is(Lexicon lexicon, Sentence sentence, int at) {
        if (lexicon.language == Language.EN) {
            return at + 1 < sentence.size()
                    && sentence.word(at + 1).before() == Word.Gap.NONE
                    && isDeed(lexicon, sentence, at + 1);
        }
        return at > 0
                && sentence.word(at).before() == Word.Gap.NONE
                && sentence.word(at).readings().size() > 0
                && !(lexicon.language == Language.AR && sentence.word(at).text().startsWith("ل"))
                && isDeed(lexicon, sentence, at - 1);
    }

    private static boolean isDeed(Lexicon lexicon, Sentence sentence, int at) {
        return lexicon.triggers.at(sentence.words, at).stream()
                .anyMatch(hit -> hit.value().tense().isNoun()
                        && hit.value().kind().isViolence()
                        && !OF_VICTIMS.contains(hit.value().kind().key()));
    }
}
