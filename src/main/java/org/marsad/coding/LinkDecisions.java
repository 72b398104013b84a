package org.marsad.coding;

import java.util.Optional;

/** What was decided by hand about pairs of reports. */
@FunctionalInterface
public interface LinkDecisions {
    /** Where nobody decided anything. */
    LinkDecisions NONE = (_, _) -> Optional.empty();

    /** Whether two reports are of one incident, where that was decided; the same for either order. */
    Optional<Boolean> find(Report a, Report b);
}
