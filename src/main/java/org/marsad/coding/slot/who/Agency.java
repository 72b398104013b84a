package org.marsad.coding.slot.who;

import java.util.List;
import org.marsad.actor.ActorRegistry;
import org.marsad.coding.event.EventActor;
import org.marsad.coding.event.Role;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.reading.Trigger;
import org.marsad.gazetteer.PlaceLevel;
import org.marsad.geocode.Mention;

/** «من قبل الولايات المتحدة وإسرائيل», «على يد فرنسا»: states by their bare names that did it, and no places of it. */
public final class Agency {
    private static final int REACH = 14;

    private final ActorRegistry registry;

    Agency(ActorRegistry registry) {
        this.registry = registry;
    }

    /** Adds the armies of such states to the parties of an act of violence. */
    void add(Trigger trigger, List<Roles.Cast> cast) {
        var sentence = trigger.sentence();
        for (var item : sentence.mentions) {
            boolean near = item.begin() >= trigger.end() && sentence.distance(trigger.end(), item.begin()) <= REACH;
            var place = item.value().place();
            if (near && place != null && isAgent(sentence, item)) {
                registry.findOfCountry(String.valueOf(place.country()), "army")
                        .ifPresent(actor -> cast.add(new Roles.Cast(new EventActor(actor, Role.PERPETRATOR), 0)));
            }
        }
    }

    /** Whether a mention names a state that did something. */
    public static boolean isAgent(Sentence sentence, Sentence.Item<Mention> item) {
        var place = item.value().place();
        int at = item.begin();
        if (place == null || place.level() != PlaceLevel.COUNTRY || at == 0) {
            return false;
        }
        boolean by = sentence.isAt(at - 1, "قبل") && sentence.isAt(at - 2, "من")
                || sentence.isAt(at - 1, "يد", "ايدي") && sentence.isAt(at - 2, "علي")
                || sentence.isAt(at - 1, "بيد", "بايدي");
        return by
                || sentence.word(at).text().startsWith("و")
                        && sentence.mentions.stream()
                                .anyMatch(before -> before.end() == at && isAgent(sentence, before));
    }
}
