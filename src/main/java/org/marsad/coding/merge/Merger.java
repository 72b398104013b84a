package org.marsad.coding.merge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.coding.reading.Tense;
import org.marsad.coding.reading.Where;
import org.marsad.coding.slot.Draft;
import org.marsad.coding.slot.FurtherOnes;
import org.marsad.text.DatePrecision;

/** Joins the drafts of one article that tell of one incident: an article tells its main event several times. */
public final class Merger {
    /** News older than this is background to today's. */
    private static final int STALE_DAYS = 4;

    private static final int NEWS_DAYS = 45;
    /** How well a toll fits the fight told right before it, where nothing else takes it. */
    private static final double TOLL = 0.1;

    /** Sentences of an article in which the news may come to say where it was. */
    private static final int NARROWED_WITHIN = 5;

    /** Sentences between two that tell of one incident though nothing else says so, at most. */
    private static final int FAR = 3;

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
        Headlines.settle(merger.merged);
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
                    && Agreement.date(one, draft) != Fit.CONFLICT) {
                Absorption.take(one, draft);
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
            var where = (SameTolls.areOfTitle(best, draft) || Headlines.isJudgement(best, draft))
                            && Agreement.place(best, draft) == Fit.CONFLICT
                    ? draft.where
                    : null;
            Absorption.take(best, draft);
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
                && Agreement.date(one, draft) != Fit.CONFLICT) {
            return 1.6;
        }
        boolean sameSentence = one.sentence == draft.sentence;
        boolean wide = draft.sentence.index <= 4
                && one.places().stream().allMatch(place -> Where.rank(place) >= 3)
                && Agreement.actors(one, draft) != Fit.CONFLICT
                && !Agreement.figuresDiffer(one, draft);
        if (one.isHeadline()
                && draft.sentence.index <= 4
                && (wide || Headlines.isJudgement(one, draft) || Agreement.place(one, draft) != Fit.CONFLICT)
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
        if (Agreement.date(one, draft) != Fit.CONFLICT
                && (draft.definite && !draft.plural || draft.plural && isThis(draft))
                && !(draft.isDated() && (draft.another || draft.aside))
                && !draft.hasFinePlace()
                && (apart > 0 || apart == 0 && isThis(draft))
                && apart <= 4) {
            return 2.0 / Math.max(1, apart) + (one.kind.key().equals(draft.kind.key()) ? 0.3 : 0);
        }
        if (isNarrowed(one, draft, apart)) {
            return 1.3;
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
        Fit date = Agreement.date(one, draft);
        Fit place = Agreement.place(one, draft);
        // "clashed on Tuesday after the killing of their leader on Monday": two days of one sentence are of two
        // incidents.
        if (sameSentence && Agreement.isOfOtherDay(one, draft)) {
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
        if (date == Fit.NEW && strange && !draft.definite && Agreement.actors(one, draft) != Fit.SAME) {
            return 0;
        }
        // News that no day is told of is fresh: what is told far below, and happened days ago, is other news.
        if (date == Fit.NEW && apart > FAR && one.isLead() && !draft.definite && isStale(draft)) {
            return 0;
        }
        boolean taken = draft.kind.mode().equals("abduct") != one.kind.mode().equals("abduct");
        if (taken && draft.isDated() && one.isDated() && Agreement.daysDiffer(one, draft) && !draft.definite) {
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
                || Agreement.isElsewhereOnAnotherDay(one, draft)) {
            return 0;
        }
        if (draft.another && !(date == Fit.SAME && place == Fit.SAME)) {
            return 0;
        }
        // "a trial for the killing of a journalist": named in passing, and no word more on an abduction told before.
        boolean passing = draft.plainness < 0 || draft.plainness == 0 && !draft.definite;
        if (passing && apart > 0 && place != Fit.SAME && Agreement.modesDiffer(one, draft)) {
            return 0;
        }
        if (draft.aside && !one.mentions.contains(draft.sentence) && !(date == Fit.SAME && place == Fit.SAME)) {
            return 0;
        }
        Fit actors = Agreement.actors(one, draft);
        if (actors == Fit.CONFLICT && !(date == Fit.SAME && place == Fit.SAME)) {
            return 0;
        }
        boolean placed = draft.date != null || draft.hasFinePlace() || draft.another;
        boolean restated =
                (place == Fit.SAME && draft.hasFinePlace() || draft.places().isEmpty() && apart <= 1)
                        && SameTolls.isEarlierCount(draft.sentence);
        if (draft.earlier
                && placed
                && one.isLead()
                && date != Fit.SAME
                && Agreement.tollsDiffer(one, draft)
                && !restated) {
            return 0;
        }
        if (Agreement.figuresDiffer(one, draft)
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
        if (Agreement.kindsDiffer(one, draft) && parted && place != Fit.SAME) {
            return 0;
        }
        double near = 1.0 / (1 + draft.sentence.index - one.mentions.getLast().index);
        double like = one.kind.rank() >= 6 && one.kind.key().equals(draft.kind.key()) ? 0.2 : 0;
        return 0.5 + date.worth + place.worth + actors.worth + near + like + (one.isLead() ? 0.3 : 0);
    }

    /** "struck in the north on Thursday. The assault took eight lives at the falls of Koudou": now it says where. */
    private static boolean isNarrowed(Draft one, Draft draft, int apart) {
        return draft.definite
                && !draft.plural
                && !draft.another
                && !draft.aside
                && apart == 1
                && draft.sentence.index <= NARROWED_WITHIN
                && draft.date == null
                && one.places().stream().allMatch(place -> Where.rank(place) > 2)
                && Agreement.actors(one, draft) != Fit.CONFLICT
                && draft.actors.stream().anyMatch(one.actors::contains)
                && !Agreement.tollsDiffer(one, draft);
    }

    /** « suite à cette embuscade » */
    private static boolean isThis(Draft draft) {
        return draft.sentence.isAt(draft.at - 1, "this", "that", "these", "those", "cette", "cet", "ce", "ces", "هذه");
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
}
