package org.marsad.coding.event;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.marsad.text.DatePrecision;

/**
 * When an event happened: an interval of days, both ends inclusive, or undated (both null, precision UNKNOWN).
 */
public record EventDate(@Nullable LocalDate start, @Nullable LocalDate end, DatePrecision precision) {
    public static final EventDate UNDATED = new EventDate(null, null, DatePrecision.UNKNOWN);

    public EventDate {
        if ((start == null) != (end == null) || (start == null) != (precision == DatePrecision.UNKNOWN)) {
            throw new IllegalArgumentException("date " + start + ".." + end + " " + precision);
        }
        if (start != null && end != null && end.isBefore(start)) {
            throw new IllegalArgumentException(end + " is before " + start);
        }
    }
}
