package org.marsad.coding.draft;

import java.util.Set;
import java.util.stream.IntStream;
import org.marsad.coding.event.EventActor;
import org.marsad.coding.event.Role;
import org.marsad.coding.reading.ActorKinds;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.reading.WordSets;
import org.marsad.coding.slot.Draft;

/** An attack that was beaten back, told by those attacked: who is said to have repelled it did not attack. */
final class Repelled {
    private static final Set<String> REPELLING = WordSets.get("repelling");

    private static final Set<String> ATTACKS = WordSets.get("attack-nouns");

    /** Words between "repelled" and the attack, at most. */
    private static final int ATTACK_REACH = 12;

    private Repelled() {}

    /** Whether a draft tells that an attack was beaten back. */
    static boolean is(Draft draft) {
        return near(draft.sentence, draft.at)
                .filter(at -> draft.sentence.isOf(at, REPELLING))
                .limit(1)
                .anyMatch(at -> near(draft.sentence, at).anyMatch(noun -> draft.sentence.isOf(noun, ATTACKS)));
    }

    private static IntStream near(Sentence sentence, int at) {
        return IntStream.range(
                Math.max(sentence.start(), at - ATTACK_REACH), Math.min(sentence.size(), at + ATTACK_REACH));
    }

    /** A party in the role that it has in the attack itself. */
    static EventActor turn(EventActor one) {
        if (ActorKinds.isForce(one.actor())) {
            return new EventActor(one.actor(), Role.TARGET);
        }
        return ActorKinds.isArmedGroup(one.actor()) && one.role() == Role.TARGET
                ? new EventActor(one.actor(), Role.PERPETRATOR)
                : one;
    }
}
