package org.marsad.coding;

import java.util.Set;

/** Words between two commas that count some of the people named before: ", including five women,". */
final class Parentheses {
    private static final Set<String> SUBSET = WordSets.get("subset");
    private static final int LONGEST = 12;

    private Parentheses() {}

    /** The index after the one that begins at a word or soon behind it, or that word where none does. */
    static int end(Sentence sentence, int from, int to) {
        for (int i = from; i <= Math.min(to - 1, from + 2); i++) {
            if (sentence.word(i).before() == Word.Gap.COMMA && isSubset(sentence, i)) {
                for (int j = i + 2; j <= Math.min(to, i + LONGEST); j++) {
                    if (sentence.word(j).before() == Word.Gap.COMMA) {
                        return j;
                    }
                }
            }
        }
        return from;
    }

    private static boolean isSubset(Sentence sentence, int at) {
        return sentence.word(at).readings().stream().anyMatch(reading -> SUBSET.contains(reading.stem()))
                || sentence.isAt(at, "among") && sentence.isAt(at + 1, "them");
    }
}
