package org.marsad.coding.reading;

import java.util.List;
import org.marsad.actor.ActorRegistry;

/** The actors and the words for events that the coder knows. */
public record Vocabulary(ActorRegistry actors, List<TriggerWord> triggers) {
    public Vocabulary {
        triggers = List.copyOf(triggers);
    }

    /** What comes with Marsad. */
    public static Vocabulary builtIn() {
        return of(ActorRegistry.builtIn());
    }

    /** Some actors, and the words for events that come with Marsad. */
    public static Vocabulary of(ActorRegistry actors) {
        return new Vocabulary(actors, TriggerWord.builtIn());
    }
}
