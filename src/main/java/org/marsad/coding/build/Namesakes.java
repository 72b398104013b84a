package org.marsad.coding.build;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.marsad.actor.ActorId;
import org.marsad.actor.ActorRegistry;
import org.marsad.coding.event.EventActor;
import org.marsad.coding.slot.Draft;
import org.marsad.text.Table;

/** "Al-Shabaab" of Mozambique is not that of Somalia: names that mean another group where an event lies. */
final class Namesakes {
    private static final String FILE = "/gazetteer/namesakes.csv";

    private record Name(ActorId actor, String country) {}

    private final ActorRegistry registry;
    private final Map<Name, ActorId> means = new HashMap<>();

    Namesakes(ActorRegistry registry) {
        this.registry = registry;
        for (var row : Table.rows(FILE)) {
            means.put(new Name(new ActorId(row.get("actor")), row.get("country")), new ActorId(row.get("means")));
        }
    }

    /** The actors, each as its name is meant in the country of the event. */
    List<EventActor> of(Draft draft, List<EventActor> actors) {
        var country =
                draft.places().isEmpty() ? null : draft.places().getFirst().country();
        if (country == null) {
            return actors;
        }
        return actors.stream()
                .map(one -> {
                    var other = means.get(new Name(one.actor().id(), country));
                    return other == null
                            ? one
                            : registry.find(other)
                                    .map(actor -> new EventActor(actor, one.role()))
                                    .orElse(one);
                })
                .distinct()
                .toList();
    }
}
