package org.marsad.coding.link;

import java.util.Optional;

/** What was decided by hand about pairs of reports. */
public interface LinkDecisions {
    /** Where nobody decided anything. */
    LinkDecisions NONE = new LinkDecisions() {
        @Override
        public Optional<Boolean> find(Report a, Report b) {
            return Optional.empty();
        }

        @Override
        public boolean concern(Report report) {
            return false;
        }
    };

    /** Whether two reports are of one incident, where that was decided; the same for either order. */
    Optional<Boolean> find(Report a, Report b);

    /** Whether anything was decided about a report and another. */
    boolean concern(Report report);
}
