package org.marsad.actor;

import org.marsad.text.Patterns;

/** A lower-case slug of the actor registry: {@code jnim}, {@code mali-army}. */
public record ActorId(String value) {
    public ActorId {
        if (!Patterns.matches(value, "[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new IllegalArgumentException("not an actor id: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
