package org.marsad.coding.trigger;

import java.util.Set;
import org.marsad.coding.reading.AllegedOnes;
import org.marsad.coding.reading.Lexicon;
import org.marsad.coding.reading.Phrases;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.reading.Tense;
import org.marsad.coding.reading.Trigger;
import org.marsad.coding.reading.Word;
import org.marsad.coding.reading.WordSets;

/** What stands before and beside a word, and the trigger that it makes. */
final class Nearby {
    static final Set<String> BE = WordSets.get("be");

    static final Set<String> HAVE = WordSets.get("have");

    static Trigger trigger(Sentence sentence, Phrases.Hit<Lexicon.TriggerForm> hit, Tense tense, boolean passive) {
        boolean suffers = passive || hit.value().suffers();
        return new Trigger(hit.value().kind(), sentence, hit.begin(), hit.end(), tense, suffers, false, hit.reading());
    }

    /** « à », which folding makes « a », and the "IS" of "IS Sahel militants ambushed". */
    static boolean isPreposition(Word word) {
        return word.source().equals("à")
                || word.source().equals("À")
                || word.source().equals("IS");
    }

    /** « au sud-est », « dans l'est »: no verb. */
    private static boolean isCompass(Sentence sentence, int at) {
        return sentence.isAt(at, "est") && sentence.isAt(at - 1, "sud", "nord", "l");
    }

    static boolean before(Sentence sentence, int at, int reach, Set<String> words) {
        for (int i = at - 1; i >= Math.max(0, at - reach); i--) {
            if (words.contains(sentence.word(i).text())
                    && !isPreposition(sentence.word(i))
                    && !isCompass(sentence, i)
                    && !AllegedOnes.areThoughtToBe(sentence, i)) {
                return true;
            }
            if (sentence.word(i + 1).before() == Word.Gap.STRONG
                    || sentence.word(i + 1).before() == Word.Gap.COMMA) {
                return false;
            }
        }
        return false;
    }

    private Nearby() {}
}
