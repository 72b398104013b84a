package org.marsad.coding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.marsad.actor.ActorRegistry;
import org.marsad.gazetteer.Place;
import org.marsad.text.DateExpression;
import org.marsad.text.DatePrecision;

/** Makes drafts of events of the sentences of one language. */
final class Drafter {
    private final TriggerFinder finder;
    private final Factuality factuality;
    private final Casualties casualties;
    private final Roles roles;
    private final Lexicon lexicon;

    Drafter(Lexicon lexicon, ActorRegistry registry) {
        this.lexicon = lexicon;
        this.finder = new TriggerFinder(lexicon);
        this.factuality = new Factuality(lexicon);
        this.casualties = new Casualties(lexicon);
        this.roles = new Roles(lexicon, registry);
    }

    /** The events that a sentence tells, in its order; of one kind and clause one. */
    List<Draft> list(Sentence sentence) {
        var triggers = finder.list(sentence);
        var groups = new LinkedHashMap<String, List<Trigger>>();
        for (var trigger : triggers) {
            if (factuality.of(trigger) != Factuality.NONE) {
                var key = trigger.kind().family() + "/" + sentence.island(trigger.begin());
                groups.computeIfAbsent(key, family -> new ArrayList<>()).add(trigger);
            }
        }
        var drafts = new ArrayList<Draft>();
        for (var group : groups.values()) {
            drafts.addAll(split(draft(group, triggers), group.getFirst()));
        }
        return drafts;
    }

    private Draft draft(List<Trigger> group, List<Trigger> all) {
        var main = group.getFirst();
        for (var trigger : group) {
            if (factuality.of(trigger) > factuality.of(main) + 0.4) {
                main = trigger;
            }
        }
        var sentence = main.sentence();
        var draft = new Draft(main.kind(), sentence);
        boolean definite = true;
        boolean plural = true;
        for (var trigger : group) {
            if (trigger.kind().rank() > draft.kind.rank()) {
                draft.kind = trigger.kind();
            }
            var support = trigger.isNoun() ? Support.find(lexicon, trigger) : null;
            draft.plainness = Math.max(draft.plainness, factuality.of(trigger));
            draft.told |= support != null;
            definite &= trigger.isNoun() && trigger.isDefinite();
            plural &= trigger.tense() == Tense.PLURAL;
            for (var actor : roles.of(trigger, support, all)) {
                addActor(draft, actor);
            }
            if (draft.date == null) {
                draft.date = When.of(trigger, all);
            }
            var where = Where.of(trigger, all);
            if (better(where, draft.where)) {
                draft.where = where;
            }
            draft.another |= isAnother(trigger);
        }
        draft.definite = definite;
        draft.plural = plural;
        if (draft.kind.isViolence()) {
            int island = sentence.island(main.begin());
            casualties.list(sentence).stream()
                    .filter(count -> sentence.island(count.at()) == island || all.size() == group.size())
                    .forEach(draft.counts::add);
            draft.countsBySentence.add(List.copyOf(draft.counts));
        }
        return draft;
    }

    /** An actor has one role that matters: who is named as perpetrator by one trigger is not made target by another. */
    private static void addActor(Draft draft, EventActor actor) {
        boolean there = draft.actors.stream()
                .anyMatch(one -> one.actor().id().equals(actor.actor().id())
                        && (one.role() != Role.CLAIMANT && actor.role() != Role.CLAIMANT
                                || one.role() == actor.role()));
        if (!there) {
            draft.actors.add(actor);
        }
    }

    private static boolean better(Where one, Where other) {
        if (one.places().isEmpty()) {
            return other.places().isEmpty() && one.border() != null && other.border() == null;
        }
        if (other.places().isEmpty()) {
            return true;
        }
        int rank = Where.rank(one.places().getFirst());
        int than = Where.rank(other.places().getFirst());
        return rank < than || rank == than && one.own() && !other.own();
    }

    private static boolean isAnother(Trigger trigger) {
        return trigger.sentence().cues.stream()
                .anyMatch(cue -> cue.value().kind() == Lexicon.CueKind.ANOTHER
                        && (Math.abs(cue.begin() - trigger.begin()) <= 2 || cue.begin() == trigger.end()));
    }

    /** "attacked Bourem on the 12th, Léré on the 17th and Bamba on 1 October": as many incidents as dated places. */
    private static List<Draft> split(Draft draft, Trigger trigger) {
        var sentence = draft.sentence;
        var dates = new ArrayList<Sentence.Item<DateExpression>>();
        for (var item : sentence.dates) {
            if (item.value().precision() == DatePrecision.DAY
                    && item.value().start().equals(item.value().end())) {
                dates.add(item);
            }
        }
        var places = new ArrayList<Place>();
        for (var item : sentence.mentions) {
            var place = item.value().place();
            if (place != null
                    && item.value().kind().isGeographic()
                    && Where.rank(place) == 0
                    && !places.contains(place)) {
                places.add(place);
            }
        }
        if (dates.size() < 2 || dates.size() != places.size()) {
            return List.of(draft);
        }
        var drafts = new ArrayList<Draft>();
        for (int i = 0; i < dates.size(); i++) {
            var one = new Draft(draft.kind, sentence);
            one.plainness = draft.plainness;
            one.told = draft.told;
            one.date = dates.get(i).value();
            one.where = new Where(List.of(places.get(i)), null, false, true);
            one.actors.addAll(draft.actors);
            one.another = i > 0;
            drafts.add(one);
        }
        return drafts;
    }
}
