package org.marsad.coding.draft;

import java.util.List;
import java.util.Set;
import org.marsad.actor.ActorRegistry;
import org.marsad.coding.event.EventActor;
import org.marsad.coding.event.Role;
import org.marsad.coding.reading.ActorKinds;
import org.marsad.coding.reading.EventKind;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.reading.Where;
import org.marsad.geocode.Mention;
import org.marsad.geocode.MentionKind;

/**
 * "Eight soldiers were killed in Kpendjal", "the government declared a curfew in Diffa": forces and authorities that the text gives
 * no country are those of the place where they fell, or where they rule.
 */
final class HomeForces {
    private static final List<String> INSTITUTIONS =
            List.of("army", "gendarmerie", "police", "national-guard", "customs", "government");

    /** What a state does to those who live in it. */
    private static final Set<String> RULE =
            Set.of("arrest", "curfew", "ban", "confiscation", "trial", "charge", "shutdown");

    private final ActorRegistry registry;

    HomeForces(ActorRegistry registry) {
        this.registry = registry;
    }

    /** The same actor, or its namesake in the country of the place. */
    EventActor of(Sentence sentence, EventKind kind, Where where, EventActor one) {
        var country = one.actor().country();
        boolean rules = one.role() == Role.PERPETRATOR && RULE.contains(kind.key());
        if (!rules && one.role() != Role.TARGET
                || country == null
                || !ActorKinds.isState(one.actor())
                || where.places().isEmpty()) {
            return one;
        }
        var home = where.places().getFirst().country();
        if (home == null
                || home.equals(country)
                || Where.rank(where.places().getFirst()) > 2
                || isNamed(sentence, country, one)) {
            return one;
        }
        var id = one.actor().id().value();
        return INSTITUTIONS.stream()
                .filter(institution -> id.endsWith("-" + institution))
                .findFirst()
                .flatMap(institution -> registry.findOfCountry(home, institution))
                .map(actor -> new EventActor(actor, one.role()))
                .orElse(one);
    }

    /** Whether the sentence itself names the country, or says of these forces that they are its. */
    private static boolean isNamed(Sentence sentence, String country, EventActor one) {
        return sentence.mentions.stream().anyMatch(item -> {
            var place = item.value().place();
            boolean named = place != null && country.equals(place.country());
            if (!named || !ActorKinds.isForce(one.actor())) {
                return named;
            }
            return item.value().kind() == MentionKind.DEMONYM ? isOf(sentence, item, one) : Where.rank(place) > 0;
        });
    }

    /** « côté sénégalais » says nothing of "the soldiers" of the sentence. */
    private static boolean isOf(Sentence sentence, Sentence.Item<Mention> demonym, EventActor one) {
        return sentence.actors.stream()
                .anyMatch(item -> item.value().actor().equals(one.actor())
                        && item.begin() <= demonym.end() + 1
                        && demonym.begin() <= item.end() + 1);
    }
}
