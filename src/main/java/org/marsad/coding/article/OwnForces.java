package org.marsad.coding.article;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.marsad.actor.Actor;
import org.marsad.actor.ActorMention;
import org.marsad.actor.ActorRegistry;
import org.marsad.coding.reading.ActorKinds;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.reading.WordSets;
import org.marsad.text.Span;

/**
 * "Our forces", « nos soldats », «قواتنا»: in a communiqué they are those of who gives it out. "The French president
 * recalled his troops", «سحب جنوده»: they are those of the state named before.
 */
final class OwnForces {
    private static final Set<String> OUR = WordSets.get("our");
    private static final Set<String> FORCES = WordSets.get("own-forces");
    private static final Pattern OWN_AR = Pattern.compile(".*(نا|كم)");
    private static final Set<String> HIS = WordSets.get("his");
    private static final Set<String> TROOPS = WordSets.get("his-troops");
    private static final Pattern OWNED_AR = Pattern.compile("[وبل]?(جنود|قوات|جيش|عساكر)(ه|ها|هم)");
    /** Words between a state and its troops, at most. */
    private static final int OWNER_REACH = 8;
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
                int owned = ownedEnd(sentence, i);
                if (owned > i) {
                    int at = i;
                    owner(sentence, i, registry).ifPresent(actor -> put(sentence, at, owned, actor));
                }
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
        if (FORCES.contains(sentence.textAt(at))
                && OWN_AR.matcher(sentence.textAt(at)).matches()) {
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

    /** The index after "his troops", « ses soldats », «جنوده»; that of the first word where these are not meant. */
    private static int ownedEnd(Sentence sentence, int at) {
        if (OWNED_AR.matcher(sentence.textAt(at)).matches()) {
            return at + 1;
        }
        return HIS.contains(sentence.textAt(at)) && sentence.isOf(at + 1, TROOPS) ? at + 2 : at;
    }

    /** The state whose office or forces stand last before a word of the same clause. */
    private static Optional<Actor> owner(Sentence sentence, int before, ActorRegistry registry) {
        return sentence.actors.stream()
                .filter(item -> item.end() <= before && before - item.end() <= OWNER_REACH)
                .map(item -> item.value().actor())
                .filter(actor -> ActorKinds.isState(actor) && actor.country() != null)
                .reduce((first, second) -> second)
                .flatMap(actor -> registry.findOfCountry(String.valueOf(actor.country()), "army"));
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
                && (ActorKinds.isForce(actor)
                        || actor.sector().equals("MIL")
                        || ActorKinds.isGovernment(actor)
                        || ActorKinds.isArmedGroup(actor));
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
