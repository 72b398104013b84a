package org.marsad.coding.slot.who;

import java.util.List;
import java.util.Set;
import org.marsad.actor.ActorRegistry;
import org.marsad.coding.event.EventActor;
import org.marsad.coding.event.Role;
import org.marsad.coding.reading.EventKind;
import org.marsad.coding.reading.Trigger;
import org.marsad.geocode.MentionKind;
import org.marsad.text.Language;
import org.marsad.text.Patterns;

/** "The Americans left the base", "Russian instructors landed", "the French had been gone": whose forces come and go. */
final class Peoples {
    private static final Set<String> FORCES = Set.of(
            "instructors",
            "trainers",
            "advisers",
            "advisors",
            "mercenaries",
            "contingent",
            "component",
            "detachment",
            "paratroopers");

    private static final int REACH = 5;

    private Peoples() {}

    static void add(ActorRegistry registry, Language language, Trigger trigger, List<Roles.Cast> cast) {
        if (language != Language.EN
                || !Patterns.matches(trigger.kind().family(), "withdrawal|deployment|mobilisation")
                || !cast.isEmpty()) {
            return;
        }
        var sentence = trigger.sentence();
        for (var item : sentence.mentions) {
            var place = item.value().place();
            boolean people = item.value().kind() == MentionKind.DEMONYM && place != null && place.country() != null;
            if (!people || sentence.distance(item.begin(), trigger.begin()) > REACH || item.begin() >= trigger.end()) {
                continue;
            }
            boolean noun =
                    item.value().text().endsWith("s") && sentence.isAt(item.begin() - 1, "the", "last", "remaining")
                            || item.end() == trigger.begin() && sentence.isAt(item.begin() - 1, "the");
            boolean forces = item.end() < sentence.size()
                    && FORCES.contains(sentence.word(item.end()).text());
            if (noun || forces) {
                var role = trigger.kind().frame() == EventKind.Frame.ACT ? Role.PARTICIPANT : Role.PERPETRATOR;
                registry.findOfCountry(place.country(), "army")
                        .ifPresent(actor -> cast.add(new Roles.Cast(new EventActor(actor, role), 0)));
                return;
            }
        }
    }
}
