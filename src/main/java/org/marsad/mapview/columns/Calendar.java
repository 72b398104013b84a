package org.marsad.mapview.columns;

import java.time.LocalDate;

/** The month of a day without a date object: looked up for the years that events have. */
final class Calendar {
    private static final int FIRST_YEAR = 1900;
    private static final int YEARS = 200;
    private static final int FIRST = (int) LocalDate.of(FIRST_YEAR, 1, 1).toEpochDay();
    private static final char[] MONTHS = months();

    private Calendar() {}

    /** Months since the year 0. */
    static int month(int day) {
        int at = day - FIRST;
        if (at >= 0 && at < MONTHS.length) {
            return MONTHS[at];
        }
        var date = LocalDate.ofEpochDay(day);
        return date.getYear() * 12 + date.getMonthValue() - 1;
    }

    /** First day of a month. */
    static int firstDay(int month) {
        return (int) LocalDate.of(Math.floorDiv(month, 12), Math.floorMod(month, 12) + 1, 1)
                .toEpochDay();
    }

    private static char[] months() {
        var result = new char[(int) LocalDate.of(FIRST_YEAR + YEARS, 1, 1).toEpochDay() - FIRST];
        for (int i = 0; i < result.length; i++) {
            var date = LocalDate.ofEpochDay(FIRST + i);
            result[i] = (char) (date.getYear() * 12 + date.getMonthValue() - 1);
        }
        return result;
    }
}
