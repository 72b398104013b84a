package org.marsad.curation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.marsad.actor.ActorEntry;
import org.marsad.actor.ActorId;
import org.marsad.actor.ActorRegistry;
import org.marsad.store.Edition;
import org.marsad.store.StoredArticles;

/**
 * Which stored articles an edit of actors or of words for events can concern. A name or a word concerns those that hold its
 * words, as the coder looks them up. What else is known of an actor (its kind, its country, what it is part of) has no words
 * by which it is found: it concerns all articles that name the actor, or those it is part of or that are part of it, or that
 * tell of events with any of them.
 *
 * @param patterns see {@link org.marsad.coding.reading.TriggerWord#listPatterns}
 * @param related ids of actors whose articles are concerned whatever their words
 * @param others of those, the ones that are others than they were: events with them are linked anew
 */
record VocabularyReach(List<List<Set<String>>> patterns, Set<String> related, Set<String> others) {
    /**
     * @param current before the edit
     * @param next after it
     */
    static VocabularyReach of(EditPlan plan, Edition current, Edition next) {
        var patterns = new ArrayList<List<Set<String>>>();
        var related = new LinkedHashSet<String>();
        var others = new LinkedHashSet<String>();
        for (var id : plan.ofActors().ids()) {
            var actor = new ActorId(id);
            var was = current.vocabulary().actors();
            var is = next.vocabulary().actors();
            var keys = isOfOtherTime(was, is, actor) ? allKeys(was, is, actor) : changedKeys(was, is, actor);
            keys.forEach(key -> patterns.add(words(key)));
            if (keys.stream().anyMatch(current.coder()::hasActorHead)) {
                related.add(id);
            }
            if (!was.find(actor).equals(is.find(actor))) {
                others.add(id);
                related.addAll(family(was, actor));
                related.addAll(family(is, actor));
            }
        }
        plan.triggers().forEach(change -> patterns.addAll(change.word().listPatterns()));
        return new VocabularyReach(patterns, related, others);
    }

    private static List<Set<String>> words(String key) {
        return List.of(key.split(" ")).stream().map(Set::of).toList();
    }

    private static Set<String> changedKeys(ActorRegistry was, ActorRegistry is, ActorId actor) {
        var before = keys(was, actor);
        var after = keys(is, actor);
        var changed = new HashSet<>(before);
        changed.addAll(after);
        changed.removeIf(name -> before.contains(name) && after.contains(name));
        return matchKeys(changed);
    }

    /** Another actor of one of its names may be meant now, or no longer. */
    private static boolean isOfOtherTime(ActorRegistry was, ActorRegistry is, ActorId actor) {
        var before = was.findEntry(actor).orElse(null);
        var after = is.findEntry(actor).orElse(null);
        return before != null
                && after != null
                && !(Objects.equals(before.from(), after.from()) && Objects.equals(before.to(), after.to()));
    }

    private static Set<String> allKeys(ActorRegistry was, ActorRegistry is, ActorId actor) {
        var all = new HashSet<>(keys(was, actor));
        all.addAll(keys(is, actor));
        return matchKeys(all);
    }

    private static Set<String> matchKeys(Set<String> names) {
        return names.stream()
                .map(ActorRegistry::matchKey)
                .filter(key -> !key.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Its names as they stand: an abbreviation is looked for in another way than the same letters in another case. */
    private static Set<String> keys(ActorRegistry actors, ActorId actor) {
        return actors.findEntry(actor).map(ActorEntry::names).orElse(Map.of()).values().stream()
                .flatMap(List::stream)
                .collect(Collectors.toSet());
    }

    /** An actor, those it is part of, at whatever remove, and those that are part of it. */
    private static Set<String> family(ActorRegistry actors, ActorId actor) {
        var family = new LinkedHashSet<String>();
        family.add(actor.value());
        var above = actors.find(actor).map(one -> one.parent()).orElse(null);
        while (above != null && family.add(above.value())) {
            above = actors.find(above).map(one -> one.parent()).orElse(null);
        }
        var below = new LinkedHashSet<>(Set.of(actor.value()));
        boolean more = true;
        while (more) {
            more = false;
            for (var one : actors.list()) {
                if (one.parent() != null && below.contains(one.parent().value())) {
                    more |= below.add(one.id().value());
                }
            }
        }
        family.addAll(below);
        return family;
    }

    Set<Long> listArticles(StoredArticles articles) {
        var ids = new TreeSet<Long>(articles.listWithWords(patterns));
        if (!related.isEmpty()) {
            ids.addAll(articles.listWithActors(related));
        }
        return ids;
    }
}
