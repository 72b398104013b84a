package org.marsad.coding.article;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.marsad.actor.Actor;
import org.marsad.actor.ActorId;
import org.marsad.actor.ActorRegistry;
import org.marsad.coding.event.EventActor;
import org.marsad.coding.event.Role;
import org.marsad.coding.reading.ActorKinds;
import org.marsad.coding.reading.Lexicon;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.slot.Draft;
import org.marsad.text.Patterns;

/**
 * Gives events the parties that an article names once for all of them: the group whose attacks it lists, the organisation
 * whose summits it recalls.
 */
final class Lenders {
    private static final int SENTENCES_BACK = 3;
    private static final int LEAD = 4;
    private static final Set<String> STRIKES = Set.of("airstrike", "drone-strike");
    private static final Set<String> BY_GROUPS = Set.of(
            "attack",
            "ambush",
            "clash",
            "onslaught",
            "entry",
            "suicide-bombing",
            "ied",
            "killing",
            "execution",
            "abduction",
            "taking",
            "abducted",
            "seizure-of-territory",
            "fall",
            "looting",
            "assassination",
            "blockade");

    private final List<Sentence> sentences;
    private final ActorRegistry registry;
    private final StatePairs pairs;
    /** Those whose parties the text only counts. */
    private final List<Draft> counted = new java.util.ArrayList<>();

    Lenders(List<Sentence> sentences, ActorRegistry registry) {
        this.sentences = sentences;
        this.registry = registry;
        this.pairs = new StatePairs(sentences, registry);
    }

    void complete(List<Draft> drafts) {
        var pronouns = new Pronouns(sentences);
        drafts.forEach(draft -> pronouns.complete(drafts, draft));
        drafts.forEach(new TwoSides(sentences)::complete);
        var communique = new Communique(sentences);
        drafts.stream().filter(draft -> draft.told).forEach(communique::complete);
        var group = group(drafts);
        var striker = striker(drafts);
        for (var draft : drafts) {
            if (draft.kind.family().equals("withdrawal")) {
                tellLeavers(draft);
            } else if (striker != null
                    && STRIKES.contains(draft.kind.key())
                    && draft.actors.stream().noneMatch(one -> one.role() == Role.PERPETRATOR)) {
                draft.actors.add(new EventActor(striker, Role.PERPETRATOR));
            } else if (draft.kind.isViolence() || draft.kind.key().equals("blockade")) {
                lendGroup(draft, group);
            } else if (draft.kind.family().equals("sentence")) {
                lendCourt(draft, drafts);
            } else if (draft.actors.isEmpty()
                    && Patterns.matches(draft.kind.family(), "meeting|agreement|cooperation")) {
                pairs.complete(draft);
                if (!draft.actors.isEmpty()) {
                    counted.add(draft);
                } else if (!draft.kind.family().equals("cooperation")
                        && !Patterns.matches(draft.kind.key(), "visit|call")) {
                    lendParticipants(draft, drafts);
                }
            }
        }
    }

    /** Gives a guess the group whose deeds the article tells otherwise, or the parties of its meetings. */
    void lend(Draft guess, List<Draft> told) {
        if (guess.kind.isViolence()) {
            lendGroup(guess, group(told));
        } else if (guess.actors.isEmpty() && Patterns.matches(guess.kind.family(), "meeting|agreement|initiative")) {
            lendParticipants(guess, told);
        }
    }

    /** Who leaves does it: forces of elsewhere before those of the country, who take part by taking over. */
    private void tellLeavers(Draft draft) {
        var here = draft.places().isEmpty() ? null : draft.places().getFirst().country();
        if (here != null && draft.actors.stream().noneMatch(one -> isForeign(one, here))) {
            sentences.subList(0, Math.min(LEAD, sentences.size())).stream()
                    .flatMap(sentence -> sentence.actors.stream())
                    .map(item -> new EventActor(item.value().actor(), Role.PARTICIPANT))
                    .filter(one -> isForeign(one, here) && isForce(one) && !ActorKinds.isArmedGroup(one.actor()))
                    .findFirst()
                    .ifPresent(draft.actors::add);
        }
        boolean forces = draft.actors.stream().anyMatch(one -> isForeign(one, here) && isForce(one));
        boolean foreign = draft.actors.stream().anyMatch(one -> isForeign(one, here));
        draft.actors.replaceAll(one -> {
            boolean leaves = forces ? isForeign(one, here) && isForce(one) : !foreign || isForeign(one, here);
            return one.role() == Role.PARTICIPANT && leaves ? new EventActor(one.actor(), Role.PERPETRATOR) : one;
        });
    }

    private static boolean isForce(EventActor one) {
        return !ActorKinds.isGovernment(one.actor()) && !ActorKinds.isCivilian(one.actor());
    }

    private static boolean isForeign(EventActor one, @Nullable String here) {
        return !ActorKinds.isCivilian(one.actor())
                && (ActorKinds.isOrganisation(one.actor())
                        || one.actor().kind().equals("external-forces")
                        || one.actor().country() == null
                        || !one.actor().country().equals(here));
    }

    /** Who attacks is the group that attacks throughout the article, or nobody known. */
    private void lendGroup(Draft draft, @Nullable Actor group) {
        boolean done = draft.actors.stream()
                .anyMatch(
                        one -> one.role() != Role.TARGET && (group == null || !ActorKinds.isUnidentified(one.actor())));
        boolean fighters = draft.counts.stream()
                .anyMatch(count -> count.side() == Lexicon.Side.FIGHTER && count.harm() != Lexicon.Harm.OTHER);
        boolean onGroup = draft.actors.stream().anyMatch(one -> ActorKinds.isArmedGroup(one.actor()));
        if (done || fighters || onGroup || !BY_GROUPS.contains(draft.kind.key())) {
            return;
        }
        if (group != null && !draft.isLead()) {
            draft.actors.add(new EventActor(group, Role.PERPETRATOR));
        } else if (draft.actors.isEmpty() && draft.kind.isViolence()) {
            registry.find(new ActorId("unidentified-armed-group"))
                    .ifPresent(actor -> draft.actors.add(new EventActor(actor, Role.PERPETRATOR)));
        }
    }

    /** A judgement is of the court whose others the article tells. */
    private static void lendCourt(Draft draft, List<Draft> drafts) {
        if (draft.actors.stream().anyMatch(one -> one.role() == Role.PERPETRATOR)) {
            return;
        }
        drafts.stream()
                .filter(other -> other != draft && other.kind.family().equals("sentence"))
                .flatMap(other -> other.actors.stream())
                .filter(one -> one.role() == Role.PERPETRATOR
                        && (ActorKinds.isOrganisation(one.actor())
                                || one.actor().sector().equals("JUD")))
                .findFirst()
                .ifPresent(draft.actors::add);
    }

    /** The force whose strikes an article tells: it did those too that it names nobody for. */
    private static @Nullable Actor striker(List<Draft> drafts) {
        var strikers = drafts.stream()
                .filter(draft -> STRIKES.contains(draft.kind.key()))
                .flatMap(draft -> draft.actors.stream())
                .filter(one -> one.role() == Role.PERPETRATOR
                        && Patterns.matches(one.actor().kind(), "state-forces|external-forces"))
                .map(EventActor::actor)
                .distinct()
                .toList();
        return strikers.size() == 1 ? strikers.getFirst() : null;
    }

    /** The one named group that does most of what the article tells, if it does two things at least. */
    private @Nullable Actor group(List<Draft> drafts) {
        Map<String, Integer> times = new TreeMap<>();
        Map<String, Actor> actors = new HashMap<>();
        for (var draft : drafts) {
            for (var one : draft.actors) {
                boolean does = one.role() == Role.PERPETRATOR || one.role() == Role.CLAIMANT;
                if (does
                        && draft.kind.isViolence()
                        && ActorKinds.isArmedGroup(one.actor())
                        && !ActorKinds.isUnidentified(one.actor())) {
                    var id = one.actor().id().value();
                    times.merge(id, 1, Integer::sum);
                    actors.put(id, one.actor());
                }
            }
        }
        int all = times.values().stream().mapToInt(Integer::intValue).sum();
        return times.entrySet().stream()
                .filter(entry -> entry.getValue() >= 2 && entry.getValue() * 3 >= all * 2)
                .map(entry -> actors.get(entry.getKey()))
                .findFirst()
                .orElseGet(() -> times.size() <= 1 ? onlyRebels() : null);
    }

    /** The one rebel group that the article speaks of, more than once. */
    private @Nullable Actor onlyRebels() {
        var rebels = sentences.stream()
                .flatMap(sentence -> sentence.actors.stream())
                .map(item -> item.value().actor())
                .filter(actor -> actor.kind().equals("rebel") && !ActorKinds.isUnidentified(actor)
                        || actor.id().value().equals("bandits"))
                .toList();
        boolean one = rebels.size() >= 2 && rebels.stream().distinct().count() == 1;
        return one ? rebels.getFirst() : null;
    }

    /** An organisation or states named shortly before, or those of the talks told before. */
    private void lendParticipants(Draft draft, List<Draft> drafts) {
        int at = draft.sentence.index;
        for (int i = at; i >= Math.max(0, at - SENTENCES_BACK); i--) {
            for (var item : sentences.get(i).actors) {
                var actor = item.value().actor();
                if (ActorKinds.isOrganisation(actor)) {
                    draft.actors.add(new EventActor(actor, Role.PARTICIPANT));
                    return;
                }
            }
        }
        drafts.stream()
                .filter(one -> one != draft
                        && !counted.contains(one)
                        && Patterns.matches(one.kind.family(), "meeting|agreement|exit")
                        && one.sentence.index <= at
                        && !one.actors.isEmpty())
                .reduce((a, b) -> b)
                .ifPresent(one -> one.actors.stream()
                        .filter(party -> !ActorKinds.isCivilian(party.actor()))
                        .forEach(party -> draft.actors.add(new EventActor(party.actor(), Role.PARTICIPANT))));
    }
}
