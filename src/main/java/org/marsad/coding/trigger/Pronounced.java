package org.marsad.coding.trigger;

import java.util.Set;
import org.marsad.coding.reading.ActorKinds;
import org.marsad.coding.reading.Lexicon;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.reading.Tense;
import org.marsad.coding.reading.Trigger;
import org.marsad.coding.reading.WordSets;
import org.marsad.text.DatePrecision;
import org.marsad.text.Patterns;

/**
 * "The junta announced on Friday that he would be prosecuted", « le gouvernement a décidé mardi que la frontière serait fermée »:
 * what a state decides it does by saying so, on the day on which it says it.
 */
public final class Pronounced {
    private static final Set<String> KINDS = Set.of(
            "charge",
            "trial",
            "border-closure",
            "sanction",
            "ban",
            "expulsion",
            "severance",
            "exit",
            "shutdown",
            "curfew",
            "lifting");

    private static final Set<String> PRONOUNCING = WordSets.get("pronouncing");
    private static final int REACH = 14;

    private Pronounced() {}

    /** Whether a trigger tells what a state announces or decides on a stated day. */
    public static boolean is(Trigger trigger) {
        var sentence = trigger.sentence();
        if (trigger.isNoun() && !trigger.act() || !KINDS.contains(trigger.kind().key())) {
            return false;
        }
        // "The government said on 6 April that the forces would be dissolved".
        boolean ahead = Patterns.matches(
                        sentence.text(Math.max(sentence.start(), trigger.begin() - 4), trigger.begin()),
                        "(.* )?would( .*)?")
                || trigger.tense() == Tense.CONDITIONAL;
        for (int i = trigger.begin() - 1; i >= Math.max(sentence.start(), trigger.begin() - REACH); i--) {
            if (PRONOUNCING.contains(sentence.word(i).text()) || ahead && sentence.isAt(i, "said")) {
                return isByState(sentence, sentence.isAt(i, "said") ? i : trigger.begin())
                        && isDated(sentence, i)
                        && !isDoubted(sentence, i, trigger);
            }
        }
        return false;
    }

    private static boolean isByState(Sentence sentence, int before) {
        return sentence.actors.stream()
                .anyMatch(item ->
                        item.begin() < before && ActorKinds.isState(item.value().actor()));
    }

    /** Whether the day stands beside the verb, and is not to come. */
    private static boolean isDated(Sentence sentence, int verb) {
        var today = sentence.published;
        return sentence.dates.stream()
                .anyMatch(item -> item.value().precision() == DatePrecision.DAY
                        && Math.abs(item.begin() - verb) <= REACH / 2
                        && (today == null || !item.value().start().isAfter(today)));
    }

    /** "announced that it would not close", "if", "until". */
    private static boolean isDoubted(Sentence sentence, int verb, Trigger trigger) {
        return sentence.cues.stream()
                .anyMatch(cue -> cue.begin() > verb
                        && cue.begin() < trigger.end()
                        && (cue.value().kind() == Lexicon.CueKind.NEGATION
                                || cue.value().kind() == Lexicon.CueKind.DENIAL
                                || sentence.isAt(cue.begin(), "if", "si", "unless", "may", "might", "could", "اذا")));
    }
}
