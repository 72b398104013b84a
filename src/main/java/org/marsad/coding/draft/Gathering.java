package org.marsad.coding.draft;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.marsad.coding.event.EventActor;
import org.marsad.coding.event.Role;
import org.marsad.coding.reading.Lexicon;
import org.marsad.coding.reading.Support;
import org.marsad.coding.reading.Tense;
import org.marsad.coding.reading.Trigger;
import org.marsad.coding.reading.Where;
import org.marsad.coding.reading.WordSets;
import org.marsad.coding.slot.Draft;
import org.marsad.coding.slot.FurtherOnes;
import org.marsad.coding.slot.when.StatementDays;
import org.marsad.coding.slot.when.When;
import org.marsad.coding.slot.where.Villages;
import org.marsad.coding.slot.where.Whereabouts;
import org.marsad.coding.slot.who.Casualties;
import org.marsad.coding.trigger.Pronounced;
import org.marsad.geocode.MentionKind;
import org.marsad.text.DateExpression;
import org.marsad.text.DatePrecision;
import org.marsad.text.Patterns;

/** A draft while the words that tell it in one sentence are gathered, and what each adds. Of one thread. */
final class Gathering {
    private static final Set<String> AGREEING = WordSets.get("agreeing");
    private static final Set<String> PLUPERFECT = WordSets.get("pluperfect");

    /** Words between a verb and the figure that is its object, at most. */
    private static final int OBJECT_REACH = 2;

    /** What a figure of its own behind it adds to a word's distance from one before it. */
    private static final int SERVED = 16;

    private final List<Trigger> group;
    private final List<Trigger> all;
    private final Factuality factuality;
    private final Trigger main;
    private final Draft draft;
    private double dateCost = Double.MAX_VALUE;
    private boolean sum;

    /**
     * @param group the words that tell it
     * @param all every word of the sentence that tells an event
     */
    Gathering(List<Trigger> group, List<Trigger> all, Factuality factuality) {
        this.group = group;
        this.all = all;
        this.factuality = factuality;
        this.main = plainest();
        this.draft = new Draft(main.kind(), main.sentence());
        draft.at = main.begin();
        draft.tense = main.tense();
        draft.plainness = factuality.of(main);
        draft.plural = true;
        draft.aside = draft.sentence.isAside();
    }

    private Trigger plainest() {
        var plainest = group.getFirst();
        for (var trigger : group) {
            if (factuality.of(trigger) > factuality.of(plainest) + 0.4) {
                plainest = trigger;
            }
        }
        return plainest;
    }

    Draft draft() {
        return draft;
    }

    Trigger main() {
        return main;
    }

    /** What a word says of the kind of event, and of whether and how often it happened. */
    void tell(Trigger trigger, @Nullable Support support) {
        // "home-made bombs targeted a post": a word that may as well be a noun does not name the event.
        boolean names = trigger.tense() != Tense.PRESENT || factuality.of(trigger) >= factuality.of(main) - 0.5;
        if (trigger.kind().rank() > draft.kind.rank() && names) {
            draft.kind = trigger.kind();
        }
        draft.plainness = Math.max(draft.plainness, factuality.of(trigger));
        draft.told |= support != null && carries(trigger, support)
                || Deeds.isDone(trigger)
                || Pronounced.is(trigger)
                || isSigned(trigger)
                || trigger.act()
                || isFinite(trigger)
                // « Des hommes prennent pour cible, dans la nuit du 28, Kafolo »; "the summit of 15 December".
                || trigger.tense() == Tense.PRESENT && hasDay(trigger)
                || isNamedByDate(trigger);
        draft.definite |= trigger.tense() == Tense.SINGULAR && trigger.isDefinite();
        draft.plural &= trigger.tense() == Tense.PLURAL;
        sum |= isSum(trigger);
    }

    /** Takes the day and the place of a word where they are better than those of the words before. */
    void put(Trigger trigger, @Nullable Support support, When.@Nullable Choice when, Where where) {
        double cost = when == null ? 0 : when.cost() + (trigger.isNoun() && support == null ? 4 : 0);
        boolean dates = when != null && (cost < dateCost || yields(trigger, when.date()));
        boolean sharper = dates && isAsFine(where, draft.where) && where.own();
        if (sharper || better(where, draft.where)) {
            draft.where = where;
        }
        if (dates) {
            draft.date = when.date();
            draft.dateOfNews = StatementDays.isOfNews(trigger, draft.date);
            dateCost = cost;
        }
        draft.another |= FurtherOnes.isAnother(trigger) && !Anaphora.addsToll(trigger) && !isOfSubject(trigger)
                || Groups.isAnswered(trigger)
                || !trigger.isNoun()
                        && draft.kind.isViolence()
                        && draft.sentence.isLaterThatDay()
                        && draft.sentence.clause(trigger.begin()) <= 1;
        draft.several |= Series.isPointedAt(trigger);
        draft.series |= Series.is(trigger);
        draft.earlier |= isPluperfect(trigger);
    }

    /** An actor has one role that matters: who is named as perpetrator by one trigger is not made target by another. */
    void add(EventActor actor) {
        boolean there = draft.actors.stream()
                .anyMatch(one -> one.actor().id().equals(actor.actor().id())
                        && (one.role() != Role.CLAIMANT && actor.role() != Role.CLAIMANT
                                || one.role() == actor.role()));
        if (!there) {
            draft.actors.add(actor);
        }
    }

    /** Names the town that the gazetteer does not know, where no finer place was found. */
    void nameUnknownTown(Lexicon lexicon) {
        var strange = !draft.places().isEmpty()
                ? null
                : group.stream()
                        .map(one -> StrangeTowns.named(lexicon.language, one))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
        draft.unplaced =
                draft.places().isEmpty() && (strange != null || group.stream().anyMatch(Whereabouts::namesUnknown));
        draft.unknownTown = Villages.of(draft);
        if (draft.unknownTown == null && draft.places().stream().allMatch(place -> Where.rank(place) > 0)) {
            draft.unknownTown = group.stream()
                    .map(trigger -> UnknownTowns.near(lexicon, trigger))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
            draft.unplaced |= draft.unknownTown != null && draft.places().isEmpty();
            draft.unknownTown = draft.unknownTown == null ? strange : draft.unknownTown;
        }
    }

    /** What only all of its words together say. */
    void close() {
        draft.another |= Steps.isOfAnotherDay(draft);
        draft.isPassive = main.passive();
        draft.into = draft.anaphoric && draft.kind.key().equals("fall")
                || group.stream().anyMatch(Gathering::isInto);
    }

    /** Takes the figures of the sentence that no other incident in it stands nearer to. */
    void count(List<Casualties.Count> victims) {
        if (!draft.kind.isViolence() || sum) {
            return;
        }
        var sentence = draft.sentence;
        int island = sentence.island(main.begin());
        var others = all.stream()
                .filter(trigger ->
                        trigger.kind().isViolence() && !group.contains(trigger) && factuality.of(trigger) >= 0)
                .toList();
        victims.stream()
                .filter(count -> sentence.island(count.at()) == island || all.size() == group.size())
                .filter(count -> isNearest(count, group, others, victims))
                .forEach(draft.counts::add);
        draft.countsBySentence.add(List.copyOf(draft.counts));
        // « 12 soldats tués »: a participle with its victims counts as told.
        draft.told |=
                draft.counts.stream().anyMatch(count -> count.figure() != null || count.side() != Lexicon.Side.ANY)
                        && group.stream()
                                .anyMatch(trigger -> trigger.tense() == Tense.PARTICIPLE
                                        || trigger.kind().key().equals("killing") && draft.date != null);
    }

    /** Whether no trigger of another incident stands nearer to a figure. */
    private static boolean isNearest(
            Casualties.Count count, List<Trigger> group, List<Trigger> others, List<Casualties.Count> counts) {
        int own = group.stream()
                .mapToInt(trigger -> reach(trigger, count, counts))
                .min()
                .orElse(0);
        return others.stream().allMatch(trigger -> reach(trigger, count, counts) >= own);
    }

    /** How far a word stands from a figure; farther behind it where it has another of its own: "leaving 21 dead, and killed four". */
    private static int reach(Trigger trigger, Casualties.Count count, List<Casualties.Count> counts) {
        boolean served = count.at() < trigger.begin()
                && counts.stream()
                        .anyMatch(other -> other.at() >= trigger.end() && other.at() - trigger.end() <= OBJECT_REACH);
        return trigger.sentence().distance(trigger.begin(), count.at()) + (served ? SERVED : 0);
    }

    /** "> Guinea, 5 September 2021. Special forces storm the palace": the line above says when, and where if nothing else does. */
    void takeHeading() {
        var heading = draft.sentence.heading;
        if (heading == null && draft.date == null && draft.sentence.day != null) {
            draft.date = draft.sentence.day;
            draft.dayLent = isOfSentenceBefore(draft.date);
            draft.told |= draft.tense == Tense.PRESENT;
        }
        if (heading == null || draft.date != null) {
            return;
        }
        draft.date = heading.dates.getFirst().value();
        draft.dayLent = isOfSentenceBefore(draft.date);
        draft.told |= draft.tense == Tense.PRESENT;
        if (draft.places().isEmpty()) {
            heading.mentions.stream()
                    .map(item -> item.value().place())
                    .filter(Objects::nonNull)
                    .findFirst()
                    .ifPresent(place -> draft.where = new Where(List.of(place), draft.where.border(), false, true));
        }
    }

    /** Whether words stand between a day and the sentence that takes it over: not where it is the line right above. */
    private boolean isOfSentenceBefore(DateExpression day) {
        int begin = draft.sentence.span.begin();
        int end = day.span().end();
        return end < begin
                && draft.sentence.source().substring(end, begin).codePoints().anyMatch(Character::isLetter);
    }

    /** «أعلن الجيش، الأحد، مقتل ثمانية في هجوم الخميس»: the day of the news yields to that of the deed. */
    private boolean yields(Trigger trigger, DateExpression date) {
        return draft.dateOfNews
                && date.precision() == DatePrecision.DAY
                && !date.equals(draft.date)
                && !StatementDays.isOfNews(trigger, date);
    }

    /** « L'attaque a également coûté la vie à dix assaillants »: more of the attack that is its subject. */
    private boolean isOfSubject(Trigger trigger) {
        var first = group.getFirst();
        return !trigger.isNoun()
                && first != trigger
                && first.isNoun()
                && first.isDefinite()
                && first.tense() == Tense.SINGULAR
                && first.begin() <= draft.sentence.start() + 1
                && draft.sentence.isAt(trigger.begin() - 1, "also", "egalement", "aussi");
    }

    private static boolean isInto(Trigger trigger) {
        var sentence = trigger.sentence();
        boolean named = sentence.mentions.stream()
                .anyMatch(item -> item.begin() >= trigger.end()
                        && item.begin() - trigger.end() <= 6
                        && item.value().kind() == MentionKind.LITERAL
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

    private static boolean isFinite(Trigger trigger) {
        return !trigger.isNoun()
                && trigger.tense() != Tense.PRESENT
                && trigger.tense() != Tense.FUTURE
                && (trigger.tense() != Tense.PARTICIPLE || hasDate(trigger));
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
                .anyMatch(item -> item.value().precision() == DatePrecision.DAY
                        && trigger.sentence().distance(trigger.begin(), item.begin())
                                <= (item.begin() <= trigger.sentence().start() + 1 ? 18 : 12));
    }

    /** «اتفاق الرياض الموقع في الخامس من نوفمبر»: an agreement with the day on which it was signed. */
    private static boolean isSigned(Trigger trigger) {
        var sentence = trigger.sentence();
        if (!trigger.kind().family().equals("agreement") || !trigger.isNoun()) {
            return false;
        }
        for (int i = trigger.end(); i < Math.min(sentence.size(), trigger.end() + 5); i++) {
            int at = i;
            if (Patterns.matches(sentence.word(i).text(), "(ال)?(موقع|مبرم)(ه)?")
                    && sentence.dates.stream().anyMatch(item -> item.begin() > at && item.begin() - at <= 3)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNamedByDate(Trigger trigger) {
        return trigger.isNoun()
                && (trigger.tense() == Tense.SINGULAR || trigger.isDefinite())
                && trigger.sentence().dates.stream()
                        .anyMatch(item -> item.value().precision() == DatePrecision.DAY
                                && item.begin() >= trigger.end()
                                && item.begin() - trigger.end() <= 2);
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
}
