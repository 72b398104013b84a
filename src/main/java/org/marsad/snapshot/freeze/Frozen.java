package org.marsad.snapshot.freeze;

import java.util.SortedSet;
import org.marsad.mapview.EventFilter;
import org.marsad.snapshot.sheet.Sheet;

/**
 * A view at one moment of the database.
 *
 * @param sheet not sealed yet
 * @param filter as it was reckoned with: without the data sets that may not be passed on
 * @param versions of all events that the filter selects, not only of those with a place
 * @param aggregated whether the sheet shows counts in place of events
 * @param withheld data sets whose events were left out
 * @param withheldEvents how many the view would have had of them
 * @param state which transactions were over, as {@code pg_current_snapshot()} tells it
 */
public record Frozen(
        Sheet sheet,
        EventFilter filter,
        EventVersions versions,
        boolean aggregated,
        SortedSet<String> withheld,
        long withheldEvents,
        String state) {}
