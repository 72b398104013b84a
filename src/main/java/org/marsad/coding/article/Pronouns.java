package org.marsad.coding.article;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.marsad.actor.Actor;
import org.marsad.coding.event.EventActor;
import org.marsad.coding.event.Role;
import org.marsad.coding.reading.ActorKinds;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.reading.WordSets;
import org.marsad.coding.slot.Draft;
import org.marsad.text.Patterns;

/** "They abducted the imam", « tombée entre leurs mains », «قتلوا»: whom the sentence before named did it. */
final class Pronouns {
    private static final Set<String> HANDS = WordSets.get("hands");
    private static final Set<String> THEIR = Set.of("their", "its", "his", "leurs", "leur", "ses", "sa", "son");
    private static final int BACK = 2;

    private final List<Sentence> sentences;

    Pronouns(List<Sentence> sentences) {
        this.sentences = sentences;
    }

    /** Gives an act of violence that names no doer the one that its pronoun stands for. */
    void complete(List<Draft> drafts, Draft draft) {
        boolean done = draft.actors.stream()
                .anyMatch(one -> one.role() != Role.TARGET && !ActorKinds.isUnidentified(one.actor()));
        if (!draft.kind.isViolence() || done || draft.sentence.title) {
            return;
        }
        Optional<Actor> doer = isInHands(draft.sentence) ? holder(draft) : Optional.empty();
        if (doer.isEmpty() && isTheirs(draft)) {
            doer = Optional.ofNullable(before(drafts, draft));
        }
        doer.filter(actor -> draft.actors.stream().noneMatch(one -> one.actor().equals(actor)))
                .ifPresent(actor -> {
                    draft.actors.removeIf(
                            one -> one.role() == Role.PERPETRATOR && ActorKinds.isUnidentified(one.actor()));
                    draft.actors.add(new EventActor(actor, Role.PERPETRATOR));
                });
    }

    private static boolean isInHands(Sentence sentence) {
        for (int i = 1; i < sentence.size(); i++) {
            boolean hand = HANDS.contains(sentence.word(i).text());
            boolean arabic = sentence.word(i).text().codePointAt(0) > 0x5FF;
            if (hand && (arabic || THEIR.contains(sentence.word(i - 1).text()))) {
                return true;
            }
        }
        return false;
    }

    /** The armed group named last before the sentence. */
    private Optional<Actor> holder(Draft draft) {
        int at = draft.sentence.index;
        return sentences.subList(Math.max(0, at - BACK), at + 1).reversed().stream()
                .flatMap(sentence -> sentence.actors.reversed().stream())
                .map(item -> item.value().actor())
                .filter(actor -> ActorKinds.isArmedGroup(actor) && !ActorKinds.isUnidentified(actor))
                .findFirst();
    }

    /** Whether its verb has no subject but a pronoun. */
    private static boolean isTheirs(Draft draft) {
        var sentence = draft.sentence;
        int at = draft.at;
        if (sentence.word(at).text().codePointAt(0) > 0x5FF) {
            return Patterns.matches(sentence.word(at).text(), "\\p{L}{2,}وا");
        }
        return Stream.of(1, 2, 3)
                .anyMatch(back -> sentence.isAt(at - back, "they", "ils", "elles")
                        && sentence.clause(at - back) == sentence.clause(at));
    }

    /** Who did what the sentence before tells, if it names one only. */
    private static @Nullable Actor before(List<Draft> drafts, Draft draft) {
        var doers = drafts.stream()
                .filter(one -> one != draft
                        && one.kind.isViolence()
                        && one.mentions.stream()
                                .anyMatch(told -> told.paragraph == draft.sentence.paragraph
                                        && told.index < draft.sentence.index
                                        && draft.sentence.index - told.index <= BACK))
                .flatMap(one -> one.actors.stream())
                .filter(one -> one.role() == Role.PERPETRATOR
                        && ActorKinds.isArmedGroup(one.actor())
                        && !ActorKinds.isUnidentified(one.actor()))
                .map(EventActor::actor)
                .distinct()
                .toList();
        return doers.size() == 1 ? doers.getFirst() : null;
    }
}
