package org.marsad.coding.article;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.marsad.actor.Actor;
import org.marsad.actor.ActorMention;
import org.marsad.actor.ActorRegistry;
import org.marsad.coding.reading.ActorKinds;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.reading.WordSets;
import org.marsad.text.Span;

/** "Our forces", « nos soldats », «قواتنا»: in a communiqué they are those of who gives it out. */
final class OwnForces {
    private static final Set<String> OUR = Set.of("our", "nos", "notre");
    private static final Set<String> FORCES = WordSets.get("own-forces");
    /** Sentences at the head of a communiqué in which it says whose it is. */
    private static final int HEAD = 4;

    private OwnForces() {}

    /** Adds whom the first person means to the sentences that speak in it. */
    static void addTo(List<Sentence> sentences, ActorRegistry registry) {
        var issuer = sentences.stream()
                .limit(HEAD)
                .flatMap(sentence -> sentence.actors.stream())
                .map(item -> item.value().actor())
                .filter(OwnForces::canFight)
                .findFirst()
                .flatMap(actor -> fighters(actor, registry));
        for (var sentence : sentences) {
            for (int i = sentence.start(); i < sentence.size(); i++) {
                int end = end(sentence, i);
                if (end > i) {
                    int at = i;
                    speaker(sentence, registry).or(() -> issuer).ifPresent(actor -> put(sentence, at, end, actor));
                }
            }
        }
    }

    /** The index after words that mean one's own forces; that of the first word where they do not. */
    private static int end(Sentence sentence, int at) {
        if (FORCES.contains(sentence.textAt(at)) && sentence.textAt(at).endsWith("نا")) {
            return at + 1;
        }
        if (!OUR.contains(sentence.textAt(at))) {
            return at;
        }
        for (int i = at + 1; i <= at + 2; i++) {
            if (sentence.isOf(i, FORCES)) {
                return i + 1;
            }
        }
        return at;
    }

    /** Who says so in the sentence itself: "our forces", the army's spokesman said. */
    private static Optional<Actor> speaker(Sentence sentence, ActorRegistry registry) {
        if (sentence.sayings.isEmpty()) {
            return Optional.empty();
        }
        return sentence.actors.stream()
                .filter(item -> sentence.sayings.stream().anyMatch(at -> Math.abs(at - item.begin()) <= HEAD))
                .map(item -> item.value().actor())
                .filter(OwnForces::canFight)
                .findFirst()
                .flatMap(actor -> fighters(actor, registry));
    }

    private static boolean canFight(Actor actor) {
        return !ActorKinds.isUnidentified(actor)
                && (ActorKinds.isForce(actor) || ActorKinds.isGovernment(actor) || ActorKinds.isArmedGroup(actor));
    }

    /** A government's forces are its army. */
    private static Optional<Actor> fighters(Actor actor, ActorRegistry registry) {
        return ActorKinds.isGovernment(actor) && actor.country() != null
                ? registry.findOfCountry(actor.country(), "army")
                : Optional.of(actor);
    }

    private static void put(Sentence sentence, int begin, int end, Actor actor) {
        // "our armed forces" are the army, though its gendarmerie says so.
        boolean known = sentence.actors.stream()
                .anyMatch(item -> item.begin() < end
                        && begin < item.end()
                        && java.util.Objects.equals(item.value().actor().country(), actor.country()));
        if (known) {
            return;
        }
        sentence.actors.removeIf(item -> item.begin() < end && begin < item.end());
        var span = new Span(
                sentence.word(begin).span().begin(),
                sentence.word(end - 1).span().end());
        sentence.actors.add(new Sentence.Item<>(new ActorMention(span, sentence.text(begin, end), actor), begin, end));
        sentence.actors.sort(java.util.Comparator.comparingInt(Sentence.Item::begin));
    }
}
