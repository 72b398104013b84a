package org.marsad.text;

import java.util.Locale;

/** How exactly a date is known. An interval of start and end goes with it. */
public enum DatePrecision {
    DAY,
    WEEK,
    MONTH,
    YEAR,
    UNKNOWN;

    /** The word of the coder's JSON: {@code day}, {@code week}, … */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
