package org.marsad.coding.slot.who;

import org.marsad.actor.ActorMention;
import org.marsad.coding.event.Role;
import org.marsad.coding.reading.ActorKinds;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.reading.Trigger;
import org.marsad.text.Language;

/** Who lets whom go, and who helps it along. */
final class Releases {
    private Releases() {}

    /** Who held them lets them go; others help. */
    static Role role(Language language, Trigger trigger, Sentence.Item<ActorMention> item) {
        var actor = item.value().actor();
        boolean freed = ActorKinds.isForce(actor)
                && (item.begin() > 0
                                && trigger.sentence().word(item.begin() - 1).number()
                        || trigger.sentence().figures(language).stream()
                                .anyMatch(figure -> figure.end() == item.begin()));
        // "the soldiers were freed": who stands before the passive is who was held.
        boolean held = ActorKinds.isForce(actor)
                && trigger.passive()
                && item.end() <= trigger.begin()
                && trigger.sentence().clause(item.begin()) == trigger.sentence().clause(trigger.begin());
        if (ActorKinds.isCivilian(actor) || freed || held) {
            return Role.TARGET;
        }
        boolean rescue = trigger.sentence().word(trigger.begin()).text().startsWith("rescu");
        if (rescue && ActorKinds.isState(actor)) {
            // "troops rescued nine hostages".
            return Role.PERPETRATOR;
        }
        return ActorKinds.isArmedGroup(actor) ? rescue ? Role.TARGET : Role.PERPETRATOR : Role.PARTICIPANT;
    }
}
