package org.marsad.coding.draft;

import java.util.Set;
import org.marsad.coding.reading.Lexicon;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.reading.Trigger;
import org.marsad.coding.reading.Word;
import org.marsad.coding.reading.WordSets;
import org.marsad.text.Patterns;

/** What a meeting is about did not happen there: «اجتماعا لبحث الانسحاب من», « une réunion consacrée au retrait », "to discuss". */
final class Topics {
    private static final Set<String> TALKED_OF = WordSets.get("talked-of");
    private static final int REACH = 3;

    private Topics() {}

    /** Whether a noun is what somebody meets or talks about. */
    static boolean isTopic(Lexicon lexicon, Trigger trigger) {
        if (!trigger.isNoun()
                || trigger.kind().isViolence()
                || Patterns.matches(trigger.kind().family(), "meeting|sentence|coup")) {
            return false;
        }
        var sentence = trigger.sentence();
        for (int i = trigger.begin() - 1; i >= Math.max(0, trigger.begin() - REACH); i--) {
            if (sentence.word(i).readings().stream().anyMatch(reading -> TALKED_OF.contains(reading.stem()))) {
                return isMeeting(lexicon, sentence, i);
            }
            if (sentence.word(i + 1).before() != Word.Gap.NONE) {
                return false;
            }
        }
        return false;
    }

    private static boolean isMeeting(Lexicon lexicon, Sentence sentence, int before) {
        for (int i = sentence.start(); i < before; i++) {
            if (lexicon.triggers.at(sentence.words, i).stream()
                    .anyMatch(hit -> hit.value().kind().family().equals("meeting"))) {
                return true;
            }
        }
        return false;
    }
}
