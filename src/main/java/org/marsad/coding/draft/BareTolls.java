package org.marsad.coding.draft;

import java.util.List;
import java.util.Set;
import org.marsad.coding.reading.EventKind;
import org.marsad.coding.reading.Lexicon;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.reading.Tense;
import org.marsad.coding.reading.Trigger;
import org.marsad.coding.slot.who.Casualties;
import org.marsad.text.DatePrecision;

/**
 * "That was in March 2021: 66 dead there", "29 October: Zobe junction. 21 dead, 117 injured", « Onze morts. »: a number of dead
 * beside a date, or under one, tells of a killing without a verb.
 */
final class BareTolls {
    private static final Set<String> DEAD = Set.of("dead", "bodies", "killed", "morts", "tues", "قتيلا", "قتلي");

    private static final int BRIEF = 6;

    private final Casualties casualties;
    private final EventKind killing;

    BareTolls(Casualties casualties) {
        this.casualties = casualties;
        this.killing = java.util.Objects.requireNonNull(EventKind.table().get("killing"));
    }

    /** "Sixty-seven dead.": whether a few words under a day name nothing but the dead. */
    static boolean isOnly(Sentence sentence, List<Trigger> found) {
        return sentence.size() <= BRIEF
                && (sentence.day != null || sentence.heading != null)
                && found.stream()
                        .allMatch(trigger ->
                                trigger.isNoun() && trigger.kind().key().equals("killing"));
    }

    /** The dead as a trigger, of a sentence that has none. */
    List<Trigger> list(Sentence sentence) {
        boolean dated = sentence.day != null
                || sentence.heading != null
                || sentence.dates.stream()
                        .anyMatch(item -> item.value().precision() == DatePrecision.DAY
                                || item.value().precision() == DatePrecision.MONTH);
        if (!dated || sentence.title) {
            return List.of();
        }
        for (var count : casualties.list(sentence)) {
            var figure = count.figure();
            if (count.harm() != Lexicon.Harm.KILLED || figure == null) {
                continue;
            }
            for (int i = figure.end(); i < Math.min(sentence.size(), figure.end() + 3); i++) {
                if (DEAD.contains(sentence.word(i).text())) {
                    return List.of(new Trigger(
                            killing,
                            sentence,
                            i,
                            i + 1,
                            Tense.PAST,
                            true,
                            false,
                            sentence.word(i).readings().getFirst()));
                }
            }
        }
        return List.of();
    }
}
