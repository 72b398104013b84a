package org.marsad.snapshot.schedule;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A saved view that becomes a snapshot each day.
 *
 * @param account whose view it is, and who issues
 * @param lastDays how many days up to the day of the run are shown, whatever the view says; null for the view's own days
 * @param nextAt when it runs next, or is tried again
 * @param attempts that failed of the run that is due
 * @param last the last run, or null before the first
 */
public record Schedule(
        long id,
        String account,
        long viewId,
        String view,
        @Nullable Integer lastDays,
        LocalTime at,
        ZoneId zone,
        boolean enabled,
        Instant nextAt,
        int attempts,
        @Nullable Run last) {

    /**
     * @param code of the snapshot that was issued; null where it failed, and {@code message} says why
     */
    public record Run(
            Instant dueAt,
            Instant at,
            int attempt,
            @Nullable String code,
            @Nullable String message) {
        public boolean failed() {
            return code == null;
        }
    }
}
