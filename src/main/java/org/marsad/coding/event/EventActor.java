package org.marsad.coding.event;

import org.marsad.actor.Actor;

/** An actor and its role in an event. */
public record EventActor(Actor actor, Role role) {}
