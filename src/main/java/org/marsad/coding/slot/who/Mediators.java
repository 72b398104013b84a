package org.marsad.coding.slot.who;

import java.util.List;
import java.util.Set;
import org.marsad.actor.ActorRegistry;
import org.marsad.coding.event.EventActor;
import org.marsad.coding.event.Role;
import org.marsad.coding.reading.Trigger;
import org.marsad.coding.reading.WordSets;

/** Who brings the parties of a meeting or an agreement together. */
final class Mediators {
    private static final Set<String> MEDIATION = WordSets.get("mediation");

    private final ActorRegistry registry;

    Mediators(ActorRegistry registry) {
        this.registry = registry;
    }

    /** «بوساطة قطرية», « sous l'égide de la RDC », "brokered by Algeria", "under Qatari mediation". */
    void add(Trigger trigger, List<Roles.Cast> cast) {
        var sentence = trigger.sentence();
        for (int i = 0; i < sentence.size(); i++) {
            if (sentence.word(i).readings().stream().noneMatch(reading -> MEDIATION.contains(reading.stem()))) {
                continue;
            }
            int at = i;
            for (var item : sentence.actors) {
                if (isMediator(item.begin(), item.end(), at)) {
                    cast.removeIf(one ->
                            one.actor().actor().id().equals(item.value().actor().id()));
                    cast.add(new Roles.Cast(new EventActor(item.value().actor(), Role.MEDIATOR), 0));
                    return;
                }
            }
            for (var item : sentence.mentions) {
                var place = item.value().place();
                if (isMediator(item.begin(), item.end(), at) && place != null && place.country() != null) {
                    registry.findOfCountry(place.country(), "government")
                            .ifPresent(actor -> cast.add(new Roles.Cast(new EventActor(actor, Role.MEDIATOR), 0)));
                    return;
                }
            }
        }
    }

    /** Right behind the word, or an adjective right before it. */
    private static boolean isMediator(int begin, int end, int at) {
        return begin > at && begin - at <= 4 || end == at;
    }
}
