package org.marsad.coding.event;

import org.jspecify.annotations.Nullable;

/**
 * An event's type by three codebooks at once, so that it can be read through any of them.
 *
 * @param plover PLOVER event type: ASSAULT, COERCE, CONSULT, COOPERATE, AGREE, …
 * @param mode PLOVER mode, or null where the type has none
 * @param acled ACLED event type
 * @param acledSub ACLED sub-event type
 * @param ucdpViolence UCDP type of violence (1 state-based, 2 non-state, 3 one-sided), or null for what is no violence
 */
public record EventType(
        String plover,
        @Nullable String mode,
        String acled,
        String acledSub,
        @Nullable Integer ucdpViolence) {}
