package org.marsad.geocode;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether a folded Arabic word is in the dictionary, its common prefixes and endings taken off. Light: it may take a
 * foreign name for a word that it resembles, never the other way for a listed word.
 */
final class ArabicWords {
    /** The dictionary lists the forms of verbs, so only particles and the article are taken off. */
    private static final List<String> PREFIXES = List.of(
            "", "ال", "و", "ف", "ب", "ل", "ك", "س", "وال", "فال", "بال", "كال", "لل", "ولل", "وب", "ول", "وس", "فس");

    private static final List<String> ENDINGS = List.of(
            "", "ه", "ها", "هم", "هما", "ي", "ات", "ون", "ين", "ان", "ا", "نا", "كم", "تين", "تان", "يه", "يين", "يون",
            "تها", "ته", "تهم", "اتها", "اته", "اتهم", "تي", "اتي");

    /** Single letters that a foreign name is as likely to begin with. */
    private static final List<String> LOOSE_PREFIXES = List.of("ب", "ل", "ك", "س", "ف");

    private static final List<String> LOOSE_ENDINGS = List.of("ي", "ا", "ان", "نا");

    /** Of a word that hardly is a form of one in the dictionary. */
    static final double HARDLY = 0.25;

    private static final double MAYBE = 0.5;

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

    /**
     * 1 for a word that stands in the dictionary, 0.5 for one that may be a form of one, 0.25 where that would take
     * letters off both its ends or leave a short word, else 0.
     */
    double wordness(String word) {
        int slot = word.hashCode() * 0x9E3779B9 >>> 32 - Integer.numberOfTrailingZeros(REMEMBERED);
        var last = found[slot];
        if (last != null && last.word.equals(word)) {
            return last.wordness;
        }
        double wordness = lists(word) ? 1 : form(word);
        found[slot] = new Found(word, wordness);
        return wordness;
    }

    /** Whether the word itself stands in the dictionary, with or without its article. */
    boolean lists(String word) {
        return stems.contains(word) || word.startsWith("ال") && stems.contains(word.substring(2));
    }

    private double form(String word) {
        double best = 0;
        for (var prefix : PREFIXES) {
            if (!word.startsWith(prefix)) {
                continue;
            }
            int from = prefix.length();
            for (var ending : ENDINGS) {
                int to = word.length() - ending.length();
                if (to - from >= SHORTEST_STEM && word.endsWith(ending) && isStem(word.substring(from, to))) {
                    if (!isLoose(prefix, ending, to - from)) {
                        return MAYBE;
                    }
                    best = HARDLY;
                }
            }
        }
        return best;
    }

    private static boolean isLoose(String prefix, String ending, int stem) {
        boolean loosePrefix = LOOSE_PREFIXES.contains(prefix);
        return loosePrefix && !ending.isEmpty()
                || stem == SHORTEST_STEM
                        && (loosePrefix && !prefix.equals("ب") && !prefix.equals("ل")
                                || LOOSE_ENDINGS.contains(ending));
    }

    private boolean isStem(String stem) {
        return stems.contains(stem) || stems.contains(stem + "ه");
    }
}
