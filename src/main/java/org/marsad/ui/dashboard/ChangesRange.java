package org.marsad.ui.dashboard;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.marsad.mapview.BadParameterException;

/**
 * The time that changes are shown of: since the last visit where both days are null, else whole days.
 *
 * @param to last day, inclusive
 */
record ChangesRange(@Nullable LocalDate from, @Nullable LocalDate to) {
    static final ChangesRange SINCE_VISIT = new ChangesRange(null, null);
    static final ChangesRange NONE = SINCE_VISIT;

    private static final String VISIT = "visit";
    private static final String TO = "..";

    /** As in an address: {@code visit}, or {@code 2025-01-01..2025-01-31}. */
    static ChangesRange parse(String text) {
        if (text.equals(VISIT)) {
            return SINCE_VISIT;
        }
        int middle = text.indexOf(TO);
        try {
            if (middle > 0) {
                var from = LocalDate.parse(text.substring(0, middle));
                var to = LocalDate.parse(text.substring(middle + TO.length()));
                if (!to.isBefore(from)) {
                    return new ChangesRange(from, to);
                }
            }
        } catch (DateTimeParseException e) {
            // said below
        }
        throw new BadParameterException("changes", "'" + text + "' is neither visit nor 2025-01-01..2025-01-31");
    }

    String toParameter() {
        return from == null ? VISIT : from + TO + to;
    }

    /** Null where there was no visit before. */
    @Nullable
    Instant begin(@Nullable Instant lastVisit) {
        return from == null
                ? lastVisit
                : from.atStartOfDay(ZoneId.systemDefault()).toInstant();
    }

    Instant end() {
        return to == null
                ? Instant.now()
                : to.plusDays(1).atStartOfDay(ZoneId.systemDefault()).toInstant();
    }
}
