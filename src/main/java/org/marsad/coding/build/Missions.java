package org.marsad.coding.build;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.marsad.actor.Actor;
import org.marsad.actor.ActorId;
import org.marsad.actor.ActorRegistry;
import org.marsad.coding.event.EventActor;
import org.marsad.coding.reading.WordSets;
import org.marsad.coding.slot.Draft;

/** "A peacekeeper was killed in Kidal": blue helmets that a text does not name are of the UN's mission in that country. */
final class Missions {
    private static final Set<String> MISSIONS = Set.of("minusma", "minusca", "monusco", "unmiss", "unifil", "unmil");
    private static final Set<String> PEACEKEEPING = WordSets.get("peacekeeping");

    private final ActorRegistry registry;

    Missions(ActorRegistry registry) {
        this.registry = registry;
    }

    /** The actors, the UN's unnamed missions among them told by the place of the event. */
    List<EventActor> of(Draft draft, List<EventActor> actors) {
        var country =
                draft.places().isEmpty() ? null : draft.places().getFirst().country();
        if (country == null) {
            // No place tells whose blue helmets they are.
            return actors.stream()
                    .map(one -> MISSIONS.contains(one.actor().id().value()) && !isNamed(draft, one.actor())
                            ? new EventActor(un(one.actor()), one.role())
                            : one)
                    .distinct()
                    .toList();
        }
        if (actors.stream().noneMatch(one -> isMission(one.actor()))) {
            return actors;
        }
        return actors.stream()
                .map(one -> isMission(one.actor()) && !isNamed(draft, one.actor())
                        ? new EventActor(there(country, one.actor()), one.role())
                        : one)
                .distinct()
                .toList();
    }

    private static boolean isMission(Actor actor) {
        return actor.id().value().equals("un") || MISSIONS.contains(actor.id().value());
    }

    /** Whether the text gives a mission by its name, or the UN without a word of peacekeeping. */
    private static boolean isNamed(Draft draft, Actor actor) {
        if (actor.id().value().equals("un")) {
            return draft.mentions.stream()
                    .flatMap(sentence -> sentence.words.stream())
                    .noneMatch(word ->
                            word.readings().stream().anyMatch(reading -> PEACEKEEPING.contains(reading.stem())));
        }
        return draft.mentions.stream()
                .flatMap(sentence -> sentence.actors.stream())
                .filter(item -> item.value().actor().id().equals(actor.id()))
                .anyMatch(item -> item.value()
                                .text()
                                .toLowerCase(java.util.Locale.ROOT)
                                .contains(actor.id().value())
                        || item.value().text().contains("مينوس")
                        || item.value().text().contains("مونوسكو"));
    }

    private Actor there(String country, Actor actor) {
        if (country.equals(actor.country())) {
            return actor;
        }
        return MISSIONS.stream()
                .map(id -> registry.find(new ActorId(id)))
                .flatMap(Optional::stream)
                .filter(one -> country.equals(one.country()))
                .findFirst()
                .orElseGet(() -> un(actor));
    }

    private Actor un(Actor actor) {
        @Nullable Actor un = registry.find(new ActorId("un")).orElse(null);
        return un == null ? actor : un;
    }
}
