package org.marsad.text;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;
import org.marsad.text.DateExpression.Basis;
import org.marsad.text.DateResolver.Resolved;

/** Weeks, months, years and stretches of days around publication. A week begins on Monday. */
final class DateUnits {
    private static final int HOURS_A_DAY = 24;

    private DateUnits() {}

    static @Nullable Resolved resolve(RawDate.UnitOf unit, LocalDate published) {
        int step = unit.direction() == DateDirection.LAST ? -1 : unit.direction() == DateDirection.NEXT ? 1 : 0;
        boolean stretch = unit.count() > 1 || unit.unit().compareTo(DateUnit.WEEK) < 0;
        if (stretch) {
            return step == 0 ? null : stretch(unit.unit(), unit.count(), step, published);
        }
        int part = unit.bound() == RawDate.Bound.WHOLE ? unit.part() : 0;
        var whole = whole(unit.unit(), part, step, published);
        return step == 0 ? DateReckoning.bounded(whole, unit.bound(), published) : whole;
    }

    private static Resolved whole(DateUnit unit, int part, int step, LocalDate published) {
        return switch (unit) {
            case MONTH -> {
                var first = published.withDayOfMonth(1).plusMonths(step);
                var last = first.plusMonths(1).minusDays(1);
                yield part == 0
                        ? DateReckoning.relative(first, last, DatePrecision.MONTH)
                        : DateReckoning.partOfMonth(first, last, part, Basis.RELATIVE);
            }
            case YEAR -> DateReckoning.partOfYear(published.getYear() + step, part, Basis.RELATIVE);
            default -> {
                var monday = published
                        .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                        .plusWeeks(step);
                int from = part == 3 ? 4 : part == 2 ? 1 : 0;
                int to = part == 1 ? 2 : part == 2 ? 4 : 6;
                yield DateReckoning.relative(monday.plusDays(from), monday.plusDays(to), DatePrecision.WEEK);
            }
        };
    }

    /** "The past three weeks": up to publication; "the next two days": from it. */
    private static Resolved stretch(DateUnit unit, int count, int step, LocalDate published) {
        long n = (long) count * step;
        var other = switch (unit) {
            case HOUR -> published.plusDays((long) Math.ceilDiv(count, HOURS_A_DAY) * step);
            case DAY -> published.plusDays(n);
            case WEEK -> published.plusWeeks(n);
            case MONTH -> published.plusMonths(n);
            case YEAR -> published.plusYears(n);
        };
        long days = Math.abs(DateCalendar.daysBetween(published, other));
        var precision = days <= 2
                ? DatePrecision.DAY
                : days <= 15 ? DatePrecision.WEEK : days <= 190 ? DatePrecision.MONTH : DatePrecision.YEAR;
        return step < 0
                ? DateReckoning.relative(other, published, precision)
                : DateReckoning.relative(published, other, precision);
    }
}
