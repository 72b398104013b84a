package org.marsad.coding.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.marsad.actor.Actor;
import org.marsad.actor.ActorRegistry;
import org.marsad.coding.event.EventActor;
import org.marsad.coding.event.Role;
import org.marsad.coding.reading.ActorKinds;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.reading.WordSets;
import org.marsad.coding.slot.Draft;

/** "A curfew was imposed", "three were arrested": what only a state does, its institution did where the text names nobody. */
final class StateActs {
    private static final Set<String> COURTS = WordSets.get("courts");
    /** Words between a court and whose it is. */
    private static final int REACH = 3;

    private final ActorRegistry registry;

    StateActs(ActorRegistry registry) {
        this.registry = registry;
    }

    /** The actors, and the institution of the country where it happened, if its kind has one and nobody is said to act. */
    List<EventActor> of(Draft draft, List<EventActor> told) {
        var actors = draft.kind.family().equals("sentence") ? withTried(draft, told) : told;
        var institution = draft.kind.institution();
        boolean done = actors.stream().anyMatch(one -> one.role() != Role.TARGET);
        if (institution == null || done) {
            return actors;
        }
        var countries = draft.places().stream()
                .map(place -> String.valueOf(place.country()))
                .distinct()
                .toList();
        if (countries.size() != 1) {
            return actors;
        }
        var all = new ArrayList<>(actors);
        registry.findOfCountry(countries.getFirst(), institution).ifPresent(actor -> {
            // Who of its forces is named beside it may as well have done it.
            boolean named = !draft.kind.family().equals("sentence")
                    && actors.stream().anyMatch(one -> ActorKinds.isForce(one.actor()));
            if (!named) {
                all.add(new EventActor(actor, Role.PERPETRATOR));
            }
        });
        return all;
    }

    /** "Jailed for links with al-Shabaab", "seven soldiers were sentenced": they are tried, unless the court is their own. */
    private static List<EventActor> withTried(Draft draft, List<EventActor> actors) {
        return actors.stream()
                .map(one -> one.role() == Role.PERPETRATOR
                                && (ActorKinds.isArmedGroup(one.actor()) || isTroop(one.actor()))
                                && draft.mentions.stream().noneMatch(sentence -> hasCourt(sentence, one.actor()))
                        ? new EventActor(one.actor(), Role.TARGET)
                        : one)
                .distinct()
                .toList();
    }

    private static boolean isTroop(Actor actor) {
        return ActorKinds.isForce(actor) && !actor.sector().equals("JUD");
    }

    /** "A Houthi court", « un tribunal des shebab ». */
    private static boolean hasCourt(Sentence sentence, Actor actor) {
        return sentence.actors.stream()
                .filter(item -> item.value().actor().id().equals(actor.id()))
                .anyMatch(item -> IntStream.range(item.begin() - REACH, item.end() + 1)
                        .anyMatch(at -> COURTS.contains(sentence.textAt(at))));
    }
}
