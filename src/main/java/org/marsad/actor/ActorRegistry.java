package org.marsad.actor;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The actors that Marsad knows by name. Immutable. */
public final class ActorRegistry {
    private ActorRegistry() {}

    /** The registry shipped with Marsad. */
    public static ActorRegistry builtIn() {
        return new ActorRegistry();
    }

    /** An actor of the registry, or one composed of a country and an institution ({@code senegal-army}). */
    public Optional<Actor> find(ActorId id) {
        return Optional.empty();
    }

    public Collection<Actor> list() {
        return List.of();
    }
}
