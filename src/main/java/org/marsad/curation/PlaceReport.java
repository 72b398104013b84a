package org.marsad.curation;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What an analyst says of the place that an event was put at.
 *
 * @param heading what the event was when it was reported; it may have changed or gone since
 * @param place id of the place that is wrong, or null where the event has none and should
 * @param placeName its name as the analyst saw it
 * @param suggestedId the right place, where it is in the gazetteer
 * @param suggested the right place in words, or null where the analyst does not know it
 * @param eventIsThere whether the event still is
 */
public record PlaceReport(
        long id,
        long event,
        @Nullable String place,
        String placeName,
        String heading,
        String problem,
        @Nullable String suggestedId,
        @Nullable String suggested,
        State state,
        String reportedBy,
        Instant reportedAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String answer,
        boolean eventIsThere) {

    /** Where a report stands. */
    public enum State {
        OPEN,
        ACCEPTED,
        DECLINED;

        /** As in the database and in addresses. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
