package org.marsad.coding.draft;

import java.util.Set;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.reading.Trigger;
import org.marsad.coding.reading.Where;
import org.marsad.coding.reading.WordSets;

/** Words that point at a place told before: «البلدة», "the village", « le camp », "there". */
final class Anaphora {
    private static final Set<String> KINDS = WordSets.get("kinds");
    private static final Set<String> THERE = WordSets.get("there");
    private static final Set<String> THE = WordSets.get("the");

    private Anaphora() {}

    /** Whether such a word stands near a trigger, with no name of a place right after it. */
    static boolean pointsAtPlace(Sentence sentence, Trigger trigger) {
        for (int i = 0; i < sentence.size(); i++) {
            if (sentence.distance(i, trigger.begin()) > 14) {
                continue;
            }
            int at = i;
            boolean named = sentence.mentions.stream().anyMatch(item -> item.begin() > at && item.begin() <= at + 3);
            if (named) {
                continue;
            }
            for (var reading : sentence.word(i).readings()) {
                boolean definite = reading.definite()
                        || i > 0 && THE.contains(sentence.word(i - 1).text());
                if (KINDS.contains(reading.stem()) && definite
                        || THERE.contains(reading.stem()) && reading.particles().length() < 2) {
                    return true;
                }
            }
        }
        return false;
    }

    /** "Five of the raiders were also killed": more dead of what was told just before, with no day or town of their own. */
    static boolean addsToll(Trigger trigger) {
        var sentence = trigger.sentence();
        return trigger.kind().key().equals("killing")
                && trigger.passive()
                && sentence.isAt(trigger.begin() - 1, "also", "egalement", "aussi")
                && sentence.dates.isEmpty()
                && sentence.mentions.stream()
                        .noneMatch(item -> item.value().place() != null
                                && Where.rank(item.value().place()) < 3);
    }
}
