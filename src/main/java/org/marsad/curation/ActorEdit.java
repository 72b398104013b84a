package org.marsad.curation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One edit of the actors. {@code version} is always that of the {@link ActorState} which the admin saw. Where the actor has
 * changed since, the edit is made of the actor as it is now if both touch different things, and refused otherwise.
 */
public sealed interface ActorEdit extends Edit {
    /** An actor that the tables lack; its version and {@code retired} do not count. An empty id: one made of its name. */
    record CreateActor(ActorState actor) implements ActorEdit {}

    /** One more name. */
    record AddActorAlias(String actor, long version, ActorLabel name) implements ActorEdit {}

    /** Other names: the whole list as it is to be, the display names among them. */
    record EditActorNames(String actor, long version, List<ActorLabel> names) implements ActorEdit {
        public EditActorNames {
            names = List.copyOf(names);
        }
    }

    /** All else of it: see {@link ActorState}. A new display name is found in articles too; the old one stays a name. */
    record DescribeActor(
            String actor,
            long version,
            String name,
            String nameAr,
            String nameFr,
            String actorKind,
            int inter,
            String sector,
            @Nullable String country,
            @Nullable String parent,
            @Nullable String from,
            @Nullable String to)
            implements ActorEdit {}

    /** No name is to mean it any more. What was said of it is kept. */
    record RetireActor(String actor, long version) implements ActorEdit {}
}
