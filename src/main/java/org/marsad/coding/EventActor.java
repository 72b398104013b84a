package org.marsad.coding;

import org.marsad.actor.Actor;

/** An actor and its role in an event. */
public record EventActor(Actor actor, Role role) {}
