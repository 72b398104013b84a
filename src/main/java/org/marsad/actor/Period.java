package org.marsad.actor;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * When an actor is there under its name, as far as it is known: to the year, the month or the day.
 *
 * @param from the first day that it may be there, or null where nobody knows
 * @param to the last one, or null
 */
record Period(@Nullable LocalDate from, @Nullable LocalDate to) {
    static final Period ALWAYS = new Period(null, null);

    /**
     * @param from {@code YYYY}, {@code YYYY-MM} or {@code YYYY-MM-DD}, or null; anything else counts for nothing
     * @param to the same: the whole of that year or month belongs to it
     */
    static Period of(@Nullable String from, @Nullable String to) {
        return new Period(day(from, false), day(to, true));
    }

    private static @Nullable LocalDate day(@Nullable String text, boolean last) {
        if (text == null) {
            return null;
        }
        try {
            return switch (text.length()) {
                case 4 -> LocalDate.of(Integer.parseInt(text), last ? 12 : 1, last ? 31 : 1);
                case 7 ->
                    last
                            ? YearMonth.parse(text).atEndOfMonth()
                            : YearMonth.parse(text).atDay(1);
                default -> LocalDate.parse(text);
            };
        } catch (DateTimeException | NumberFormatException e) {
            return null;
        }
    }

    /** Whether there is a day on which both are there. */
    boolean meets(Period other) {
        return isBefore(from, other.to) && isBefore(other.from, to);
    }

    private static boolean isBefore(@Nullable LocalDate begin, @Nullable LocalDate end) {
        return begin == null || end == null || !begin.isAfter(end);
    }

    boolean holds(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }
}
