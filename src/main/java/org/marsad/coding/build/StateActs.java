package org.marsad.coding.build;

import java.util.ArrayList;
import java.util.List;
import org.marsad.actor.ActorRegistry;
import org.marsad.coding.event.EventActor;
import org.marsad.coding.event.Role;
import org.marsad.coding.reading.ActorKinds;
import org.marsad.coding.slot.Draft;

/** "A curfew was imposed", "three were arrested": what only a state does, its institution did where the text names nobody. */
final class StateActs {
    private final ActorRegistry registry;

    StateActs(ActorRegistry registry) {
        this.registry = registry;
    }

    /** The actors, and the institution of the country where it happened, if its kind has one and nobody is said to act. */
    List<EventActor> of(Draft draft, List<EventActor> actors) {
        var institution = draft.kind.institution();
        boolean done = actors.stream().anyMatch(one -> one.role() != Role.TARGET);
        if (institution == null || done) {
            return actors;
        }
        var countries = draft.places().stream()
                .map(place -> String.valueOf(place.country()))
                .distinct()
                .toList();
        if (countries.size() != 1) {
            return actors;
        }
        var all = new ArrayList<>(actors);
        registry.findOfCountry(countries.getFirst(), institution).ifPresent(actor -> {
            // Who of its forces is named beside it may as well have done it.
            boolean named = actors.stream().anyMatch(one -> ActorKinds.isForce(one.actor()));
            if (!named) {
                all.add(new EventActor(actor, Role.PERPETRATOR));
            }
        });
        return all;
    }
}
