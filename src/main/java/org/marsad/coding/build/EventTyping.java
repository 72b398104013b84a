package org.marsad.coding.build;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.coding.event.EventActor;
import org.marsad.coding.event.EventType;
import org.marsad.coding.event.Role;
import org.marsad.coding.reading.ActorKinds;
import org.marsad.coding.reading.Lexicon;
import org.marsad.coding.slot.Draft;

/** The type of an event by PLOVER, ACLED and UCDP: what was done, and for ACLED and UCDP also to whom. */
final class EventTyping {
    private EventTyping() {}

    static EventType of(Draft draft, List<EventActor> actors) {
        var kind = draft.kind;
        var mode = kind.mode().isEmpty() ? null : kind.mode();
        if (!kind.isViolence()) {
            return new EventType(kind.plover(), mode, kind.acled(), kind.acledSub(), null);
        }
        boolean civilians = targetsCivilians(draft, actors);
        var acled = kind.acled();
        var sub = kind.acledSub();
        boolean battle = acled.equals("Battles") || acled.equals("Violence against civilians");
        if (battle && !kind.key().equals("abduction") && !kind.key().equals("seizure-of-territory")) {
            acled = civilians ? "Violence against civilians" : "Battles";
            sub = civilians ? "Attack" : "Armed clash";
        }
        if (kind.key().equals("seizure-of-territory") && statePerpetrates(actors) && !groupPerpetrates(actors)) {
            sub = "Government regains territory";
        }
        return new EventType(kind.plover(), mode, acled, sub, ucdp(actors, civilians));
    }

    private static boolean targetsCivilians(Draft draft, List<EventActor> actors) {
        boolean armed =
                actors.stream().anyMatch(one -> one.role() == Role.TARGET && !ActorKinds.isCivilian(one.actor()));
        boolean civilians =
                actors.stream().anyMatch(one -> one.role() == Role.TARGET && ActorKinds.isCivilian(one.actor()));
        boolean clash =
                actors.stream().filter(one -> one.role() == Role.PARTICIPANT).count() > 1;
        if (armed || clash) {
            return false;
        }
        if (civilians) {
            return true;
        }
        boolean victims = draft.counts.stream()
                .anyMatch(count -> count.side() == Lexicon.Side.CIVILIAN || count.side() == Lexicon.Side.ANY);
        boolean fighters = draft.counts.stream()
                .anyMatch(count -> count.side() == Lexicon.Side.FIGHTER || count.side() == Lexicon.Side.FORCE);
        return !fighters && (victims || draft.kind.acled().equals("Violence against civilians"));
    }

    private static boolean statePerpetrates(List<EventActor> actors) {
        return actors.stream().anyMatch(one -> one.role() == Role.PERPETRATOR && ActorKinds.isState(one.actor()));
    }

    private static boolean groupPerpetrates(List<EventActor> actors) {
        return actors.stream().anyMatch(one -> one.role() == Role.PERPETRATOR && ActorKinds.isArmedGroup(one.actor()));
    }

    /** UCDP's {@code type_of_violence}: 1 a state is a party, 2 none is, 3 against civilians. */
    private static @Nullable Integer ucdp(List<EventActor> actors, boolean civilians) {
        if (civilians) {
            return 3;
        }
        boolean state = actors.stream().anyMatch(one -> ActorKinds.isState(one.actor()));
        long groups = actors.stream()
                .filter(one -> ActorKinds.isArmedGroup(one.actor()))
                .map(EventActor::actor)
                .distinct()
                .count();
        return state ? Integer.valueOf(1) : groups > 1 ? Integer.valueOf(2) : null;
    }
}
