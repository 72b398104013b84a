package org.marsad.coding.merge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.marsad.coding.event.Role;
import org.marsad.coding.reading.ActorKinds;
import org.marsad.coding.reading.Lexicon;
import org.marsad.coding.reading.Tense;
import org.marsad.coding.reading.Where;
import org.marsad.coding.slot.Casualties;
import org.marsad.coding.slot.Draft;
import org.marsad.coding.slot.Extents;
import org.marsad.coding.slot.FurtherOnes;
import org.marsad.gazetteer.PlaceLevel;
import org.marsad.text.DateExpression;
import org.marsad.text.DatePrecision;

/** Joins the drafts of one article that tell of one incident: an article tells its main event several times. */
public final class Merger {
    /** News older than this is background to today's. */
    private static final int STALE_DAYS = 4;

    private static final int NEWS_DAYS = 45;

    private static final int VAGUE_DAYS = 7;
    /** An incident is announced within so many days. */
    private static final int NEWS_GAP = 7;
    /** How well a toll fits the fight told right before it, where nothing else takes it. */
    private static final double TOLL = 0.1;

    /** Sentences between two that tell of one incident though nothing else says so, at most. */
    private static final int FAR = 3;

    /** An air strike may be that of a drone. */
    private static final Set<String> AIR = Set.of("aerial", "drone");

    private final List<Draft> merged = new ArrayList<>();
    private final @Nullable LocalDate published;

    private Merger(@Nullable LocalDate published) {
        this.published = published;
    }

    /** The drafts in the order of the text, each incident once. */
    public static List<Draft> merge(List<Draft> drafts, @Nullable LocalDate published) {
        var merger = new Merger(published);
        drafts.forEach(merger::add);
        merger.joinTolls();
        Sums.settle(merger.merged);
        return merger.merged;
    }

    /** Two that were begun apart may have come to tell of the same dead and hurt. */
    private void joinTolls() {
        var first = new HashMap<String, Draft>();
        for (var draft : List.copyOf(merged)) {
            var key = SameTolls.key(draft);
            var one = key == null ? null : first.putIfAbsent(key, draft);
            if (one != null
                    && (SameTolls.agree(one, draft) || SameTolls.areOfMany(one, draft))
                    && date(one, draft) != Fit.CONFLICT) {
                absorb(one, draft);
                merged.remove(draft);
            }
        }
    }

    private void add(Draft draft) {
        Draft best = null;
        double bestFit = 0;
        for (int i = merged.size() - 1; i >= 0; i--) {
            var one = merged.get(i);
            boolean part = Sums.isUnfolded(merged, i, draft) || Sums.isSelected(one, draft);
            double fit = part ? 0 : fit(one, draft);
            fit = fit == 0 && OtherIncidents.isTollOf(one, draft) ? TOLL : fit;
            if (fit > bestFit) {
                best = one;
                bestFit = fit;
            }
        }
        if (best == null) {
            merged.add(draft);
        } else {
            var where = SameTolls.areOfTitle(best, draft) && place(best, draft) == Fit.CONFLICT ? draft.where : null;
            absorb(best, draft);
            best.where = where == null ? best.where : where;
        }
    }

    /** How well a new draft fits an incident told before; 0 where it is another. */
    private double fit(Draft one, Draft draft) {
        if (OtherIncidents.endsInArrests(one, draft)) {
            return 3;
        }
        if (OtherIncidents.isPart(one, draft) || OtherIncidents.isOperationOf(one, draft)) {
            return 1.5;
        }
        if (!one.kind.family().equals(draft.kind.family())) {
            return 0;
        }
        if ((SameTolls.agree(one, draft) || SameTolls.areOfTitle(one, draft) || SameTolls.areOfMany(one, draft))
                && date(one, draft) != Fit.CONFLICT) {
            return 1.6;
        }
        boolean sameSentence = one.sentence == draft.sentence;
        boolean wide = draft.sentence.index <= 4
                && one.places().stream().allMatch(place -> Where.rank(place) >= 3)
                && actors(one, draft) != Fit.CONFLICT
                && !figuresDiffer(one, draft);
        if (one.isHeadline()
                && draft.sentence.index <= 4
                && (wide || place(one, draft) != Fit.CONFLICT)
                && !isOld(draft)) {
            return 1.2;
        }
        if (one.isHeadline() && draft.date != null && draft.sentence.index > 8) {
            return 0;
        }
        if (one.date == null
                && !one.isLead()
                && draft.date != null
                && draft.sentence.index - one.mentions.getLast().index > 3) {
            return 0;
        }
        // « Libération de l'otage enlevé »: a participle in the title may be of long ago.
        boolean remembered = one.tense == Tense.PARTICIPLE
                && one.kind.mode().equals("abduct")
                && merged.stream().anyMatch(other -> other != one && other.sentence == one.sentence);
        boolean referred = one.plainness <= 0 && !one.told;
        if (!remembered
                && !referred
                && one.date == null
                && one.isLead()
                && (isOld(draft) || isYear(draft) && one.told)) {
            return 0;
        }
        int apart = draft.sentence.index - one.mentions.getLast().index;
        if (date(one, draft) != Fit.CONFLICT
                && (draft.definite && !draft.plural || draft.plural && isThis(draft))
                && !(draft.isDated() && (draft.another || draft.aside))
                && !draft.hasFinePlace()
                && (apart > 0 || apart == 0 && isThis(draft))
                && apart <= 4) {
            return 2.0 / Math.max(1, apart) + (one.kind.key().equals(draft.kind.key()) ? 0.3 : 0);
        }
        if (OtherIncidents.isTakenUp(one, draft) || OtherIncidents.isMeetingTakenUp(one, draft)) {
            return 1.4;
        }
        if (Sums.isOneOf(one, draft)) {
            return 0;
        }
        if (OtherDays.part(one, draft) || OtherIncidents.isOther(one, draft)) {
            return 0;
        }
        Fit date = date(one, draft);
        Fit place = place(one, draft);
        // "clashed on Tuesday after the killing of their leader on Monday": two days of one sentence are of two
        // incidents.
        if (sameSentence && isOfOtherDay(one, draft)) {
            return 0;
        }
        // A town that the gazetteer does not know is another than the one that it does.
        if (draft.unplaced && draft.isDated() && one.hasFinePlace() && !draft.definite && !sameSentence) {
            return 0;
        }
        // What has no day of its own is not the same as what has one, and a town unknown, or stands far below by other
        // hands.
        boolean strange = draft.unplaced && !FurtherOnes.isOfVictims(draft)
                || apart > FAR && place != Fit.SAME && !one.isHeadline();
        if (date == Fit.NEW && strange && !draft.definite && actors(one, draft) != Fit.SAME) {
            return 0;
        }
        // News that no day is told of is fresh: what is told far below, and happened days ago, is other news.
        if (date == Fit.NEW && apart > FAR && one.isLead() && !draft.definite && isStale(draft)) {
            return 0;
        }
        boolean taken = draft.kind.mode().equals("abduct") != one.kind.mode().equals("abduct");
        if (taken && draft.isDated() && one.isDated() && daysDiffer(one, draft) && !draft.definite) {
            return 0;
        }
        if (draft.unknownTown != null
                && one.unknownTown != null
                && !draft.unknownTown.equals(one.unknownTown)
                && !sameSentence) {
            return 0;
        }
        if (date == Fit.CONFLICT
                || place == Fit.CONFLICT
                || draft.another && sameSentence
                || isElsewhereOnAnotherDay(one, draft)) {
            return 0;
        }
        if (draft.another && !(date == Fit.SAME && place == Fit.SAME)) {
            return 0;
        }
        // "a trial for the killing of a journalist": named in passing, and no word more on an abduction told before.
        boolean passing = draft.plainness < 0 || draft.plainness == 0 && !draft.definite;
        if (passing && apart > 0 && place != Fit.SAME && modesDiffer(one, draft)) {
            return 0;
        }
        if (draft.aside && !one.mentions.contains(draft.sentence) && !(date == Fit.SAME && place == Fit.SAME)) {
            return 0;
        }
        Fit actors = actors(one, draft);
        if (actors == Fit.CONFLICT && !(date == Fit.SAME && place == Fit.SAME)) {
            return 0;
        }
        boolean placed = draft.date != null || draft.hasFinePlace() || draft.another;
        boolean restated = place == Fit.SAME && draft.hasFinePlace() && SameTolls.isEarlierCount(draft.sentence);
        if (draft.earlier && placed && one.isLead() && date != Fit.SAME && tollsDiffer(one, draft) && !restated) {
            return 0;
        }
        if (figuresDiffer(one, draft)
                && !restated
                && !(place == Fit.SAME && (date == Fit.SAME || date == Fit.OPEN))
                && !OtherFigures.are(draft, apart)) {
            return 0;
        }
        boolean anchored =
                draft.date != null && place == Fit.NEW || date == Fit.NEW && draft.hasFinePlace() && place != Fit.SAME;
        if (anchored && !one.isLead()) {
            return 0;
        }
        if (SameHosts.differ(one, draft)) {
            return 0;
        }
        boolean parted =
                date != Fit.SAME || !draft.definite && one.mentions.getLast().paragraph != draft.sentence.paragraph;
        if (kindsDiffer(one, draft) && parted && place != Fit.SAME) {
            return 0;
        }
        double near = 1.0 / (1 + draft.sentence.index - one.mentions.getLast().index);
        double like = one.kind.rank() >= 6 && one.kind.key().equals(draft.kind.key()) ? 0.2 : 0;
        return 0.5 + date.worth + place.worth + actors.worth + near + like + (one.isLead() ? 0.3 : 0);
    }

    /** « suite à cette embuscade » */
    private static boolean isThis(Draft draft) {
        return draft.sentence.isAt(draft.at - 1, "this", "that", "these", "those", "cette", "cet", "ce", "ces", "هذه");
    }

    /** How two values go together. */
    private enum Fit {
        SAME(1),
        /** The new one says nothing. */
        OPEN(0.4),
        /** Only the new one says something. */
        NEW(0.2),
        CONFLICT(0);

        final double worth;

        Fit(double worth) {
            this.worth = worth;
        }
    }

    private static Fit date(Draft one, Draft draft) {
        if (draft.date == null) {
            return Fit.OPEN;
        }
        if (one.date == null) {
            return Fit.NEW;
        }
        if (overlap(one.date, draft.date)) {
            return Fit.SAME;
        }
        if (one.dateOfNews != draft.dateOfNews && gap(one.date, draft.date) <= NEWS_GAP) {
            return Fit.OPEN;
        }
        // "the summit of 22 December … the summit, in the last week of the month".
        boolean vague = draft.definite
                && draft.places().isEmpty()
                && draft.date.precision() == DatePrecision.WEEK
                && gap(one.date, draft.date) <= VAGUE_DAYS;
        return vague ? Fit.OPEN : Fit.CONFLICT;
    }

    private static boolean isOfOtherDay(Draft one, Draft draft) {
        return one.sentence.island(one.at) != draft.sentence.island(draft.at) && daysDiffer(one, draft);
    }

    private static boolean daysDiffer(Draft one, Draft draft) {
        return one.date != null
                && draft.date != null
                && one.date.precision() == DatePrecision.DAY
                && draft.date.precision() == DatePrecision.DAY
                && !one.date.start().equals(draft.date.start());
    }

    /** Near, and on the day before or after: two incidents, since each has a day and a place of its own. */
    private static boolean isElsewhereOnAnotherDay(Draft one, Draft draft) {
        return daysDiffer(one, draft)
                && one.hasFinePlace()
                && draft.hasFinePlace()
                && one.places().stream()
                        .noneMatch(place -> draft.places().stream()
                                .anyMatch(other -> other.id().equals(place.id())));
    }

    private static long gap(DateExpression a, DateExpression b) {
        return Math.max(
                b.start().toEpochDay() - a.end().toEpochDay(),
                a.start().toEpochDay() - b.end().toEpochDay());
    }

    /** The news is not of a bare year. */
    private static boolean isYear(Draft draft) {
        return draft.date != null && draft.date.precision() == DatePrecision.YEAR;
    }

    /** Whether it was long before the article. */
    private boolean isOld(Draft draft) {
        var today = published;
        return today != null && draft.date != null && draft.date.end().isBefore(today.minusDays(NEWS_DAYS));
    }

    /** Whether it happened some days before the article. */
    private boolean isStale(Draft draft) {
        var today = published;
        return today != null && draft.date != null && draft.date.end().isBefore(today.minusDays(STALE_DAYS));
    }

    static boolean overlap(DateExpression a, DateExpression b) {
        // A night attack is told on both days.
        int slack = a.precision() == DatePrecision.DAY && b.precision() == DatePrecision.DAY ? 1 : 0;
        LocalDate start = a.start().minusDays(slack);
        return !b.end().isBefore(start) && !b.start().isAfter(a.end().plusDays(slack));
    }

    private static Fit place(Draft one, Draft draft) {
        if (draft.places().isEmpty()) {
            return Fit.OPEN;
        }
        if (one.places().isEmpty()) {
            return Fit.NEW;
        }
        var border = one.where.border();
        if (border != null
                && draft.places().stream()
                        .anyMatch(place ->
                                border.a().equals(place.country()) || border.b().equals(place.country()))) {
            return draft.hasFinePlace() && !one.places().stream().anyMatch(place -> Where.rank(place) <= 2)
                    ? Fit.NEW
                    : Fit.OPEN;
        }
        boolean wider = false;
        for (var a : one.places()) {
            for (var b : draft.places()) {
                if (a.id().equals(b.id()) || Where.rank(a) == 0 && Where.rank(b) == 0 && Extents.km(a, b) <= 25) {
                    return Fit.SAME;
                }
                wider |= Extents.contains(a, b) || Extents.contains(b, a);
            }
        }
        if ((one.where.near() || draft.where.near()) && Extents.areBeside(one, draft)) {
            return Fit.OPEN;
        }
        boolean vague = one.places().getFirst().level() == PlaceLevel.REGION
                || draft.places().getFirst().level() == PlaceLevel.REGION;
        return wider || vague ? (draft.hasFinePlace() && !one.hasFinePlace() ? Fit.NEW : Fit.OPEN) : Fit.CONFLICT;
    }

    private static Fit actors(Draft one, Draft draft) {
        var a = perpetrators(one);
        var b = perpetrators(draft);
        if (b.isEmpty() || a.isEmpty()) {
            return b.isEmpty() ? Fit.OPEN : Fit.NEW;
        }
        if (Branches.meet(one, draft, a, b)) {
            return Fit.SAME;
        }
        if (SameState.did(one, draft)) {
            return Fit.OPEN;
        }
        // "gunmen attacked … the army killed five of them": both sides of one fight.
        boolean opposed = isByState(one) != isByState(draft);
        return opposed && draft.date == null && !draft.hasFinePlace() ? Fit.OPEN : Fit.CONFLICT;
    }

    private static boolean isByState(Draft draft) {
        return draft.actors.stream().anyMatch(one -> one.role() == Role.PERPETRATOR && ActorKinds.isState(one.actor()));
    }

    private static Set<String> perpetrators(Draft draft) {
        var ids = new java.util.HashSet<String>();
        for (var one : draft.actors) {
            boolean names = !ActorKinds.isUnidentified(one.actor()) && !ActorKinds.isCivilian(one.actor());
            if (one.role() == Role.PERPETRATOR && names) {
                ids.add(one.actor().id().value());
            }
        }
        return ids;
    }

    static boolean tollsDiffer(Draft one, Draft draft) {
        var a = killed(one);
        var b = killed(draft);
        return a != null && b != null && !a.equals(b);
    }

    private static boolean figuresDiffer(Draft one, Draft draft) {
        var a = killed(one);
        var b = killed(draft);
        return a != null && b != null && (a > 2 * b + 2 || b > 2 * a + 2);
    }

    private static @Nullable Integer killed(Draft draft) {
        return draft.counts.stream()
                .filter(count -> count.harm() == Lexicon.Harm.KILLED)
                .map(Casualties.Count::low)
                .max(Integer::compare)
                .orElse(null);
    }

    private static boolean kindsDiffer(Draft one, Draft draft) {
        return !one.kind.mode().equals(draft.kind.mode())
                && one.kind.rank() >= 6
                && draft.kind.rank() >= 6
                && !(AIR.contains(one.kind.mode()) && AIR.contains(draft.kind.mode()));
    }

    private static boolean modesDiffer(Draft one, Draft draft) {
        return !one.kind.mode().equals(draft.kind.mode());
    }

    private static void absorb(Draft one, Draft draft) {
        // "The attack … car bombs were found": what the article adds later names the incident only where it was vague.
        one.kind = OtherIncidents.endsInArrests(one, draft) ? draft.kind : one.kind;
        boolean part = !draft.kind.family().equals(one.kind.family());
        if (!part
                && draft.kind.rank() > one.kind.rank()
                && one.kind.rank() <= 4
                && (draft.told || draft.plainness >= 1.3)) {
            one.kind = draft.kind;
        }
        if (!one.mentions.contains(draft.sentence)) {
            one.mentions.add(draft.sentence);
        }
        if (part) {
            return;
        }
        if (!draft.isTelling()) {
            one.where = draft.where.own() && (!draft.where.near() || !one.hasFinePlace()) && Extents.isFiner(draft, one)
                    ? one.where.at(draft.places(), draft.where.near(), true)
                    : one.where;
            return;
        }
        one.plainness = Math.max(one.plainness, draft.plainness);
        one.told |= draft.told;
        one.series = Sums.stays(one, draft);
        one.definite &= draft.definite;
        one.plural &= draft.plural;
        boolean news = one.dateOfNews && !draft.dateOfNews && draft.date != null;
        // A day that is taken over is no surer than it was.
        one.dateOfNews = one.date == null ? draft.dateOfNews : one.dateOfNews && !news;
        if (one.date == null
                || news
                || draft.date != null
                        && days(draft.date) < days(one.date)
                        && !draft.date.start().isBefore(one.date.start())
                        && !draft.date.end().isAfter(one.date.end())) {
            one.date = draft.date;
        }
        if (one.where.places().isEmpty()
                || !one.hasFinePlace() && draft.hasFinePlace()
                || Extents.isFiner(draft, one)) {
            var where = one.where.border() == null ? one.where.alongOf(draft.where) : one.where;
            one.where = draft.where.places().isEmpty()
                    ? where
                    : where.at(draft.places(), draft.where.near(), draft.where.own());
        } else if (one.where.border() == null && draft.where.border() != null) {
            one.where = one.where.alongOf(draft.where);
        }
        for (var actor : draft.actors) {
            boolean there = one.actors.stream()
                    .anyMatch(other -> other.actor().id().equals(actor.actor().id())
                            && (other.role() == actor.role()
                                    || actor.role() != Role.CLAIMANT && other.role() != Role.CLAIMANT));
            if (!there) {
                one.actors.add(actor);
            }
        }
        one.counts.addAll(draft.counts);
        one.countsBySentence.addAll(draft.countsBySentence);
    }

    private static long days(DateExpression date) {
        return date.end().toEpochDay() - date.start().toEpochDay();
    }
}
