package org.marsad.snapshot.seal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.snapshot.Snapshot;

/**
 * What a file is found to be.
 *
 * @param file its name as issued, or null where it is not known
 * @param snapshots that it is of, or says that it is of; several for a pack
 */
public record Verdict(Kind kind, String sha256, @Nullable String file, List<Snapshot> snapshots) {
    /** From best to worst; the number is the exit status of {@code ./marsad snapshot verify}. */
    public enum Kind {
        /** To the last byte what was issued, and it stands. */
        ISSUED(0),
        /** What was issued, but withdrawn since, wholly or in part. */
        WITHDRAWN(4),
        /** Says that it is of a snapshot of ours, and is not what was issued. */
        ALTERED(5),
        /** Nothing of ours. */
        UNKNOWN(6);

        private final int exitStatus;

        Kind(int exitStatus) {
            this.exitStatus = exitStatus;
        }

        public int exitStatus() {
            return exitStatus;
        }

        /** As in JSON and in messages. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
