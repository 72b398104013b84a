package org.marsad.coding.article;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.marsad.actor.Actor;
import org.marsad.coding.event.EventActor;
import org.marsad.coding.event.Role;
import org.marsad.coding.reading.ActorKinds;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.slot.Draft;

/** "The two sides signed", « les deux belligérants », «الطرفان»: the group and the state at war that the article is about. */
final class TwoSides {
    private static final Pattern WORDS = Pattern.compile(
            "\\b((the|both) (two )?(sides|parties|camps|belligerents|warring (sides|parties))|(les|des|aux) deux (camps|parties|belligerants|cotes|belligerantes|forces rivales|generaux))\\b"
                    + "|الطرف(ان|ين)|الجانب(ان|ين)|طرفي (النزاع|الصراع|القتال)|الفريق(ان|ين) المتحارب");
    private static final Pattern MUTUAL = Pattern.compile("meeting|agreement|cooperation");

    private final Optional<Actor> group;
    private final Optional<Actor> state;

    TwoSides(List<Sentence> sentences) {
        var times = new HashMap<Actor, Integer>();
        for (var sentence : sentences) {
            sentence.actors.forEach(item -> times.merge(item.value().actor(), 1, Integer::sum));
        }
        this.group = most(
                times,
                actor ->
                        ActorKinds.isArmedGroup(actor) && !ActorKinds.isUnidentified(actor) && actor.country() != null);
        this.state = group.flatMap(rebels -> most(
                times, actor -> ActorKinds.isState(actor) && rebels.country().equals(actor.country())));
    }

    private static Optional<Actor> most(Map<Actor, Integer> times, Predicate<Actor> kind) {
        return times.entrySet().stream()
                .filter(entry -> kind.test(entry.getKey()))
                .max(Map.Entry.<Actor, Integer>comparingByValue()
                        .thenComparing(entry -> entry.getKey().id().value()))
                .map(Map.Entry::getKey);
    }

    /** Adds the two to a meeting or an agreement of "the two sides" that names no two itself. */
    void complete(Draft draft) {
        if (state.isEmpty() || !MUTUAL.matcher(draft.kind.family()).matches()) {
            return;
        }
        long named = draft.actors.stream()
                .filter(one -> one.role() == Role.PARTICIPANT)
                .count();
        boolean told = draft.mentions.stream()
                .anyMatch(sentence ->
                        WORDS.matcher(sentence.text(0, sentence.size())).find());
        if (named < 2 && told) {
            for (var actor : List.of(group.orElseThrow(), state.orElseThrow())) {
                if (draft.actors.stream().noneMatch(one -> one.actor().id().equals(actor.id()))) {
                    draft.actors.add(new EventActor(actor, Role.PARTICIPANT));
                }
            }
        }
    }
}
