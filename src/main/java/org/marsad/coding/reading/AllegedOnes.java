package org.marsad.coding.reading;

import java.util.List;
import java.util.Set;

/** "three alleged spies": an adjective, and nobody says anything. */
final class AllegedOnes {
    private static final Set<String> OBJECTS = Set.of(
            "that", "the", "they", "he", "she", "it", "there", "in", "on", "at", "to", "a", "an", "his", "their");

    private static final Set<String> SUBJECTS = Set.of(
            "have", "has", "had", "who", "which", "also", "be", "been", "is", "was", "were", "they", "he", "she");

    private AllegedOnes() {}

    /** Whether the word is such an adjective. */
    static boolean isOne(List<Word> words, int at) {
        return words.get(at).text().equals("alleged")
                && at + 1 < words.size()
                && words.get(at + 1).before() != Word.Gap.STRONG
                && !OBJECTS.contains(words.get(at + 1).text())
                && (at == 0 || !SUBJECTS.contains(words.get(at - 1).text()));
    }
}
