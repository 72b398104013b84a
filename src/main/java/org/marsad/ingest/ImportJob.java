package org.marsad.ingest;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An import job and how far it is.
 *
 * @param origin what was asked for, in the user's words
 * @param total documents to go through, as far as known
 * @param ingested documents stored
 * @param duplicates documents that were there already, and articles that are copies of others
 * @param quarantined documents refused, each with its reason
 */
public record ImportJob(
        long id,
        String origin,
        String requestedBy,
        State state,
        @Nullable Integer total,
        int ingested,
        int duplicates,
        int quarantined,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable String message) {
    /** Where a job is. */
    public enum State {
        QUEUED,
        RUNNING,
        DONE,
        FAILED,
        CANCELLED;

        public boolean isOver() {
            return this == DONE || this == FAILED || this == CANCELLED;
        }
    }
}
