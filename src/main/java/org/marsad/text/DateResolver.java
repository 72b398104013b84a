package org.marsad.text;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.marsad.text.DateExpression.Basis;
import org.marsad.text.YearRef.Kind;

/**
 * Turns what the words of a date say into days. A year that is left out is that of the context, else the one that
 * puts the date nearest before publication; nothing is made up where neither is known.
 */
final class DateResolver {
    /** A day without a year that was so few days before publication is that one, whatever year was told before. */
    private static final int RECENT_DAYS = 31;

    /** A round-up tells of so many days. */
    private static final int FRESH_DAYS = 14;

    private final @Nullable LocalDate published;

    DateResolver(@Nullable LocalDate published) {
        this.published = published;
    }

    /** An interval of days, both ends inclusive. */
    record Resolved(LocalDate start, LocalDate end, DatePrecision precision, Basis basis) {}

    /** The days meant, or null where they cannot be known; {@code context} is the year of a date nearby, if any. */
    @Nullable
    Resolved resolve(RawDate date, @Nullable Integer context) {
        return switch (date) {
            case RawDate.Exact exact -> new Resolved(exact.date(), exact.date(), DatePrecision.DAY, Basis.EXPLICIT);
            case RawDate.DayOf day -> day(day, context);
            case RawDate.MonthOf month -> month(month, context);
            case RawDate.MonthsOf months -> months(months, context);
            case RawDate.YearOf year -> year(year, context);
            case RawDate.Through through -> through(through, context);
            case RawDate.Unknown unknown -> null;
            case RawDate.InStory story -> null;
            default -> published == null ? null : DateReckoning.resolve(date, published);
        };
    }

    /** A day of no month: of the month of publication, if it has come, else of the month before. */
    @Nullable
    Resolved onDay(RawDate.OnDay on) {
        var today = published;
        if (today == null) {
            return null;
        }
        var direction = on.last() <= today.getDayOfMonth() ? DateDirection.THIS : DateDirection.LAST;
        return DateReckoning.resolve(new RawDate.DayInMonth(on.first(), on.last(), direction), today);
    }

    /** A day of a month, or that of the next month where it was shortly before publication. */
    Resolved onward(Resolved date) {
        var next = new Resolved(date.start().plusMonths(1), date.end().plusMonths(1), date.precision(), date.basis());
        boolean recent = published != null
                && !next.end().isAfter(published)
                && next.start().isAfter(published.minusDays(FRESH_DAYS));
        return recent ? next : date;
    }

    /** Whether a day without a year was shortly before publication. */
    boolean isRecent(RawDate.DayOf day) {
        if (published == null || !day.year().is(Kind.NONE) || day.hijri()) {
            return false;
        }
        var nearest = day(day, null);
        return nearest != null
                && !nearest.end().isAfter(published)
                && nearest.start().isAfter(published.minusDays(RECENT_DAYS));
    }

    private @Nullable Resolved day(RawDate.DayOf day, @Nullable Integer context) {
        var calendar = DateCalendar.of(day.hijri());
        var year = yearOf(day.year(), context, calendar, candidate -> {
            var date = calendar.day(candidate, day.month(), day.first());
            boolean fits =
                    date == null || day.weekday() == 0 || date.getDayOfWeek().getValue() == day.weekday();
            return fits ? date : null;
        });
        if (year == null && day.weekday() != 0) {
            return day(day.on(0), context);
        }
        if (year == null) {
            return null;
        }
        var start = calendar.day(year, day.month(), day.first());
        var end = calendar.day(year, day.month(), day.last());
        return start == null || end == null ? null : new Resolved(start, end, DatePrecision.DAY, basis(day.year()));
    }

    private @Nullable Resolved month(RawDate.MonthOf month, @Nullable Integer context) {
        var calendar = DateCalendar.of(month.hijri());
        var year = yearOf(month.year(), context, calendar, candidate -> calendar.day(candidate, month.month(), 1));
        var first = year == null ? null : calendar.day(year, month.month(), 1);
        if (year == null || first == null) {
            return null;
        }
        var last = first.plusDays(calendar.lengthOfMonth(year, month.month()) - 1L);
        var basis = basis(month.year());
        if (month.week() != 0) {
            var start = month.week() < 0 ? last.minusDays(6) : first.plusDays(7L * (month.week() - 1));
            return start.isAfter(last)
                    ? null
                    : new Resolved(start, earlier(start.plusDays(6), last), DatePrecision.WEEK, basis);
        }
        return month.part() == 0
                ? new Resolved(first, last, DatePrecision.MONTH, basis)
                : DateReckoning.partOfMonth(first, last, month.part(), basis);
    }

    private @Nullable Resolved months(RawDate.MonthsOf months, @Nullable Integer context) {
        var calendar = DateCalendar.of(false);
        var year = yearOf(months.year(), context, calendar, candidate -> calendar.day(candidate, months.first(), 1));
        if (year == null) {
            return null;
        }
        var end = LocalDate.of(year, months.last(), 1).plusMonths(1).minusDays(1);
        return new Resolved(LocalDate.of(year, months.first(), 1), end, DatePrecision.MONTH, basis(months.year()));
    }

    private @Nullable Resolved year(RawDate.YearOf year, @Nullable Integer context) {
        var number = yearOf(year.year(), context, DateCalendar.of(false), candidate -> LocalDate.of(candidate, 1, 1));
        return number == null ? null : DateReckoning.partOfYear(number, year.part(), basis(year.year()));
    }

    /** The end is read first: « du 28 mai au 2 juin 2023 » has its year there. */
    private @Nullable Resolved through(RawDate.Through through, @Nullable Integer context) {
        var given = resolve(through.first(), context);
        var startYear = given != null && given.basis() == Basis.EXPLICIT
                ? (Integer) given.start().getYear()
                : context;
        var last = resolve(through.last(), startYear);
        if (last == null) {
            return null;
        }
        var first = resolve(through.first(), last.end().getYear());
        if (first != null && first.start().isAfter(last.end())) {
            first = resolve(through.first(), last.end().getYear() - 1);
        }
        if (first == null || first.start().isAfter(last.end())) {
            return null;
        }
        var precision = first.precision().compareTo(last.precision()) > 0 ? first.precision() : last.precision();
        var basis = first.basis().compareTo(last.basis()) > 0 && last.basis() != Basis.EXPLICIT
                ? first.basis()
                : last.basis();
        return new Resolved(first.start(), last.end(), precision, basis);
    }

    private interface InYear {
        /** The date in a year of its calendar, or null where that year has none that fits. */
        @Nullable
        LocalDate in(int year);
    }

    private @Nullable Integer yearOf(YearRef ref, @Nullable Integer context, DateCalendar calendar, InYear date) {
        if (ref.is(Kind.GIVEN)) {
            return ref.value();
        }
        if (ref.is(Kind.SAME) || ref.is(Kind.NONE) && context != null && !calendar.isHijri()) {
            var year = context == null ? null : ref.is(Kind.SAME) ? (Integer) (context + ref.value()) : context;
            return year != null && date.in(year) != null ? year : null;
        }
        if (published == null) {
            return null;
        }
        if (ref.is(Kind.OFFSET)) {
            return ref.from(published);
        }
        return DateReckoning.nearest(published, calendar, date::in, ref.is(Kind.DIRECTION) ? ref.direction() : null);
    }

    private static Basis basis(YearRef year) {
        return year.is(Kind.GIVEN) ? Basis.EXPLICIT : Basis.COMPLETED;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
