package org.marsad.coding.article;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.marsad.actor.Actor;
import org.marsad.actor.ActorMention;
import org.marsad.coding.event.EventActor;
import org.marsad.coding.event.Role;
import org.marsad.coding.reading.ActorKinds;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.reading.WordSets;
import org.marsad.coding.slot.Draft;
import org.marsad.coding.slot.who.Blame;
import org.marsad.coding.slot.who.Ties;

/**
 * Sentences that name no deed but say whose the last one was: "JNIM has since said it was behind it", « Le groupe l'a
 * revendiquée », «وتبناه التنظيم», and, as a suspicion only, "the kidnappers are thought to belong to Boko Haram".
 */
final class Claims {
    private static final Pattern CLAIM = Pattern.compile(
            ".*\\b(said|says|boasted|announced|stated|saying|claimed|claims|claiming)\\b.*"
                    + "\\b((was|were|is|are|had been) behind|(its|his|their) (men|fighters|members|soldiers|combatants|forces)"
                    + " (did|had done|carried|had carried|were behind|staged|launched|executed)"
                    + "|it (had )?(carried|did|staged|launched|executed)|responsibility|credit)\\b.*"
                    + "|.*\\brevendique(e|es|s|nt)?\\b.*"
                    + "|.*(^|\\s)[وف]?(تبن(ي|ت|اه|اها|ته|تها)|اعلنت? .*مسووليت(ه|ها|هم)) ?.*",
            Pattern.UNICODE_CHARACTER_CLASS);
    private static final Set<String> SUSPECTING = WordSets.get("suspecting");
    private static final Set<String> DEED = WordSets.get("deed-of-before");
    private static final Set<String> NO_CLAIM = WordSets.get("no-claim");
    private static final int REACH = 4;

    private Claims() {}

    /** Gives the act told last to the group that a sentence of its own gives it to. */
    static void complete(List<Sentence> sentences, List<Draft> drafts) {
        drafts.forEach(Claims::accuse);
        for (var sentence : sentences) {
            if (sentence.title
                    || sentence.isQuestion()
                    || drafts.stream()
                            .anyMatch(draft -> draft.kind.isViolence() && draft.mentions.contains(sentence))) {
                continue;
            }
            var group = group(sentence);
            if (group == null || says(sentence, NO_CLAIM)) {
                continue;
            }
            if (CLAIM.matcher(sentence.text(0, sentence.size())).matches()) {
                deed(drafts, sentence, group, List.of(Role.CLAIMANT, Role.PERPETRATOR));
            } else if (says(sentence, SUSPECTING) && says(sentence, DEED) || saysWhoDidIt(sentence)) {
                deed(drafts, sentence, group, List.of(Role.PERPETRATOR));
            }
        }
    }

    /** "The RSF blamed the army for the raid": who is accused of what nobody else is said to have done. */
    private static void accuse(Draft draft) {
        if (!draft.kind.isViolence() || draft.actors.stream().anyMatch(one -> one.role() != Role.TARGET)) {
            return;
        }
        draft.mentions.stream()
                .flatMap(sentence -> sentence.actors.stream().filter(item -> Blame.isAccused(sentence, item)))
                .map(item -> item.value().actor())
                .filter(actor ->
                        draft.actors.stream().noneMatch(one -> one.actor().equals(actor)))
                .findFirst()
                .ifPresent(actor -> draft.actors.add(new EventActor(actor, Role.PERPETRATOR)));
    }

    private static boolean saysWhoDidIt(Sentence sentence) {
        return sentence.actors.stream().anyMatch(item -> Blame.didIt(sentence, item.end()));
    }

    private static boolean says(Sentence sentence, Set<String> words) {
        return IntStream.range(0, sentence.size()).anyMatch(at -> sentence.isOf(at, words));
    }

    private static @Nullable Actor group(Sentence sentence) {
        return sentence.actors.stream()
                .filter(item -> !Ties.isTie(sentence, item) && !Ties.isAffiliation(sentence, item.begin()))
                .map(Sentence.Item::value)
                .map(ActorMention::actor)
                .filter(actor -> ActorKinds.isArmedGroup(actor) && !ActorKinds.isUnidentified(actor))
                .reduce((first, second) -> first.id().value().equals("al-qaeda") ? second : first)
                .orElse(null);
    }

    /** The last sentence of an event that stands before another, or a number far from all of them. */
    private static int before(Draft draft, Sentence sentence) {
        return draft.mentions.stream()
                .mapToInt(one -> one.index)
                .filter(index -> index < sentence.index)
                .max()
                .orElse(Integer.MIN_VALUE);
    }

    private static void deed(List<Draft> drafts, Sentence sentence, Actor group, List<Role> roles) {
        drafts.stream()
                .filter(draft -> draft.kind.isViolence()
                        && before(draft, sentence) >= sentence.index - REACH
                        && draft.actors.stream()
                                .noneMatch(one -> one.role() != Role.TARGET
                                        && !ActorKinds.isUnidentified(one.actor())
                                        && !one.actor().id().equals(group.id()))
                        && draft.actors.stream()
                                .noneMatch(one -> one.actor().id().equals(group.id()) && one.role() == Role.TARGET))
                .reduce((one, other) -> before(one, sentence) > before(other, sentence) ? one : other)
                .ifPresent(draft -> {
                    draft.actors.removeIf(
                            one -> one.role() == Role.PERPETRATOR && ActorKinds.isUnidentified(one.actor()));
                    for (var role : roles) {
                        var actor = new EventActor(group, role);
                        if (!draft.actors.contains(actor)) {
                            draft.actors.add(actor);
                        }
                    }
                });
    }
}
