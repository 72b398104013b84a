package org.marsad.coding.draft;

import java.util.Set;
import org.marsad.coding.reading.Lexicon;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.reading.Where;
import org.marsad.coding.reading.WordSets;
import org.marsad.coding.slot.Draft;
import org.marsad.geocode.MentionKind;

/** "The number rose to 80 on Friday", « vendredi, une source donnait 77 morts »: the day of a count, and not of the dead. */
public final class TollDays {
    private static final Set<String> TOLL = WordSets.get("toll");
    private static final Set<String> NUMBER = Set.of("number", "count", "nombre", "decompte", "compte", "عدد");
    private static final Set<String> RISING = WordSets.get("rising");
    private static final Set<String> COUNTING = WordSets.get("counting");

    private TollDays() {}

    /** Whether a draft only counts the dead of what was told before. */
    static boolean isOne(Draft draft) {
        var sentence = draft.sentence;
        return draft.kind.key().equals("killing")
                        && sentence.index > 0
                        && draft.counts.stream().anyMatch(count -> count.harm() == Lexicon.Harm.KILLED)
                        && sentence.mentions.stream()
                                .noneMatch(item -> item.value().kind() == MentionKind.LITERAL
                                        && item.value().place() != null
                                        && Where.rank(item.value().place()) < 3)
                        && isRise(sentence)
                || draft.kind.key().equals("killing")
                        && draft.tense != org.marsad.coding.reading.Tense.PAST
                        && sentence.index > 0
                        && has(sentence, COUNTING, draft.at);
    }

    /** Whether a sentence tells that a toll rose. */
    public static boolean isRise(Sentence sentence) {
        return (has(sentence, TOLL, sentence.size()) || has(sentence, NUMBER, sentence.size()))
                && has(sentence, RISING, sentence.size());
    }

    private static boolean has(Sentence sentence, Set<String> words, int end) {
        return sentence.words.subList(sentence.start(), Math.max(sentence.start(), end)).stream()
                .anyMatch(word -> word.readings().stream().anyMatch(reading -> words.contains(reading.stem())));
    }
}
