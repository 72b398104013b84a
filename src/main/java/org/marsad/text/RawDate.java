package org.marsad.text;

import java.time.LocalDate;

/** What the words of a date say, before it is known when they were said. */
sealed interface RawDate {
    /** Whether it is said to be of the year told before: "that year". */
    default boolean isOfSameYear() {
        return switch (this) {
            case DayOf day -> day.year().is(YearRef.Kind.SAME);
            case MonthOf month -> month.year().is(YearRef.Kind.SAME);
            case MonthsOf months -> months.year().is(YearRef.Kind.SAME);
            case YearOf year -> year.year().is(YearRef.Kind.SAME);
            default -> false;
        };
    }

    /** A day in digits. */
    record Exact(LocalDate date) implements RawDate {}

    /** A day of a month, or several that follow each other; weekday 0 where none is named. */
    record DayOf(int first, int last, int month, boolean hijri, YearRef year, int weekday) implements RawDate {
        DayOf on(int namedWeekday) {
            return new DayOf(first, last, month, hijri, year, namedWeekday);
        }
    }

    /** A day of the month of publication, or of the one before or after: «4 و5 من الشهر الجاري». */
    record DayInMonth(int first, int last, DateDirection month) implements RawDate {}

    /**
     * A month or a part of it.
     *
     * @param part 0 for all of it, 1 early, 2 middle, 3 late
     * @param week 0 for all of it, 1 to 5, or −1 for the last
     */
    record MonthOf(int month, boolean hijri, int part, int week, YearRef year) implements RawDate {}

    /** A stretch of months: a season, a quarter. */
    record MonthsOf(int first, int last, YearRef year) implements RawDate {}

    /** A year or a part of it (0 all, 1 early, 2 middle, 3 late). */
    record YearOf(YearRef year, int part) implements RawDate {}

    /** A weekday, or the nights and days up to another (0 for none); 1 is Monday. */
    record Weekday(int first, int last, DateDirection direction) implements RawDate {}

    /** A weekday of the week of publication, or of the one before or after. */
    record WeekdayOfWeek(int weekday, DateDirection week) implements RawDate {}

    /** Days from publication. */
    record Offset(int days) implements RawDate {}

    /** So many units before publication. */
    record Ago(DateUnit unit, int count) implements RawDate {}

    /** A few days before publication. */
    record FewDaysAgo() implements RawDate {}

    /**
     * Weeks, months or years around publication.
     *
     * @param part 0 for all of it, 1 early, 2 middle, 3 late
     * @param bound where a running unit stops or begins at publication
     */
    record UnitOf(DateUnit unit, int count, DateDirection direction, int part, Bound bound) implements RawDate {}

    /** Which side of a running unit is meant. */
    enum Bound {
        WHOLE,
        /** "Earlier this month", «منذ بداية الشهر»: up to publication. */
        SO_FAR,
        /** "Later this month". */
        REST,
    }

    /** From one date to another. */
    record Through(RawDate first, RawDate last) implements RawDate {}

    /** What is reckoned from another date in the text. */
    sealed interface InStory extends RawDate {}

    /**
     * So many units later than the date before, or earlier where negative.
     *
     * @param ofNext "two days after the clashes": where the date before is that of the main event, the clashes' date
     *     lies on its other side
     */
    record Later(DateUnit unit, int count, boolean ofNext, boolean settled) implements InStory {
        Later(DateUnit unit, int count, boolean ofNext) {
            this(unit, count, ofNext, false);
        }
    }

    /** Days of the month of the date before; 0 for its last day. */
    record OnDay(int first, int last) implements InStory {}

    /** «14 من الشهر»: of the month told in the same paragraph, else of that of publication or the one before. */
    record OfTheMonth(int first, int last) implements InStory {}

    /** Days that open a line: of the month that a heading names. */
    record UnderMonth(int first, int last) implements InStory {}

    /** The month of the date before, or a part of it. */
    record InMonth(int part) implements InStory {}

    /** The first such weekday after the date before, or the last one before it; 0 for the one told last: "that Sunday". */
    record OtherWeekday(int weekday, int step) implements InStory {}

    /** Words that are a date but cannot be reckoned from any ("the same week"). */
    record Unknown() implements RawDate {}
}
