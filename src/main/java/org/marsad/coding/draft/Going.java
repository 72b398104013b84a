package org.marsad.coding.draft;

import org.marsad.coding.reading.Lexicon;
import org.marsad.coding.reading.Phrases;
import org.marsad.coding.reading.Sentence;
import org.marsad.text.Patterns;

/** « Ils vont de maison en maison et abattent les habitants »: who goes somewhere is not about to do what follows. */
final class Going {
    private static final int REACH = 3;

    private Going() {}

    /** Whether « va » or « vont » is a verb by itself: no infinitive stands right behind it. */
    static boolean on(Sentence sentence, Phrases.Hit<Lexicon.Cue> cue) {
        if (!sentence.isAt(cue.begin(), "va", "vont")) {
            return false;
        }
        for (int i = cue.end(); i < Math.min(sentence.size(), cue.end() + REACH); i++) {
            if (Patterns.matches(sentence.word(i).text(), "[a-z]{2,}(er|ir|oir|re)")) {
                return false;
            }
        }
        return true;
    }
}
