package org.marsad.text;

/** Which dates can be the two ends of a range. */
final class DateRanges {
    private DateRanges() {}

    /** Days with days, months with months, years with years; weekdays have their own rule. */
    static boolean mayJoin(RawDate first, RawDate last) {
        return isDay(first) && isDay(last)
                || isMonth(first) && isMonth(last)
                || first instanceof RawDate.YearOf && last instanceof RawDate.YearOf;
    }

    private static boolean isDay(RawDate date) {
        return date instanceof RawDate.DayOf day && day.first() == day.last() || date instanceof RawDate.Exact;
    }

    private static boolean isMonth(RawDate date) {
        return date instanceof RawDate.MonthOf;
    }
}
