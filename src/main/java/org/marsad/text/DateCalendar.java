package org.marsad.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.chrono.HijrahDate;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** The Gregorian calendar, or the Hijri one of Umm al-Qura as the Java library has it (1300 to 1600). */
enum DateCalendar {
    GREGORIAN,
    HIJRI;

    static DateCalendar of(boolean hijri) {
        return hijri ? HIJRI : GREGORIAN;
    }

    boolean isHijri() {
        return this == HIJRI;
    }

    /** A day, or null where the calendar has no such day. */
    @Nullable
    LocalDate day(int year, int month, int day) {
        try {
            return isHijri() ? LocalDate.from(HijrahDate.of(year, month, day)) : LocalDate.of(year, month, day);
        } catch (DateTimeException e) {
            return null;
        }
    }

    int lengthOfMonth(int year, int month) {
        return isHijri()
                ? (int) HijrahDate.of(year, month, 1)
                        .range(ChronoField.DAY_OF_MONTH)
                        .getMaximum()
                : (int) LocalDate.of(year, month, 1)
                        .range(ChronoField.DAY_OF_MONTH)
                        .getMaximum();
    }

    int yearOf(LocalDate date) {
        return isHijri() ? HijrahDate.from(date).get(ChronoField.YEAR) : date.getYear();
    }

    /** Days from one date to another, negative where the other is earlier. */
    static long daysBetween(LocalDate from, LocalDate to) {
        return ChronoUnit.DAYS.between(from, to);
    }
}
