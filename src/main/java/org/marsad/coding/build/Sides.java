package org.marsad.coding.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.marsad.coding.event.EventActor;
import org.marsad.coding.event.Role;
import org.marsad.coding.reading.ActorKinds;
import org.marsad.coding.reading.Lexicon;
import org.marsad.coding.reading.WordSets;
import org.marsad.coding.slot.Draft;

/**
 * Who stands on which side of an act of violence, where single sentences made the same party both, or all of them targets:
 * "eleven gendarmes were killed in the attack, several terrorists neutralised" tells of gunmen that attacked and lost some.
 */
final class Sides {
    private static final Set<String> ON_THEIR_SIDE = WordSets.get("beside-forces");

    private Sides() {}

    /** The actors, each on one side. */
    static List<EventActor> part(Draft draft, List<EventActor> actors) {
        var parted = new ArrayList<>(actors);
        long participants =
                parted.stream().filter(one -> one.role() == Role.PARTICIPANT).count();
        if (participants == 1 && draft.kind.isOneSided()) {
            // "a drone killed ten as troops battle for the city".
            parted.removeIf(one -> one.role() == Role.PARTICIPANT);
        }
        if (draft.kind.isByGunmen() && parted.stream().anyMatch(one -> one.role() == Role.TARGET)) {
            // «الخطف في اليوم الذي أمّنت فيه السلطات الإفراج»: a government does not lie in ambush.
            parted.removeIf(one -> one.role() == Role.PERPETRATOR
                    && ActorKinds.isGovernment(one.actor())
                    && !one.actor().id().value().endsWith("-junta"));
        }
        if (draft.kind.mode().equals("abduct")
                && parted.stream().anyMatch(one -> one.role() == Role.PERPETRATOR && isFoe(one))) {
            // "people kidnapped by bandits were rescued by troops".
            parted.removeIf(Sides::areForces);
        }
        oppose(draft, parted);
        if (draft.kind.key().equals("operation")) {
            operate(parted);
        }
        if (parted.stream().allMatch(one -> one.role() == Role.TARGET)
                && parted.stream().anyMatch(Sides::isForce)
                && parted.stream().anyMatch(Sides::isFoe)) {
            turn(draft, parted);
        }
        if (draft.kind.isByAttackers()) {
            ambush(parted);
            divide(parted);
        }
        return parted;
    }

    /** "An operation was launched to dislodge the insurgents": they did not launch it. */
    private static void operate(List<EventActor> actors) {
        boolean others = actors.stream().anyMatch(one -> one.role() != Role.PERPETRATOR || !areGunmen(one));
        if (!others) {
            replace(actors, Sides::areGunmen, Role.TARGET);
        }
    }

    /** "Ten volunteers died in an ambush; soldiers killed thirty attackers": who attacked are those that soldiers killed. */
    private static void ambush(List<EventActor> actors) {
        boolean gunmen =
                actors.stream().anyMatch(one -> one.role() == Role.TARGET && ActorKinds.isUnidentified(one.actor()));
        boolean auxiliaries = actors.stream()
                .anyMatch(one -> one.role() == Role.TARGET
                        && ON_THEIR_SIDE.contains(one.actor().id().value()));
        boolean forces = actors.stream().anyMatch(Sides::areForces)
                && actors.stream().noneMatch(one -> one.role() == Role.PERPETRATOR && !isForce(one));
        if (gunmen && auxiliaries && forces) {
            actors.replaceAll(one -> {
                if (areForces(one)) {
                    return new EventActor(one.actor(), Role.TARGET);
                }
                return ActorKinds.isUnidentified(one.actor()) ? new EventActor(one.actor(), Role.PERPETRATOR) : one;
            });
        }
    }

    /** Soldiers and gunmen among the dead of one act: who attacked is told by the kind of it. */
    private static void turn(Draft draft, List<EventActor> actors) {
        if (draft.kind.isByAttackers()) {
            replace(actors, Sides::isFoe, Role.PERPETRATOR);
        } else if (draft.kind.isByForces()) {
            replace(actors, Sides::isForce, Role.PERPETRATOR);
        }
    }

    /** Its own dead make no target of who attacked, nor does striking back make an attacker of who was attacked. */
    private static void divide(List<EventActor> actors) {
        boolean attacked = actors.stream().anyMatch(one -> one.role() == Role.PERPETRATOR && isFoe(one));
        var both = actors.stream()
                .filter(one -> one.role() == Role.TARGET && has(actors, one, Role.PERPETRATOR))
                .toList();
        for (var one : both) {
            if (attacked && isForce(one)) {
                actors.remove(new EventActor(one.actor(), Role.PERPETRATOR));
            } else if (actors.stream().anyMatch(other -> other.role() == Role.TARGET && !both.contains(other))) {
                actors.remove(one);
            }
        }
    }

    /** Gunmen and soldiers that both "did it" fought each other, or one of them came upon what the other did. */
    private static void oppose(Draft draft, List<EventActor> actors) {
        boolean rebels = actors.stream()
                .anyMatch(one -> one.role() == Role.PERPETRATOR && one.actor().inter() == 2);
        boolean forces = actors.stream().anyMatch(Sides::areForces);
        boolean target = actors.stream().anyMatch(one -> one.role() == Role.TARGET);
        if (rebels && forces && !target && draft.kind.key().equals("clash")) {
            // "fighting between the army and the RSF".
            replace(actors, one -> one.role() == Role.PERPETRATOR, Role.PARTICIPANT);
            return;
        }
        if (!forces || actors.stream().noneMatch(Sides::areGunmen)) {
            return;
        }
        if (target) {
            boolean people =
                    actors.stream().allMatch(one -> one.role() != Role.TARGET || ActorKinds.isCivilian(one.actor()));
            boolean gunmen = actors.stream()
                    .filter(one -> areGunmen(one) || areForces(one))
                    .limit(1)
                    .anyMatch(Sides::areGunmen);
            actors.removeIf(one -> people && (gunmen ? areForces(one) : areGunmen(one)));
            if (!people) {
                takeSides(draft, actors);
            }
        } else if (fell(draft, Lexicon.Side.FIGHTER)) {
            replace(actors, Sides::areGunmen, Role.TARGET);
        } else if (draft.kind.isByAttackers()) {
            replace(actors, Sides::areForces, Role.TARGET);
        }
    }

    /** Who of the two is on the side of those that were hit. */
    private static void takeSides(Draft draft, List<EventActor> actors) {
        var hit = actors.stream().filter(one -> one.role() == Role.TARGET).toList();
        if (hit.stream().allMatch(one -> isFoe(one) && !ActorKinds.isUnidentified(one.actor()))) {
            // "the coalition's operations against the Houthis".
            actors.removeIf(Sides::areGunmen);
        } else if (draft.kind.isByAttackers()
                && !draft.kind.takesTerritory()
                && hit.stream().noneMatch(Sides::isFoe)) {
            // "ambushed a convoy; the army says it killed forty of them".
            replace(actors, Sides::areForces, Role.TARGET);
        }
    }

    private static void replace(List<EventActor> actors, Predicate<EventActor> which, Role role) {
        actors.replaceAll(one -> which.test(one) ? new EventActor(one.actor(), role) : one);
    }

    private static boolean areForces(EventActor one) {
        return one.role() == Role.PERPETRATOR && isForce(one);
    }

    private static boolean fell(Draft draft, Lexicon.Side side) {
        return draft.counts.stream().anyMatch(count -> count.side() == side && count.harm() == Lexicon.Harm.KILLED);
    }

    /** Who fights forces: no militia that may be on their side. */
    private static boolean isFoe(EventActor one) {
        return ActorKinds.isArmedGroup(one.actor())
                && !one.actor().kind().equals("identity-militia")
                && !ON_THEIR_SIDE.contains(one.actor().id().value());
    }

    private static boolean areGunmen(EventActor one) {
        return one.role() == Role.PERPETRATOR && ActorKinds.isUnidentified(one.actor());
    }

    private static boolean isForce(EventActor one) {
        return ActorKinds.isForce(one.actor());
    }

    private static boolean has(List<EventActor> actors, EventActor one, Role role) {
        return actors.stream()
                .anyMatch(other -> other.role() == role
                        && other.actor().id().equals(one.actor().id()));
    }
}
