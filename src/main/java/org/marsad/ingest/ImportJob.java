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
 * @param rows of a job over rows of a data set, whose {@code ingested} are rows added or changed; else null
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
        @Nullable String message,
        @Nullable RowCounts rows) {
    /**
     * What a job over rows of a data set has come to: read = added + changed + unchanged + quarantined.
     *
     * @param source the data set's id
     * @param edition whether it is a whole edition
     * @param withdrawn rows that the edition lacks
     */
    public record RowCounts(
            String source, boolean edition, long read, long added, long changed, long unchanged, long withdrawn) {}

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
