package org.marsad.coding.article;

import java.util.List;
import java.util.regex.Pattern;
import org.marsad.actor.Actor;
import org.marsad.coding.event.EventActor;
import org.marsad.coding.event.Role;
import org.marsad.coding.reading.ActorKinds;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.slot.Draft;
import org.marsad.coding.slot.Ties;
import org.marsad.text.Patterns;

/** Claims that name no deed: "JNIM has since said it was behind it", "The group said its men did it". */
final class Claims {
    private static final Pattern CLAIM =
            Pattern.compile(".*\\b(said|says|boasted|announced|stated|saying|claimed|claims|claiming)\\b.*"
                    + "\\b((was|were|is|are|had been) behind|(its|his|their) (men|fighters|members|soldiers|combatants|forces)"
                    + " (did|had done|carried|had carried|were behind|staged|launched|executed)"
                    + "|it (had )?(carried|did|staged|launched|executed)|responsibility|credit)\\b.*");
    private static final int REACH = 4;

    private Claims() {}

    /** Gives the act told last to the group that says so in a sentence of its own. */
    static void complete(List<Sentence> sentences, List<Draft> drafts) {
        for (var sentence : sentences) {
            if (sentence.title
                    || drafts.stream().anyMatch(draft -> draft.kind.isViolence() && draft.mentions.contains(sentence))
                    || !isClaim(sentence)) {
                continue;
            }
            var group = claimant(sentence);
            if (group != null) {
                deed(drafts, sentence, group);
            }
        }
    }

    private static boolean isClaim(Sentence sentence) {
        var text = sentence.text(0, sentence.size());
        return CLAIM.matcher(text).matches()
                && !Patterns.matches(text, ".*\\b(no|nobody|not|denied|without|yet to)\\b.*");
    }

    private static @org.jspecify.annotations.Nullable Actor claimant(Sentence sentence) {
        return sentence.actors.stream()
                .filter(item -> !Ties.isTie(sentence, item) && !Ties.isAffiliation(sentence, item.begin()))
                .map(item -> item.value().actor())
                .filter(actor -> ActorKinds.isArmedGroup(actor) && !ActorKinds.isUnidentified(actor))
                .reduce((first, second) -> first.id().value().equals("al-qaeda") ? second : first)
                .orElse(null);
    }

    private static void deed(List<Draft> drafts, Sentence sentence, Actor group) {
        drafts.stream()
                .filter(draft -> draft.kind.isViolence()
                        && draft.mentions.getLast().index < sentence.index
                        && sentence.index - draft.mentions.getLast().index <= REACH
                        && draft.actors.stream()
                                .noneMatch(one -> one.role() != Role.TARGET
                                        && !ActorKinds.isUnidentified(one.actor())
                                        && !one.actor().id().equals(group.id()))
                        && draft.actors.stream()
                                .noneMatch(one -> one.actor().id().equals(group.id()) && one.role() == Role.TARGET))
                .reduce((first, second) -> second)
                .ifPresent(draft -> {
                    draft.actors.removeIf(
                            one -> one.role() == Role.PERPETRATOR && ActorKinds.isUnidentified(one.actor()));
                    for (var role : List.of(Role.CLAIMANT, Role.PERPETRATOR)) {
                        var actor = new EventActor(group, role);
                        if (!draft.actors.contains(actor)) {
                            draft.actors.add(actor);
                        }
                    }
                });
    }
}
