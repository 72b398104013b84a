package org.marsad.coding.draft;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.marsad.actor.ActorRegistry;
import org.marsad.coding.reading.Lexicon;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.reading.Support;
import org.marsad.coding.reading.Trigger;
import org.marsad.coding.reading.Where;
import org.marsad.coding.slot.Draft;
import org.marsad.coding.slot.when.When;
import org.marsad.coding.slot.where.Whereabouts;
import org.marsad.coding.slot.who.Casualties;
import org.marsad.coding.slot.who.Roles;
import org.marsad.coding.trigger.TriggerFinder;
import org.marsad.geo.Borders;

/** Makes drafts of events of the sentences of one language. */
public final class Drafter {
    private final TriggerFinder finder;
    private final Factuality factuality;
    private final Casualties casualties;
    private final Roles roles;
    private final HomeForces homes;
    private final Whereabouts whereabouts;
    private final Lexicon lexicon;
    private final Groups groupings;
    private final People people;
    private final Retyper retyper = new Retyper();
    private final BareTolls tolls;

    public Drafter(Lexicon lexicon, ActorRegistry registry, Borders borders) {
        this.whereabouts = new Whereabouts(borders);
        this.lexicon = lexicon;
        this.finder = new TriggerFinder(lexicon);
        this.factuality = new Factuality(lexicon);
        this.groupings = new Groups(lexicon, factuality, whereabouts);
        this.people = new People(lexicon);
        this.casualties = new Casualties(lexicon);
        this.tolls = new BareTolls(casualties);
        this.roles = new Roles(lexicon, registry);
        this.homes = new HomeForces(registry);
    }

    /** The events that a sentence tells, in its order; of one kind and clause one. */
    public List<Draft> list(Sentence sentence) {
        var found = finder.list(sentence);
        var triggers =
                found.isEmpty() || BareTolls.isOnly(sentence, found) ? tolls.list(sentence) : FoundWeapons.drop(found);
        sentence.dissolveIslands(triggers);
        var groups = new LinkedHashMap<String, List<Trigger>>();
        for (var trigger : triggers) {
            if (factuality.of(trigger) != Factuality.NONE) {
                var key = trigger.kind().family() + "/" + sentence.island(trigger.begin());
                groups.computeIfAbsent(key, family -> new ArrayList<>()).add(trigger);
            }
        }
        var drafts = new ArrayList<Draft>();
        for (var group : groups.values()) {
            for (var part : groupings.byDate(group, triggers)) {
                drafts.addAll(split(gather(part, triggers), triggers));
            }
        }
        Operations.join(drafts);
        Outcomes.join(drafts);
        Reproaches.keepApart(drafts);
        Details.join(drafts);
        return drafts;
    }

    /** Who was killed, hurt or taken in a sentence. */
    public List<Casualties.Count> counts(Sentence sentence) {
        return List.copyOf(casualties.list(sentence));
    }

    /** The words of a sentence that name an event, whether it happened or not. */
    public List<Trigger> triggers(Sentence sentence) {
        return finder.list(sentence);
    }

    /** Whether a word tells of something that happened. */
    public boolean factual(Trigger trigger) {
        return factuality.of(trigger) != Factuality.NONE;
    }

    public void trace(Sentence sentence, PrintStream out) {
        for (var trigger : finder.list(sentence)) {
            out.println("      trigger " + sentence.text(trigger.begin(), trigger.end()) + " = "
                    + trigger.kind().key() + " " + trigger.tense()
                    + (trigger.passive() ? " passive" : "") + " " + factuality.of(trigger) + " "
                    + (trigger.isNoun() ? String.valueOf(Support.find(lexicon, trigger)) : ""));
        }
        casualties.list(sentence).forEach(count -> out.println("      " + count));
    }

    /** The event of a single word; empty where the text around it says that it did not happen. */
    public Optional<Draft> of(Trigger trigger) {
        trigger.sentence().dissolveIslands(List.of(trigger));
        return factual(trigger) ? Optional.of(gather(List.of(trigger), List.of(trigger))) : Optional.empty();
    }

    /** The event that some words of a sentence tell together. */
    private Draft gather(List<Trigger> group, List<Trigger> all) {
        var gathering = new Gathering(group, all, factuality);
        var draft = gathering.draft();
        var victims = draft.kind.isViolence() ? casualties.list(draft.sentence) : List.<Casualties.Count>of();
        var casts = new ArrayList<Roles.Cast>();
        for (var trigger : group) {
            var support = trigger.isNoun() ? Support.find(lexicon, trigger) : null;
            gathering.tell(trigger, support);
            casts.addAll(roles.of(trigger, support, victims));
            var when = When.choose(lexicon, trigger, groupings.rivals(all));
            gathering.put(trigger, support, when, whereabouts.of(trigger, all));
        }
        casts.sort(Comparator.comparingInt(Roles.Cast::distance));
        casts.forEach(cast -> gathering.add(homes.of(draft.sentence, draft.kind, draft.where, cast.actor())));
        var main = gathering.main();
        draft.anaphoric = Anaphora.pointsAtPlace(draft.sentence, main);
        draft.people = people.areTold(main);
        draft.forces = people.hasForces(main);
        draft.civilians = people.hasCivilians(main);
        gathering.nameUnknownTown(lexicon);
        gathering.close();
        gathering.count(victims);
        gathering.takeHeading();
        draft.dateOfNews |= draft.date != null && TollDays.isOne(draft);
        retyper.retype(draft);
        return draft;
    }

    /** "attacked Bourem on the 12th, Léré on the 17th and Bamba on 1 October": as many incidents as dated places. */
    private static List<Draft> split(Draft draft, List<Trigger> triggers) {
        var pairs = DatedPlace.list(draft.sentence, triggers);
        if (pairs.size() < 2 || DatedPlace.areOfOthers(draft, pairs, triggers)) {
            return List.of(draft);
        }
        var drafts = new ArrayList<Draft>();
        for (var pair : pairs) {
            var one = new Draft(draft.kind, draft.sentence);
            one.at = draft.at;
            one.tense = draft.tense;
            one.plainness = draft.plainness;
            one.told = draft.told;
            one.people = draft.people;
            one.into = draft.into;
            one.isPassive = draft.isPassive;
            one.date = pair.date();
            one.where = new Where(List.of(pair.place()), null, false, true);
            one.actors.addAll(draft.actors);
            draft.counts.stream()
                    .filter(count -> pair == DatedPlace.nearest(draft.sentence, pairs, count.at()))
                    .forEach(one.counts::add);
            one.countsBySentence.add(List.copyOf(one.counts));
            one.another = !drafts.isEmpty();
            drafts.add(one);
        }
        return drafts;
    }
}
