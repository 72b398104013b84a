package org.marsad.coding.merge;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.marsad.coding.event.Role;
import org.marsad.coding.reading.ActorKinds;
import org.marsad.coding.reading.Lexicon;
import org.marsad.coding.reading.Where;
import org.marsad.coding.slot.Draft;
import org.marsad.coding.slot.where.Extents;
import org.marsad.coding.slot.who.Casualties;
import org.marsad.gazetteer.PlaceLevel;
import org.marsad.text.DateExpression;
import org.marsad.text.DatePrecision;

/** How the drafts of two sentences go together, slot by slot. */
final class Agreement {
    private static final int VAGUE_DAYS = 7;

    /** An incident is announced within so many days. */
    private static final int NEWS_GAP = 7;

    /** An air strike may be that of a drone. */
    private static final Set<String> AIR = Set.of("aerial", "drone");

    private Agreement() {}

    static Fit date(Draft one, Draft draft) {
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

    static boolean isOfOtherDay(Draft one, Draft draft) {
        return one.sentence.island(one.at) != draft.sentence.island(draft.at) && daysDiffer(one, draft);
    }

    static boolean daysDiffer(Draft one, Draft draft) {
        return one.date != null
                && draft.date != null
                && one.date.precision() == DatePrecision.DAY
                && draft.date.precision() == DatePrecision.DAY
                && !one.date.start().equals(draft.date.start());
    }

    /** Near, and on the day before or after: two incidents, since each has a day and a place of its own. */
    static boolean isElsewhereOnAnotherDay(Draft one, Draft draft) {
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

    static boolean overlap(DateExpression a, DateExpression b) {
        // A night attack is told on both days.
        int slack = a.precision() == DatePrecision.DAY && b.precision() == DatePrecision.DAY ? 1 : 0;
        LocalDate start = a.start().minusDays(slack);
        return !b.end().isBefore(start) && !b.start().isAfter(a.end().plusDays(slack));
    }

    static Fit place(Draft one, Draft draft) {
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

    static Fit actors(Draft one, Draft draft) {
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

    /** Whether the dead are too many or too few to be the same; those of two sides need not be as many. */
    static boolean figuresDiffer(Draft one, Draft draft) {
        if (areOfTwoSides(one, draft)) {
            return false;
        }
        var a = killed(one);
        var b = killed(draft);
        return a != null && b != null && (a > 2 * b + 2 || b > 2 * a + 2);
    }

    /** "17 soldiers died … 100 attackers were killed": forces on the one hand, fighters on the other. */
    private static boolean areOfTwoSides(Draft one, Draft draft) {
        var a = sides(one);
        var b = sides(draft);
        return a.equals(Set.of(Lexicon.Side.FORCE)) && b.equals(Set.of(Lexicon.Side.FIGHTER))
                || a.equals(Set.of(Lexicon.Side.FIGHTER)) && b.equals(Set.of(Lexicon.Side.FORCE));
    }

    private static Set<Lexicon.Side> sides(Draft draft) {
        var sides = EnumSet.noneOf(Lexicon.Side.class);
        draft.counts.stream()
                .filter(count -> count.harm() == Lexicon.Harm.KILLED)
                .forEach(count -> sides.add(count.side()));
        return sides;
    }

    private static @Nullable Integer killed(Draft draft) {
        return draft.counts.stream()
                .filter(count -> count.harm() == Lexicon.Harm.KILLED)
                .map(Casualties.Count::low)
                .max(Integer::compare)
                .orElse(null);
    }

    static boolean kindsDiffer(Draft one, Draft draft) {
        return !one.kind.mode().equals(draft.kind.mode())
                && one.kind.rank() >= 6
                && draft.kind.rank() >= 6
                && !(AIR.contains(one.kind.mode()) && AIR.contains(draft.kind.mode()));
    }

    static boolean modesDiffer(Draft one, Draft draft) {
        return !one.kind.mode().equals(draft.kind.mode());
    }
}
