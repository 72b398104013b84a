package org.marsad.coding.trigger;

import org.jspecify.annotations.Nullable;
import org.marsad.coding.reading.Lexicon;
import org.marsad.coding.reading.Phrases;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.reading.Trigger;

/** What a language does with its verbs. */
interface Verbs {
    /** The trigger that a verb's form makes where it stands, with its tense and voice; null where it tells of no act. */
    @Nullable
    Trigger resolve(Sentence sentence, Phrases.Hit<Lexicon.TriggerForm> hit);

    static Verbs of(Lexicon lexicon) {
        return switch (lexicon.language) {
            case EN -> new EnglishVerbs(lexicon);
            case FR -> new FrenchVerbs();
            case AR -> new ArabicVerbs(lexicon);
        };
    }
}
