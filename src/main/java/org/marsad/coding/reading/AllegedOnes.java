package org.marsad.coding.reading;

import java.util.List;
import java.util.Set;

/** "three alleged spies": an adjective, and nobody says anything; "gunmen suspected to be bandits": no passive. */
public final class AllegedOnes {
    private static final Set<String> OBJECTS = Set.of(
            "that", "the", "they", "he", "she", "it", "there", "in", "on", "at", "to", "a", "an", "his", "their");

    private static final Set<String> SUBJECTS = Set.of(
            "have", "has", "had", "who", "which", "also", "be", "been", "is", "was", "were", "they", "he", "she");

    private AllegedOnes() {}

    /** Whether the "be" at a word says what people are thought to be, and makes no passive of a verb behind it. */
    public static boolean areThoughtToBe(Sentence sentence, int at) {
        return sentence.isAt(at, "be")
                && sentence.isAt(at - 1, "to")
                && sentence.isAt(at - 2, "suspected", "believed", "thought", "said", "alleged", "reported", "presumed");
    }

    /** Whether the word is such an adjective. */
    static boolean isOne(List<Word> words, int at) {
        return words.get(at).text().equals("alleged")
                && at + 1 < words.size()
                && words.get(at + 1).before() != Word.Gap.STRONG
                && !OBJECTS.contains(words.get(at + 1).text())
                && (at == 0 || !SUBJECTS.contains(words.get(at - 1).text()));
    }
}
