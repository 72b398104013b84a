package org.marsad.text;

import java.util.ArrayList;
import java.util.List;

/**
 * The particles that Arabic writes joined to the next word: و ف (and), ب ك ل (in, like, for), س (will). What is cut is
 * an alternative to the whole word, never a replacement: «والي» is a governor before it is «و» and «الي».
 */
public final class Clitics {
    private static final int SHORTEST_STEM = 2;

    private Clitics() {}

    /**
     * A way to read a word with particles before it.
     *
     * @param length how many characters of the folded word the particles take
     * @param particles the folded particles
     * @param stem the folded rest as it would stand alone, so with its article back where «لل» had swallowed it: then
     *     longer than what is left of the word
     */
    public record Cut(int length, String particles, String stem) {}

    /** The cuts of a folded Arabic word, shortest particles first; empty for a word that can have none. */
    public static List<Cut> list(String word) {
        int conjunction = isOneOf("وف", word, 0) ? 1 : 0;
        if (word.length() <= SHORTEST_STEM || conjunction == 0 && !isOneOf("بكلس", word, 0)) {
            return List.of();
        }
        var cuts = new ArrayList<Cut>(4);
        if (conjunction == 1) {
            add(cuts, word, 1, word.substring(1));
        } else {
            addPreposition(cuts, word, 0);
        }
        if (conjunction == 1 && isOneOf("بكلس", word, 1)) {
            addPreposition(cuts, word, 1);
        }
        return cuts;
    }

    private static void addPreposition(List<Cut> cuts, String word, int at) {
        int length = at + 1;
        var rest = word.substring(length);
        add(cuts, word, length, rest);
        if (word.charAt(at) == 'ل' && rest.startsWith("ل")) {
            // «للمغرب» is ل and «المغرب»; «لليبية» is ل and «الليبية».
            add(cuts, word, length, "ا" + rest);
            add(cuts, word, length, "ال" + rest);
        }
    }

    private static void add(List<Cut> cuts, String word, int length, String stem) {
        if (word.length() - length >= SHORTEST_STEM) {
            cuts.add(new Cut(length, word.substring(0, length), stem));
        }
    }

    private static boolean isOneOf(String letters, String word, int at) {
        return at < word.length() && letters.indexOf(word.charAt(at)) >= 0;
    }
}
