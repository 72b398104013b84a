package org.marsad.actor;

import org.marsad.text.Span;

/** An actor named in a text. */
public record ActorMention(Span span, String text, Actor actor) {}
