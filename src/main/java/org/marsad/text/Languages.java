package org.marsad.text;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells Arabic, French and English apart: by script, then by frequent words, then by letters. */
public final class Languages {
    /** More than this tells nothing more. */
    private static final int ENOUGH = 20_000;

    private static final int WORD_WEIGHT = 3;

    /** In characters. */
    private static final int SAMPLE = 400;

    /** Some five frequent words more of one language than of the other. */
    private static final int CLEAR = 15;

    private static final String FRENCH_LETTERS = "éèêëàâçùûîïôœÉÈÊÀÇÔ";
    private static final Set<String> FRENCH = words("stopwords-fr.txt", true);
    private static final Set<String> ENGLISH = words("stopwords-en.txt", true);
    private static final Set<String> FREQUENT = frequent();

    private Languages() {}

    /** The language of a text; English where nothing tells. */
    public static Language guess(CharSequence text) {
        int length = Math.min(text.length(), ENOUGH);
        int arabic = 0;
        int latin = 0;
        int french = 0;
        for (int at = 0; at < length; at++) {
            char c = text.charAt(at);
            arabic += Lines.isArabic(c) || c >= 0xFB50 && c < 0xFEFF ? 1 : 0;
            latin += c < 0x250 && Character.isLetter(c) ? 1 : 0;
            french += c >= 0x80 && FRENCH_LETTERS.indexOf(c) >= 0 ? 1 : 0;
        }
        // Arabic articles quote Latin names at length, hardly ever the other way round.
        if (arabic * 2 > latin) {
            return Language.AR;
        }
        return byWords(text, length, french) > 0 ? Language.FR : Language.EN;
    }

    /** Above 0 for French: by some hundred words from three places, and by all where these do not leave it clear. */
    private static int byWords(CharSequence text, int length, int frenchLetters) {
        if (length > 4 * SAMPLE) {
            int first = byWords(text.subSequence(0, SAMPLE), 0);
            int middle = byWords(text.subSequence((length - SAMPLE) / 2, (length + SAMPLE) / 2), 0);
            int last = byWords(text.subSequence(length - SAMPLE, length), 0);
            int least = Math.min(Math.abs(first), Math.min(Math.abs(middle), Math.abs(last)));
            boolean agree =
                    Integer.signum(first) == Integer.signum(middle) && Integer.signum(first) == Integer.signum(last);
            if (agree && least >= CLEAR) {
                return first;
            }
        }
        return byWords(text.subSequence(0, length), frenchLetters);
    }

    /** Above 0 for French. */
    private static int byWords(CharSequence text, int frenchLetters) {
        int french = frenchLetters;
        for (var token : Tokens.list(Folding.fold(text))) {
            if (token.script() == Token.Script.LATIN) {
                french += FRENCH.contains(token.text()) ? WORD_WEIGHT : 0;
                french -= ENGLISH.contains(token.text()) ? WORD_WEIGHT : looksEnglish(token.text()) ? 1 : 0;
            }
        }
        return french;
    }

    /** Whether a folded word is among the frequent ones of French or English. */
    static boolean isFrequent(String word) {
        return FREQUENT.contains(word);
    }

    private static boolean looksEnglish(String word) {
        return word.endsWith("ing") || word.endsWith("ed") || word.startsWith("th") || word.endsWith("ly");
    }

    private static Set<String> frequent() {
        var words = new HashSet<>(words("stopwords-fr.txt", false));
        words.addAll(words("stopwords-en.txt", false));
        return Set.copyOf(words);
    }

    private static Set<String> words(String resource, boolean topics) {
        return Resource.lines(resource).stream()
                .filter(line -> topics || !line.startsWith("+"))
                .flatMap(line -> Arrays.stream(line.split(" ")))
                .collect(Collectors.toUnmodifiableSet());
    }
}
