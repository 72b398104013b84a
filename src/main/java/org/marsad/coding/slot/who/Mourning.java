package org.marsad.coding.slot.who;

import java.util.List;
import org.marsad.actor.ActorMention;
import org.marsad.coding.event.EventActor;
import org.marsad.coding.event.Role;
import org.marsad.coding.reading.ActorKinds;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.reading.Trigger;

/** «أعلنت هيئة الحشد استشهاد سبعة مقاتلين»: martyrs are of those who announce or mourn them. */
final class Mourning {
    private static final int REACH = 8;

    private Mourning() {}

    /** Makes the announcer of martyrs the target, in the place of the nameless fighters. */
    static void turn(Trigger trigger, List<Roles.Cast> cast) {
        var sentence = trigger.sentence();
        if (!isMartyrdom(sentence, trigger.begin())) {
            return;
        }
        var mourner = sentence.actors.stream()
                .filter(item -> item.end() <= trigger.begin() && isArmed(item))
                .filter(item -> sentence.sayings.stream()
                        .anyMatch(
                                saying -> saying < item.begin() && item.begin() - saying <= 2 || saying == item.end()))
                .filter(item -> sentence.distance(item.end(), trigger.begin()) <= REACH)
                .findFirst();
        if (mourner.isEmpty()) {
            return;
        }
        var actor = mourner.get().value().actor();
        cast.removeIf(one -> one.actor().actor().id().equals(actor.id())
                || ActorKinds.isUnidentified(one.actor().actor()) && one.actor().role() == Role.TARGET);
        cast.add(new Roles.Cast(new EventActor(actor, Role.TARGET), 0));
    }

    private static boolean isMartyrdom(Sentence sentence, int at) {
        return sentence.word(at).readings().stream()
                .anyMatch(reading -> reading.stem().equals("استشهاد"));
    }

    private static boolean isArmed(Sentence.Item<ActorMention> item) {
        var actor = item.value().actor();
        return ActorKinds.isArmedGroup(actor) || ActorKinds.isForce(actor);
    }
}
