package org.marsad.coding.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.marsad.actor.ActorId;
import org.marsad.actor.ActorRegistry;
import org.marsad.coding.event.EventActor;
import org.marsad.coding.event.Role;
import org.marsad.coding.reading.ActorKinds;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.slot.Draft;
import org.marsad.coding.slot.who.Agency;

/** Who did it, where the words of one sentence do not say so but all that an article tells of an event does. */
final class Doers {
    private static final ActorId ISLAMIC_STATE = new ActorId("islamic-state");

    /** What states do abroad. */
    private static final Set<String> STRIKES = Set.of("airstrike", "drone-strike", "shelling");

    private final ActorRegistry registry;
    private final Missions missions;
    private final Namesakes namesakes;
    private final StateActs stateActs;

    Doers(ActorRegistry registry) {
        this.registry = registry;
        this.missions = new Missions(registry);
        this.namesakes = new Namesakes(registry);
        this.stateActs = new StateActs(registry);
    }

    /** The actors with their roles as the whole event has them. */
    List<EventActor> of(Draft draft, List<EventActor> told) {
        var actors = stateActs.of(draft, namesakes.of(draft, told));
        if (draft.kind.isViolence()) {
            return withArmies(ofProvince(draft, withClaimants(missions.of(draft, atHome(draft, actors)))));
        }
        return switch (draft.kind.family()) {
            case "withdrawal" -> withArmies(actors);
            case "release" -> withReleasers(actors);
            default -> actors;
        };
    }

    /** A bare "soldiers" that other sentences lend are those of the country where it happened. */
    private List<EventActor> atHome(Draft draft, List<EventActor> actors) {
        var home = draft.places().isEmpty() ? null : draft.places().getFirst().country();
        if (home == null || STRIKES.contains(draft.kind.key())) {
            return actors;
        }
        return actors.stream()
                .map(one -> {
                    var country = one.actor().country();
                    boolean lent = one.actor().kind().equals("state-forces")
                            && country != null
                            && !country.equals(home)
                            && draft.mentions.stream().noneMatch(sentence -> isAgent(sentence, country))
                            && draft.mentions.stream()
                                    .flatMap(sentence -> sentence.actors.stream())
                                    .noneMatch(item -> item.value()
                                            .actor()
                                            .id()
                                            .equals(one.actor().id()));
                    return lent && one.actor().id().value().endsWith("-army")
                            ? registry.findOfCountry(home, "army")
                                    .map(actor -> new EventActor(actor, one.role()))
                                    .orElse(one)
                            : one;
                })
                .toList();
    }

    /** Whether a sentence says by the bare name of a state, or an adjective, that it did it. */
    private static boolean isAgent(Sentence sentence, String country) {
        return sentence.mentions.stream()
                .anyMatch(item -> item.value().place() != null
                        && country.equals(item.value().place().country())
                        && (Agency.isAgent(sentence, item)
                                || item.value().kind() == org.marsad.geocode.MentionKind.DEMONYM));
    }

    /** "Islamic State" is its branch in the country where it acts or suffers, if it has one; the claim stays with its head. */
    private List<EventActor> ofProvince(Draft draft, List<EventActor> actors) {
        if (actors.stream().noneMatch(one -> one.actor().id().equals(ISLAMIC_STATE))) {
            return actors;
        }
        var country =
                draft.places().isEmpty() ? null : draft.places().getFirst().country();
        var branch = registry.list().stream()
                .filter(actor ->
                        ISLAMIC_STATE.equals(actor.parent()) && country != null && country.equals(actor.country()))
                .findFirst();
        if (branch.isEmpty()) {
            return actors;
        }
        return actors.stream()
                .map(one -> one.actor().id().equals(ISLAMIC_STATE) && one.role() != Role.CLAIMANT
                        ? new EventActor(branch.get(), one.role())
                        : one)
                .distinct()
                .toList();
    }

    /** An operation or a command abroad is its country's army too: Barkhane, AFRICOM. */
    private List<EventActor> withArmies(List<EventActor> actors) {
        var all = new ArrayList<>(actors);
        for (var one : actors) {
            var parent = one.actor().parent();
            if (parent == null || !one.actor().kind().equals("external-forces")) {
                continue;
            }
            registry.find(parent)
                    .filter(army -> army.kind().equals("state-forces"))
                    .filter(army ->
                            all.stream().noneMatch(other -> other.actor().id().equals(army.id())))
                    .ifPresent(army -> all.add(new EventActor(army, one.role())));
        }
        return all;
    }

    /** Who claims what nobody else is said to have done did it. */
    private static List<EventActor> withClaimants(List<EventActor> actors) {
        boolean done = actors.stream()
                .anyMatch(one -> one.role() == Role.PERPETRATOR && !ActorKinds.isUnidentified(one.actor())
                        || one.role() == Role.PARTICIPANT);
        if (done) {
            return actors;
        }
        var all = new ArrayList<>(actors);
        actors.stream()
                .filter(one -> one.role() == Role.CLAIMANT)
                .map(EventActor::actor)
                .filter(actor -> actors.stream()
                        .noneMatch(one ->
                                one.role() == Role.TARGET && one.actor().id().equals(actor.id())))
                .forEach(actor -> all.add(new EventActor(actor, Role.PERPETRATOR)));
        return all;
    }

    /** Who held them lets them go, who brought it about helped. */
    private static List<EventActor> withReleasers(List<EventActor> actors) {
        var all = new ArrayList<EventActor>();
        for (var one : actors) {
            boolean held = one.role() == Role.PARTICIPANT && ActorKinds.isArmedGroup(one.actor());
            all.add(held ? new EventActor(one.actor(), Role.PERPETRATOR) : one);
        }
        return all;
    }
}
