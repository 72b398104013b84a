package org.marsad.coding.draft;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.marsad.actor.ActorRegistry;
import org.marsad.coding.event.EventActor;
import org.marsad.coding.event.Role;
import org.marsad.coding.reading.Lexicon;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.reading.Support;
import org.marsad.coding.reading.Tense;
import org.marsad.coding.reading.Trigger;
import org.marsad.coding.reading.Where;
import org.marsad.coding.reading.WordSets;
import org.marsad.coding.slot.Casualties;
import org.marsad.coding.slot.Draft;
import org.marsad.coding.slot.FurtherOnes;
import org.marsad.coding.slot.Roles;
import org.marsad.coding.slot.StatementDays;
import org.marsad.coding.slot.Villages;
import org.marsad.coding.slot.When;
import org.marsad.coding.slot.Whereabouts;
import org.marsad.coding.trigger.TriggerFinder;
import org.marsad.geo.Borders;
import org.marsad.text.DateExpression;

/** Makes drafts of events of the sentences of one language. */
public final class Drafter {
    private static final java.util.Set<String> AGREEING = WordSets.get("agreeing");

    private static final java.util.Set<String> PLUPERFECT = WordSets.get("pluperfect");

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
        var triggers = found.isEmpty() ? tolls.list(sentence) : found;
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
                drafts.addAll(split(draft(part, triggers), triggers));
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
        return factual(trigger) ? Optional.of(draft(List.of(trigger), List.of(trigger))) : Optional.empty();
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
        draft.at = main.begin();
        draft.tense = main.tense();
        draft.plainness = factuality.of(main);
        var victims = draft.kind.isViolence() ? casualties.list(sentence) : List.<Casualties.Count>of();
        boolean definite = false;
        boolean plural = true;
        boolean sum = false;
        double dateCost = Double.MAX_VALUE;
        var casts = new ArrayList<Roles.Cast>();
        for (var trigger : group) {
            // "home-made bombs targeted a post": a word that may as well be a noun does not name the event.
            boolean names = trigger.tense() != Tense.PRESENT || factuality.of(trigger) >= factuality.of(main) - 0.5;
            if (trigger.kind().rank() > draft.kind.rank() && names) {
                draft.kind = trigger.kind();
            }
            var support = trigger.isNoun() ? Support.find(lexicon, trigger) : null;
            draft.plainness = Math.max(draft.plainness, factuality.of(trigger));
            draft.told |= support != null && carries(trigger, support)
                    || Deeds.isDone(trigger)
                    || trigger.act()
                    || !trigger.isNoun()
                            && trigger.tense() != Tense.PRESENT
                            && trigger.tense() != Tense.FUTURE
                            && (trigger.tense() != Tense.PARTICIPLE || hasDate(trigger));
            // « Des hommes prennent pour cible, dans la nuit du 28, Kafolo »; "the summit of 15 December".
            draft.told |= trigger.tense() == Tense.PRESENT && hasDay(trigger) || isNamedByDate(trigger);
            definite |= trigger.tense() == Tense.SINGULAR && trigger.isDefinite();
            plural &= trigger.tense() == Tense.PLURAL;
            casts.addAll(roles.of(trigger, support, victims));
            var when = When.choose(lexicon, trigger, groupings.rivals(all));
            double cost = when == null ? 0 : when.cost() + (trigger.isNoun() && support == null ? 4 : 0);
            var where = whereabouts.of(trigger, all);
            boolean dates = when != null && (cost < dateCost || yields(draft, trigger, when.date()));
            boolean sharper = dates && isAsFine(where, draft.where) && where.own();
            if (sharper || better(where, draft.where)) {
                draft.where = where;
            }
            if (dates) {
                draft.date = when.date();
                draft.dateOfNews = StatementDays.isOfNews(trigger, draft.date);
                dateCost = cost;
            }
            draft.another |=
                    FurtherOnes.isAnother(trigger) && !Anaphora.addsToll(trigger) || Groups.isAnswered(trigger);
            draft.several |= Series.isPointedAt(trigger);
            sum |= isSum(trigger);
            draft.series |= Series.is(trigger);
            draft.another |= !trigger.isNoun()
                    && draft.kind.isViolence()
                    && sentence.isLaterThatDay()
                    && sentence.clause(trigger.begin()) <= 1;
            draft.earlier |= isPluperfect(trigger);
        }
        casts.sort(Comparator.comparingInt(Roles.Cast::distance));
        casts.forEach(cast -> addActor(draft, homes.of(sentence, draft.kind, draft.where, cast.actor())));
        draft.anaphoric = Anaphora.pointsAtPlace(sentence, main);
        draft.people = people.areTold(main);
        draft.forces = people.hasForces(main);
        draft.civilians = people.hasCivilians(main);
        draft.aside = sentence.isAside();
        var strange = !draft.places().isEmpty()
                ? null
                : group.stream()
                        .map(one -> StrangeTowns.named(lexicon.language, one))
                        .filter(java.util.Objects::nonNull)
                        .findFirst()
                        .orElse(null);
        draft.unplaced =
                draft.places().isEmpty() && (strange != null || group.stream().anyMatch(Whereabouts::namesUnknown));
        draft.unknownTown = Villages.of(draft);
        if (draft.unknownTown == null && draft.places().stream().allMatch(place -> Where.rank(place) > 0)) {
            draft.unknownTown = group.stream()
                    .map(trigger -> UnknownTowns.near(lexicon, trigger))
                    .filter(java.util.Objects::nonNull)
                    .findFirst()
                    .orElse(null);
            draft.unplaced |= draft.unknownTown != null && draft.places().isEmpty();
            draft.unknownTown = draft.unknownTown == null ? strange : draft.unknownTown;
        }
        draft.another |= Steps.isOfAnotherDay(draft);
        draft.isPassive = main.passive();
        draft.into = draft.anaphoric && draft.kind.key().equals("fall")
                || group.stream().anyMatch(Drafter::isInto);
        draft.definite = definite;
        draft.plural = plural;
        if (draft.kind.isViolence() && !sum) {
            int island = sentence.island(main.begin());
            var others = all.stream()
                    .filter(trigger -> trigger.kind().isViolence()
                            && !group.contains(trigger)
                            && factuality.of(trigger) != Factuality.NONE)
                    .toList();
            victims.stream()
                    .filter(count -> sentence.island(count.at()) == island || all.size() == group.size())
                    .filter(count -> isNearest(sentence, count, group, others))
                    .forEach(draft.counts::add);
            draft.countsBySentence.add(List.copyOf(draft.counts));
            // « 12 soldats tués »: a participle with its victims counts as told.
            draft.told |= !draft.counts.isEmpty()
                    && group.stream()
                            .anyMatch(trigger -> trigger.tense() == Tense.PARTICIPLE
                                    || trigger.kind().key().equals("killing") && draft.date != null);
        }
        headed(draft);
        retyper.retype(draft);
        return draft;
    }

    /** «أعلن الجيش، الأحد، مقتل ثمانية في هجوم الخميس»: the day of the news yields to that of the deed. */
    private static boolean yields(Draft draft, Trigger trigger, DateExpression date) {
        return draft.dateOfNews
                && date.precision() == org.marsad.text.DatePrecision.DAY
                && !date.equals(draft.date)
                && !StatementDays.isOfNews(trigger, date);
    }

    /** Whether no trigger of another incident stands nearer to a figure. */
    private static boolean isNearest(
            Sentence sentence, Casualties.Count count, List<Trigger> group, List<Trigger> others) {
        int own = group.stream()
                .mapToInt(trigger -> sentence.distance(trigger.begin(), count.at()))
                .min()
                .orElse(0);
        return others.stream().allMatch(trigger -> sentence.distance(trigger.begin(), count.at()) >= own);
    }

    /** "> Guinea, 5 September 2021. Special forces storm the palace": the line above says when, and where if nothing else does. */
    private static void headed(Draft draft) {
        var heading = draft.sentence.heading;
        if (heading == null && draft.date == null && draft.sentence.day != null) {
            draft.date = draft.sentence.day;
            draft.told |= draft.tense == Tense.PRESENT;
        }
        if (heading == null || draft.date != null) {
            return;
        }
        draft.date = heading.dates.getFirst().value();
        draft.told |= draft.tense == Tense.PRESENT;
        if (draft.places().isEmpty()) {
            heading.mentions.stream()
                    .map(item -> item.value().place())
                    .filter(java.util.Objects::nonNull)
                    .findFirst()
                    .ifPresent(place -> draft.where = new Where(List.of(place), draft.where.border(), false, true));
        }
    }

    private static boolean isInto(Trigger trigger) {
        var sentence = trigger.sentence();
        boolean named = sentence.mentions.stream()
                .anyMatch(item -> item.begin() >= trigger.end()
                        && item.begin() - trigger.end() <= 6
                        && item.value().kind() == org.marsad.geocode.MentionKind.LITERAL
                        && sentence.clause(item.begin()) == sentence.clause(trigger.begin()));
        boolean site = false;
        for (int i = trigger.end(); i < Math.min(sentence.size(), trigger.end() + 3); i++) {
            site |= Retyper.isSite(sentence.word(i));
        }
        return named || site;
    }

    /** "the meeting on the 2015 agreement was held" tells of no agreement. */
    private static boolean carries(Trigger trigger, Support support) {
        if (trigger.sentence().isAt(support.at() + 1, "down")) {
            // "struck down the accord".
            return false;
        }
        return !trigger.kind().family().equals("agreement")
                || AGREEING.contains(trigger.sentence().word(support.at()).text())
                || trigger.sentence().word(support.at()).readings().stream()
                        .anyMatch(reading -> AGREEING.contains(reading.stem()));
    }

    /** « réunis à Pau le 13 janvier »: a participle with its day. */
    private static boolean hasDate(Trigger trigger) {
        var sentence = trigger.sentence();
        return sentence.dates.stream()
                .anyMatch(item -> sentence.clause(item.begin()) == sentence.clause(trigger.begin())
                        && sentence.distance(trigger.begin(), item.begin()) <= 12);
    }

    private static boolean hasDay(Trigger trigger) {
        return trigger.sentence().dates.stream()
                .anyMatch(item -> item.value().precision() == org.marsad.text.DatePrecision.DAY
                        && trigger.sentence().distance(trigger.begin(), item.begin())
                                <= (item.begin() <= trigger.sentence().start() + 1 ? 18 : 12));
    }

    private static boolean isNamedByDate(Trigger trigger) {
        return trigger.isNoun()
                && trigger.tense() == Tense.SINGULAR
                && trigger.sentence().dates.stream()
                        .anyMatch(item -> item.value().precision() == org.marsad.text.DatePrecision.DAY
                                && item.begin() >= trigger.end()
                                && item.begin() - trigger.end() <= 2);
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

    private static boolean isAsFine(Where one, Where other) {
        return !one.places().isEmpty()
                && (other.places().isEmpty()
                        || Where.rank(one.places().getFirst())
                                <= Where.rank(other.places().getFirst()));
    }

    private static boolean isPluperfect(Trigger trigger) {
        if (trigger.isNoun()) {
            return false;
        }
        for (int i = Math.max(0, trigger.begin() - 4); i < trigger.begin(); i++) {
            if (PLUPERFECT.contains(trigger.sentence().word(i).text())) {
                return true;
            }
        }
        return false;
    }

    /** "lost their lives in two incidents", « tués dans trois attaques »: what is told of each has its own toll. */
    private static boolean isSum(Trigger trigger) {
        var sentence = trigger.sentence();
        for (int i = trigger.end(); i + 2 < Math.min(sentence.size(), trigger.end() + 5); i++) {
            boolean number =
                    sentence.isAt(i + 1, "two", "three", "four", "several", "separate", "deux", "trois", "plusieurs");
            int noun = sentence.isAt(i + 2, "separate", "different") ? i + 3 : i + 2;
            if (number
                    && sentence.isAt(i, "in", "dans", "lors")
                    && sentence.isAt(noun, "incidents", "attacks", "raids", "ambushes", "attaques", "embuscades")) {
                return true;
            }
        }
        return false;
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
            one.another = !drafts.isEmpty();
            drafts.add(one);
        }
        return drafts;
    }
}
