package org.marsad.snapshot;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.marsad.text.Language;

/**
 * An issued snapshot, without what it shows.
 *
 * @param query the filter as in an address
 * @param view name of the saved view that it is of, or null
 * @param aggregated whether counts are drawn in place of events
 * @param withheld data sets that were left out for their licence; {@code withheldEvents} how many events that were
 * @param seal SHA-256 of the manifest's content; its beginning stands on the sheet
 * @param refreshes code of the edition before, or null
 * @param refreshedBy code of the newest edition that was made of this one, or null
 * @param withdrawal null where it stands
 */
public record Snapshot(
        long id,
        String code,
        String title,
        String note,
        String classification,
        Language language,
        String paper,
        String query,
        @Nullable String view,
        Counts counts,
        boolean aggregated,
        List<String> withheld,
        long withheldEvents,
        String gazetteer,
        String software,
        Instant frozenAt,
        String issuedBy,
        String seal,
        @Nullable String refreshes,
        @Nullable String refreshedBy,
        @Nullable Withdrawal withdrawal,
        List<File> files) {

    /** What the filter selected; {@code certain} and {@code possible} are null without a corridor or an area. */
    public record Counts(
            long total,
            long undated,
            long nowhere,
            @Nullable Long certain,
            @Nullable Long possible) {}

    public record Withdrawal(Instant at, String by, String reason) {}

    /**
     * @param sealed whether its hash is in the manifest; another was made later of the same frozen sheet
     */
    public record File(String name, long bytes, String sha256, boolean sealed) {}

    public Optional<File> findFile(String name) {
        return files.stream().filter(file -> file.name().equals(name)).findFirst();
    }

    public boolean isWithdrawn() {
        return withdrawal != null;
    }
}
