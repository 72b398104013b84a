package org.marsad.coding.build;

import java.util.List;
import org.marsad.actor.ActorId;
import org.marsad.actor.ActorRegistry;
import org.marsad.coding.event.EventActor;
import org.marsad.coding.event.Role;
import org.marsad.coding.reading.ActorKinds;
import org.marsad.coding.reading.EventKind;
import org.marsad.coding.reading.Lexicon;
import org.marsad.coding.slot.Draft;
import org.marsad.gazetteer.Place;

/** Adds the parties to violence that a text names by kind only: "12 villagers" are civilians, nobody an unidentified group. */
final class UnnamedParties {
    private final ActorRegistry registry;

    UnnamedParties(ActorRegistry registry) {
        this.registry = registry;
    }

    /** Completes the parties of an act of violence, of a release or of a protest. */
    void addTo(Draft draft, List<EventActor> actors) {
        if (draft.kind.family().equals("protest")) {
            if (!has(actors, Role.PERPETRATOR)) {
                registry.find(new ActorId("protesters"))
                        .ifPresent(actor -> actors.add(new EventActor(actor, Role.PERPETRATOR)));
            }
            return;
        }
        if (draft.kind.family().equals("surrender")) {
            // Who lays down arms before a state is of no state.
            if (!has(actors, Role.PERPETRATOR)
                    && actors.stream().noneMatch(one -> ActorKinds.isArmedGroup(one.actor()))) {
                registry.find(new ActorId("unidentified-armed-group"))
                        .ifPresent(actor -> actors.add(new EventActor(actor, Role.PERPETRATOR)));
            }
            return;
        }
        if (draft.kind.family().equals("sentence")) {
            if (!has(actors, Role.PERPETRATOR)) {
                draft.places().stream()
                        .map(Place::country)
                        .filter(java.util.Objects::nonNull)
                        .findFirst()
                        .flatMap(country -> registry.findOfCountry(country, "judiciary"))
                        .ifPresent(actor -> actors.add(new EventActor(actor, Role.PERPETRATOR)));
            }
            return;
        }
        if (draft.kind.family().equals("release")) {
            boolean held =
                    actors.stream().anyMatch(one -> one.role() == Role.TARGET && !ActorKinds.isArmedGroup(one.actor()));
            if (!held && draft.people) {
                addCivilians(actors);
            }
            return;
        }
        boolean fighters = false;
        for (var count : draft.counts) {
            if (count.harm() == Lexicon.Harm.OTHER) {
                continue;
            }
            fighters |= count.side() == Lexicon.Side.FIGHTER;
            switch (count.side()) {
                case CIVILIAN -> addCivilians(actors);
                case FORCE -> addForces(draft, actors);
                case FIGHTER, ANY -> {}
            }
        }
        if (draft.kind.frame() == EventKind.Frame.ATTACK && Posts.areHit(draft)) {
            addForces(draft, actors);
        }
        boolean target = has(actors, Role.TARGET) || has(actors, Role.PARTICIPANT);
        boolean people = draft.counts.stream().anyMatch(count -> count.side() == Lexicon.Side.ANY);
        boolean taken = draft.kind.mode().equals("abduct");
        if (!target && !fighters && (people || taken && draft.people)) {
            addCivilians(actors);
        }
        boolean done = has(actors, Role.PERPETRATOR) || has(actors, Role.PARTICIPANT) || has(actors, Role.CLAIMANT);
        // Fighters that fell where soldiers were attacked are who attacked.
        boolean struckBack =
                actors.stream().anyMatch(one -> one.role() == Role.TARGET && ActorKinds.isForce(one.actor()));
        if (!done && (!fighters || struckBack) && draft.kind.isBySomebody() && has(actors, Role.TARGET)) {
            registry.find(new ActorId("unidentified-armed-group"))
                    .ifPresent(actor -> actors.add(new EventActor(actor, Role.PERPETRATOR)));
        }
    }

    /** Drops the general word for a party that has a name: civilians beside clerics, gunmen beside JNIM. */
    static void tidy(List<EventActor> actors) {
        boolean clergy = actors.stream()
                .anyMatch(one -> one.role() == Role.TARGET
                        && one.actor().parent() != null
                        && one.actor().parent().value().equals("civilians"));
        boolean named = actors.stream()
                .anyMatch(one -> one.role() == Role.PERPETRATOR
                        && ActorKinds.isArmedGroup(one.actor())
                        && !ActorKinds.isUnidentified(one.actor()));
        boolean group = actors.stream()
                .anyMatch(one -> one.role() == Role.TARGET
                        && ActorKinds.isArmedGroup(one.actor())
                        && !ActorKinds.isUnidentified(one.actor()));
        // "Islamic State" beside its West Africa province.
        actors.removeIf(one -> ActorKinds.isArmedGroup(one.actor())
                && actors.stream()
                        .anyMatch(other -> other.role() == one.role()
                                && one.actor().id().equals(other.actor().parent())));
        actors.removeIf(one -> group && one.role() == Role.TARGET && ActorKinds.isUnidentified(one.actor())
                || clergy && one.actor().id().value().equals("civilians")
                || named && one.role() == Role.PERPETRATOR && ActorKinds.isUnidentified(one.actor()));
    }

    private static boolean has(List<EventActor> actors, Role role) {
        return actors.stream().anyMatch(one -> one.role() == role);
    }

    private void addCivilians(List<EventActor> actors) {
        if (actors.stream().noneMatch(one -> ActorKinds.isCivilian(one.actor()))) {
            registry.find(new ActorId("civilians")).ifPresent(actor -> actors.add(new EventActor(actor, Role.TARGET)));
        }
    }

    private void addForces(Draft draft, List<EventActor> actors) {
        boolean others = actors.stream()
                .anyMatch(one -> one.role() == Role.TARGET && ActorKinds.isOrganisation(one.actor())
                        || one.role() == Role.TARGET && one.actor().kind().equals("external-forces"));
        if (!others && actors.stream().noneMatch(one -> ActorKinds.isState(one.actor()))) {
            draft.places().stream()
                    .map(Place::country)
                    .filter(java.util.Objects::nonNull)
                    .findFirst()
                    .flatMap(country -> registry.findOfCountry(country, "army"))
                    .ifPresent(actor -> actors.add(new EventActor(actor, Role.TARGET)));
        }
    }
}
