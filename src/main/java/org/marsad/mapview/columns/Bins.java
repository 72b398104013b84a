package org.marsad.mapview.columns;

import java.time.LocalDate;
import org.marsad.mapview.Histogram.Unit;

/**
 * Bins of time over the days that columns span; days before 1900 or after 2099 are in none.
 *
 * @param unit coarser than what was asked where there would be more than {@value #MOST}
 * @param first number of the first bin
 * @param count of bins
 */
record Bins(Unit unit, int first, int count) {
    static final int MOST = 20_000;

    private static final int EARLIEST = (int) LocalDate.of(1900, 1, 1).toEpochDay();
    private static final int LATEST = (int) LocalDate.of(2099, 12, 31).toEpochDay();
    /** 1970-01-01 was a Thursday; weeks begin on Monday. */
    private static final int MONDAY = 3;

    /**
     * @param minDay earliest start
     * @param maxDay latest start; before {@code minDay} where nothing is dated
     */
    static Bins over(int minDay, int maxDay, Unit asked) {
        int from = Math.max(minDay, EARLIEST);
        int to = Math.min(maxDay, LATEST);
        if (to < from) {
            return new Bins(asked, 0, 0);
        }
        var bins = new Bins(asked, number(asked, from), number(asked, to) - number(asked, from) + 1);
        return bins.count > MOST && asked != Unit.MONTH
                ? over(minDay, maxDay, asked == Unit.DAY ? Unit.WEEK : Unit.MONTH)
                : bins;
    }

    /** The bin of a day, or -1. */
    int of(int day) {
        if (day < EARLIEST || day > LATEST) {
            return -1;
        }
        int bin = number(unit, day) - first;
        return bin < count ? bin : -1;
    }

    /** Whether a date of a precision can be put into a bin: 0 day, 1 week, 2 month. */
    boolean fits(int datePrecision) {
        return datePrecision <= unit.ordinal();
    }

    LocalDate start(int bin) {
        return switch (unit) {
            case DAY -> LocalDate.ofEpochDay(first + bin);
            case WEEK -> LocalDate.ofEpochDay((first + bin) * 7L - MONDAY);
            case MONTH -> LocalDate.ofEpochDay(Calendar.firstDay(first + bin));
        };
    }

    private static int number(Unit unit, int day) {
        return switch (unit) {
            case DAY -> day;
            case WEEK -> Math.floorDiv(day + MONDAY, 7);
            case MONTH -> Calendar.month(day);
        };
    }
}
