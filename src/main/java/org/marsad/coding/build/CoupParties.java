package org.marsad.coding.build;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.actor.ActorRegistry;
import org.marsad.coding.event.EventActor;
import org.marsad.coding.event.Role;
import org.marsad.coding.slot.Draft;

/** Who is who in a coup: states that comment on it are no parties, and the government of the country suffers it. */
final class CoupParties {
    private final ActorRegistry registry;

    CoupParties(ActorRegistry registry) {
        this.registry = registry;
    }

    List<EventActor> of(Draft draft, List<EventActor> found) {
        var country = country(draft, found);
        if (country == null) {
            return found;
        }
        var actors = new ArrayList<EventActor>();
        for (var one : found) {
            var id = one.actor().id().value();
            boolean ours = country.equals(one.actor().country());
            if (id.endsWith("-junta") || ours && one.actor().kind().equals("state-forces")) {
                actors.add(new EventActor(one.actor(), Role.PERPETRATOR));
            } else if (ours) {
                actors.add(new EventActor(one.actor(), Role.TARGET));
            }
        }
        if (actors.stream().noneMatch(one -> one.role() == Role.TARGET)) {
            registry.findOfCountry(country, "government")
                    .ifPresent(actor -> actors.add(new EventActor(actor, Role.TARGET)));
        }
        return actors;
    }

    private static @Nullable String country(Draft draft, List<EventActor> found) {
        if (!draft.places().isEmpty() && draft.places().getFirst().country() != null) {
            return draft.places().getFirst().country();
        }
        return found.stream()
                .map(one -> one.actor().country())
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
