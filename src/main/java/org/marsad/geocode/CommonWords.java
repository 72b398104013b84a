package org.marsad.geocode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.marsad.text.Language;

/** Which words stand for something else than a place most of the time. Safe for use by many threads. */
public final class CommonWords {
    private final Lexicon lexicon = new Lexicon();

    /** The folded words of a language, the commonest first. */
    public static List<String> list(Language language) {
        try {
            return Lexicon.listWords(language);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a folded word is among the common ones of one of our languages. */
    public boolean isCommon(String word) {
        boolean arabic = !word.isEmpty() && word.charAt(0) >= 0x600;
        return arabic
                ? lexicon.rank(word, Language.AR) != Lexicon.UNCOMMON || lexicon.arabicWordness(word) == 1
                : lexicon.rank(word, Language.FR) != Lexicon.UNCOMMON
                        || lexicon.rank(word, Language.EN) != Lexicon.UNCOMMON;
    }
}
