package org.marsad.geocode;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether a folded Arabic word is in the dictionary, its common prefixes and endings taken off. Light: it may take a
 * foreign name for a word that it resembles, never the other way for a listed word.
 */
final class ArabicWords {
    private static final List<String> PREFIXES = List.of(
            "", "ال", "و", "ف", "ب", "ل", "ك", "س", "وال", "فال", "بال", "كال", "لل", "ولل", "وب", "ول", "ا", "ي", "ت",
            "ن", "وس", "وي", "وت", "سي", "ست");

    private static final List<String> ENDINGS = List.of(
            "", "ه", "ها", "هم", "هما", "ي", "ات", "ون", "ين", "ان", "ا", "وا", "ت", "نا", "ك", "كم", "تين", "تان",
            "يه", "يين", "يون", "تها", "ته", "تهم", "اتها", "اته", "اتهم", "وه", "وها", "يا");

    private static final int SHORTEST_STEM = 3;

    /** A power of two. */
    private static final int REMEMBERED = 1 << 14;

    private final Set<String> stems;

    /** What was found out of late: the same words come again and again. Entries are immutable, so races only cost time. */
    private final @Nullable Found[] found = new @Nullable Found[REMEMBERED];

    private record Found(String word, double wordness) {}

    ArabicWords(Set<String> stems) {
        this.stems = stems;
    }

    /** 1 for a word that stands in the dictionary, 0.5 for one that may be a form of one, else 0. */
    double wordness(String word) {
        int slot = word.hashCode() * 0x9E3779B9 >>> 32 - Integer.numberOfTrailingZeros(REMEMBERED);
        var last = found[slot];
        if (last != null && last.word.equals(word)) {
            return last.wordness;
        }
        double wordness = lists(word) ? 1 : contains(word) ? 0.5 : 0;
        found[slot] = new Found(word, wordness);
        return wordness;
    }

    /** Whether the word itself stands in the dictionary, with or without its article. */
    boolean lists(String word) {
        return stems.contains(word) || word.startsWith("ال") && stems.contains(word.substring(2));
    }

    boolean contains(String word) {
        if (stems.contains(word)) {
            return true;
        }
        for (var prefix : PREFIXES) {
            if (word.startsWith(prefix)) {
                var rest = word.substring(prefix.length());
                for (var ending : ENDINGS) {
                    if (rest.endsWith(ending) && isStem(rest.substring(0, rest.length() - ending.length()))) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private boolean isStem(String stem) {
        return stem.length() >= SHORTEST_STEM && (stems.contains(stem) || stems.contains(stem + "ه"));
    }
}
