package org.marsad.curation;

/** One edit: of a place, of an actor, or of a word that names events. All are rehearsed, applied and taken back alike. */
public sealed interface Edit permits PlaceEdit, ActorEdit, TriggerEdit {
    /** The word of the history: {@code create}, {@code move}, {@code addActorAlias} … */
    default String kind() {
        var name = getClass().getSimpleName();
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }
}
