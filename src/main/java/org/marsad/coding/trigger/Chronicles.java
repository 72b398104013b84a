package org.marsad.coding.trigger;

import java.util.Set;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.reading.Word;
import org.marsad.text.Patterns;

/** The language of chronologies: "3 October – Air raids on Kutum kill at least 65", "Two cars explode". */
final class Chronicles {
    private static final Set<String> NO_SUBJECT = Set.of(
            "to", "will", "would", "could", "can", "may", "might", "must", "should", "did", "do", "does", "not", "let",
            "lets", "make", "makes", "help", "helps", "and", "or", "a", "an", "the", "of", "for");

    private static final int LOOK_BACK = 3;

    private Chronicles() {}

    /** Whether an English base form, told under a day, is a plural's verb of the present. */
    static boolean isPresent(Sentence sentence, int at) {
        boolean dated =
                sentence.day != null || sentence.dates.stream().anyMatch(item -> Sections.opens(sentence, item));
        if (!dated || at <= sentence.start() || sentence.word(at).before() != Word.Gap.NONE) {
            return false;
        }
        for (int i = at - 1; i >= Math.max(0, at - LOOK_BACK); i--) {
            if (NO_SUBJECT.contains(sentence.word(i).text())
                    && (i == at - 1 || !isLink(sentence.word(i).text()))) {
                return false;
            }
        }
        var before = sentence.word(at - 1).text();
        return Patterns.matches(before, ".*(s|men|people|police)")
                || sentence.actors.stream().anyMatch(item -> item.end() == at)
                || sentence.mentions.stream().anyMatch(item -> item.end() == at);
    }

    private static boolean isLink(String word) {
        return Set.of("and", "or", "a", "an", "the", "of", "for").contains(word);
    }
}
