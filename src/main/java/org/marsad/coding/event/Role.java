package org.marsad.coding.event;

import java.util.Locale;

/** What an actor is to an event. */
public enum Role {
    PERPETRATOR,
    TARGET,
    PARTICIPANT,
    CLAIMANT,
    MEDIATOR;

    /** The word of the coder's JSON. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
