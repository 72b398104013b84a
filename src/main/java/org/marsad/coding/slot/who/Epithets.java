package org.marsad.coding.slot.who;

import java.util.Set;
import org.marsad.coding.reading.Lexicon;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.reading.Word;
import org.marsad.text.Language;

/** «هجوم مسلح», «كمين جهادي»: words for people that in Arabic say of what kind a deed was, and name nobody. */
final class Epithets {
    /** Behind these stands whom it befell: «مقتل مسلح». */
    private static final Set<String> OF_VICTIMS = Set.of(
            "killing", "assassination", "execution", "abduction", "abducted", "taking", "arrest", "release", "coup");

    private Epithets() {}

    /** Whether a word right behind the noun of a deed is its adjective. */
    static boolean is(Lexicon lexicon, Sentence sentence, int at) {
        return lexicon.language == Language.AR
                && at > 0
                && sentence.word(at).before() == Word.Gap.NONE
                && sentence.word(at).readings().size() > 0
                && !sentence.word(at).text().startsWith("ل")
                && lexicon.triggers.at(sentence.words, at - 1).stream()
                        .anyMatch(hit -> hit.value().tense().isNoun()
                                && hit.value().kind().isViolence()
                                && !OF_VICTIMS.contains(hit.value().kind().key()));
    }
}
