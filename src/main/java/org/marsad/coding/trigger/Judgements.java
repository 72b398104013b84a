package org.marsad.coding.trigger;

import java.util.Objects;
import org.marsad.coding.reading.EventKind;
import org.marsad.coding.reading.Trigger;
import org.marsad.text.Patterns;

/** « La cour a condamné lundi deux hommes »: a court sentences, where others condemn. */
final class Judgements {
    private static final EventKind SENTENCE =
            Objects.requireNonNull(EventKind.table().get("sentence"));
    private static final int REACH = 12;

    private Judgements() {}

    static Trigger settle(Trigger trigger) {
        return trigger.kind().key().equals("condemnation") && !trigger.isNoun() && isByCourt(trigger)
                ? new Trigger(
                        SENTENCE,
                        trigger.sentence(),
                        trigger.begin(),
                        trigger.end(),
                        trigger.tense(),
                        trigger.passive(),
                        trigger.act(),
                        trigger.reading())
                : trigger;
    }

    /** Whether the court is its subject. */
    private static boolean isByCourt(Trigger trigger) {
        var sentence = trigger.sentence();
        return Patterns.matches(sentence.word(trigger.begin()).text(), "condamn.*")
                && sentence.actors.stream()
                        .anyMatch(item -> item.value().actor().sector().equals("JUD")
                                && item.end() <= trigger.begin()
                                && trigger.begin() - item.end() <= REACH
                                && sentence.clause(item.begin()) == sentence.clause(trigger.begin()));
    }
}
