package org.marsad.coding.trigger;

import java.util.List;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.reading.Tense;
import org.marsad.coding.reading.Trigger;
import org.marsad.text.Patterns;

/** « Réuni mercredi, le Conseil a décidé la fermeture de la frontière »: what a body of a state decides when it meets, and no meeting. */
final class Convened {
    private Convened() {}

    static void drop(Sentence sentence, List<Trigger> triggers) {
        if (triggers.size() < 2) {
            return;
        }
        var first = triggers.getFirst();
        boolean opens = first.begin() == sentence.start()
                && first.kind().family().equals("meeting")
                && (first.tense() == Tense.PARTICIPLE || first.tense() == Tense.GERUND);
        if (opens
                && triggers.stream()
                        .anyMatch(one ->
                                Patterns.matches(one.kind().family(), "restriction|sanction|expulsion|severance"))) {
            triggers.removeFirst();
        }
    }
}
