package org.marsad.geocode;

import org.marsad.text.Language;

/** Which words stand for something else than a place most of the time. Safe for use by many threads. */
public final class CommonWords {
    private final Lexicon lexicon = new Lexicon();

    /** Whether a folded word is among the common ones of one of our languages. */
    public boolean isCommon(String word) {
        boolean arabic = !word.isEmpty() && word.charAt(0) >= 0x600;
        return arabic
                ? lexicon.rank(word, Language.AR) != Lexicon.UNCOMMON || lexicon.arabicWordness(word) == 1
                : lexicon.rank(word, Language.FR) != Lexicon.UNCOMMON
                        || lexicon.rank(word, Language.EN) != Lexicon.UNCOMMON;
    }
}
