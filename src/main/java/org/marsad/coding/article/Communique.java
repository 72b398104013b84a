package org.marsad.coding.article;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.marsad.actor.Actor;
import org.marsad.coding.event.EventActor;
import org.marsad.coding.event.Role;
import org.marsad.coding.reading.ActorKinds;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.slot.Draft;

/** "ARMED FORCES OF MOZAMBIQUE – summary for the press": who publishes it did what it tells against fighters without naming anybody. */
final class Communique {
    private static final Set<String> DEEDS =
            Set.of("arrest", "confiscation", "operation", "airstrike", "shelling", "release");

    private final @Nullable Actor force;

    Communique(List<Sentence> sentences) {
        var title = sentences.isEmpty() ? null : sentences.getFirst();
        var forces = title == null || !title.title
                ? List.<Actor>of()
                : title.actors.stream()
                        .map(item -> item.value().actor())
                        .filter(actor -> actor.kind().equals("state-forces"))
                        .distinct()
                        .toList();
        boolean heads = title != null
                && title.actors.stream().anyMatch(item -> item.begin() <= 1 && title.size() - item.end() >= 2);
        this.force = forces.size() == 1 && heads ? forces.getFirst() : null;
    }

    void complete(Draft draft) {
        var force = this.force;
        if (force == null
                || draft.sentence.title
                || draft.actors.stream().anyMatch(one -> one.role() == Role.PERPETRATOR)) {
            return;
        }
        boolean onFighters = draft.kind.isViolence()
                && draft.actors.stream()
                        .anyMatch(one -> one.role() == Role.TARGET && ActorKinds.isArmedGroup(one.actor()));
        if (DEEDS.contains(draft.kind.key()) || onFighters) {
            draft.actors.add(new EventActor(force, Role.PERPETRATOR));
        }
    }
}
