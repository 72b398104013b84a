package org.marsad.coding.reading;

import org.marsad.actor.Actor;

/** What kind of party an actor is to an event. */
public final class ActorKinds {
    private static final java.util.Set<String> BLOCS = WordSets.get("blocs");

    private static final java.util.Set<String> AUTHORITIES = WordSets.get("authorities");

    private ActorKinds() {}

    public static boolean isCivilian(Actor actor) {
        return !isProtesters(actor)
                && (actor.inter() == 7
                        || actor.kind().equals("civilians")
                        || actor.sector().equals("CVL"));
    }

    public static boolean isProtesters(Actor actor) {
        return actor.kind().equals("protesters");
    }

    public static boolean isState(Actor actor) {
        return actor.inter() == 1;
    }

    public static boolean isGovernment(Actor actor) {
        return actor.kind().equals("government");
    }

    /** A state's people under arms or with a badge: no government, no militia beside it. */
    public static boolean isForce(Actor actor) {
        return isState(actor) && !isGovernment(actor);
    }

    public static boolean isArmedGroup(Actor actor) {
        return actor.inter() == 2 || actor.inter() == 3 || actor.inter() == 4;
    }

    /** An armed group that polices what it holds. */
    public static boolean isAuthority(Actor actor) {
        return AUTHORITIES.contains(actor.id().value());
    }

    /** Named by what it is only: "gunmen". */
    public static boolean isUnidentified(Actor actor) {
        return actor.id().value().startsWith("unidentified");
    }

    /** A union of states that a state can leave. */
    public static boolean isBloc(Actor actor) {
        return BLOCS.contains(actor.id().value());
    }

    /** An organisation of states; its peacekeepers suffer attacks and do not make them. */
    public static boolean isOrganisation(Actor actor) {
        return actor.sector().equals("IGO") || actor.kind().equals("intergovernmental");
    }
}
