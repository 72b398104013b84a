package org.marsad.text;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.marsad.text.DateExpression.Basis;
import org.marsad.text.DateResolver.Resolved;
import org.marsad.text.RawDate.Bound;

/** Reckons from the publication date. */
final class DateReckoning {
    /** A day or month without a year may lie so far ahead of publication: «تعقد يومي 22 و23 ديسمبر». */
    private static final int ANNOUNCED = 45;

    /** … but only so far into the year after it: in November "5 January" is past. */
    private static final int ANNOUNCED_NEXT_YEAR = 10;

    /** "A few days ago" at most. */
    private static final int FEW_DAYS = 10;

    private DateReckoning() {}

    static @Nullable Resolved resolve(RawDate date, LocalDate published) {
        return switch (date) {
            case RawDate.DayInMonth day -> dayInMonth(day, published);
            case RawDate.Weekday weekday -> weekday(weekday, published);
            case RawDate.WeekdayOfWeek of -> {
                var week = of.week() == DateDirection.LAST ? -1 : of.week() == DateDirection.NEXT ? 1 : 0;
                yield day(published
                        .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                        .plusWeeks(week)
                        .plusDays(of.weekday() - 1L));
            }
            case RawDate.Offset offset -> day(published.plusDays(offset.days()));
            case RawDate.Ago ago -> ago(ago, published);
            case RawDate.FewDaysAgo few ->
                relative(published.minusDays(FEW_DAYS), published.minusDays(1), DatePrecision.WEEK);
            case RawDate.UnitOf unit -> DateUnits.resolve(unit, published);
            default -> throw new IllegalArgumentException("not reckoned from publication: " + date);
        };
    }

    /**
     * The year that puts a date where the direction says: the nearest before publication (or announced shortly after
     * it) without one. Null where no year nearby has such a date.
     */
    static @Nullable Integer nearest(
            LocalDate published,
            DateCalendar calendar,
            IntFunction<@Nullable LocalDate> inYear,
            @Nullable DateDirection direction) {
        int year = calendar.yearOf(published);
        for (int step = 0; step <= 8; step++) {
            int candidate = direction == DateDirection.NEXT ? year + step : year + 1 - step;
            var date = inYear.apply(candidate);
            if (date != null
                    && fits(DateCalendar.daysBetween(published, date), candidate - year, direction, date, published)) {
                return candidate;
            }
        }
        return null;
    }

    private static boolean fits(
            long ahead, int years, @Nullable DateDirection direction, LocalDate date, LocalDate published) {
        if (direction == null) {
            // A month is given by its first day: one that has not begun is past, unless a day of it is named.
            return ahead <= 0 || date.getDayOfMonth() > 1 && ahead <= (years > 0 ? ANNOUNCED_NEXT_YEAR : ANNOUNCED);
        }
        return switch (direction) {
            case LAST -> ahead < 0 && !(isMonth(date) && sameMonth(date, published));
            case THIS -> ahead <= 0 || sameMonth(date, published);
            case NEXT -> ahead > 0;
            case FOLLOWING, PRECEDING, SAME -> false;
        };
    }

    private static boolean isMonth(LocalDate date) {
        return date.getDayOfMonth() == 1;
    }

    private static boolean sameMonth(LocalDate date, LocalDate published) {
        return date.getMonth() == published.getMonth() && date.getYear() == published.getYear();
    }

    private static @Nullable Resolved dayInMonth(RawDate.DayInMonth day, LocalDate published) {
        int months = day.month() == DateDirection.LAST ? -1 : day.month() == DateDirection.NEXT ? 1 : 0;
        var month = published.withDayOfMonth(1).plusMonths(months);
        if (day.last() > month.lengthOfMonth()) {
            return null;
        }
        return new Resolved(
                month.withDayOfMonth(day.first()),
                month.withDayOfMonth(day.last()),
                DatePrecision.DAY,
                Basis.COMPLETED);
    }

    private static Resolved weekday(RawDate.Weekday weekday, LocalDate published) {
        var first = DayOfWeek.of(weekday.first());
        int length = weekday.last() == 0 ? 0 : (weekday.last() - weekday.first() + 7) % 7;
        if (weekday.direction() == DateDirection.NEXT) {
            var start = published.with(TemporalAdjusters.next(first));
            return relative(start, start.plusDays(length), DatePrecision.DAY);
        }
        var last = first.plus(length);
        var end = weekday.direction() == DateDirection.LAST
                ? published.with(TemporalAdjusters.previous(last))
                : published.with(TemporalAdjusters.previousOrSame(last));
        return relative(end.minusDays(length), end, DatePrecision.DAY);
    }

    private static Resolved ago(RawDate.Ago ago, LocalDate published) {
        return switch (ago.unit()) {
            case HOUR, DAY -> day(published.minusDays(ago.count()));
            case WEEK -> {
                var middle = published.minusWeeks(ago.count());
                yield relative(middle.minusDays(3), middle.plusDays(3), DatePrecision.WEEK);
            }
            case MONTH -> {
                var month = published.minusMonths(ago.count()).withDayOfMonth(1);
                yield relative(month, month.plusMonths(1).minusDays(1), DatePrecision.MONTH);
            }
            case YEAR -> partOfYear(published.getYear() - ago.count(), 0, Basis.RELATIVE);
        };
    }

    /** The first, second or last ten days or so of a month. */
    static Resolved partOfMonth(LocalDate first, LocalDate last, int part, Basis basis) {
        var start = first.plusDays(10L * (part - 1));
        return new Resolved(start, part == 3 ? last : start.plusDays(9), DatePrecision.WEEK, basis);
    }

    /** A year, or its first quarter, its middle (May to August) or its last quarter. */
    static Resolved partOfYear(int year, int part, Basis basis) {
        int first = part == 2 ? 5 : part == 3 ? 10 : 1;
        int last = part == 1 ? 3 : part == 2 ? 8 : 12;
        return new Resolved(
                LocalDate.of(year, first, 1),
                LocalDate.of(year, last, 1).plusMonths(1).minusDays(1),
                part == 0 ? DatePrecision.YEAR : DatePrecision.MONTH,
                basis);
    }

    static Resolved relative(LocalDate start, LocalDate end, DatePrecision precision) {
        return new Resolved(start, end, precision, Basis.RELATIVE);
    }

    private static Resolved day(LocalDate day) {
        return relative(day, day, DatePrecision.DAY);
    }

    static Resolved bounded(Resolved whole, Bound bound, LocalDate published) {
        return switch (bound) {
            case WHOLE -> whole;
            case SO_FAR -> relative(whole.start(), published, whole.precision());
            case REST -> relative(published, whole.end(), whole.precision());
        };
    }
}
