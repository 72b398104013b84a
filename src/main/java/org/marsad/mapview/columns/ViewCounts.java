package org.marsad.mapview.columns;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.marsad.mapview.Histogram.Unit;

/**
 * What a filter selects, in numbers; each facet with its own part of the filter left out.
 *
 * @param nowhere without a place at all
 * @param inAreas known by an area or a border only
 * @param corridor null where the filter has none
 * @param area null where the filter has none
 * @param time null where it was not asked for
 * @param facets values with a count above 0, most first
 */
public record ViewCounts(
        int total,
        int undated,
        int nowhere,
        int inAreas,
        @Nullable Certainty corridor,
        @Nullable Certainty area,
        @Nullable Time time,
        Map<Facet, List<Value>> facets) {

    /** Events in a corridor or a drawn area, whatever the filter says of certainty. */
    public record Certainty(int certain, int possible) {}

    /** One value of a facet, and how many events choosing it alone would show. */
    public record Value(String id, int count) {}

    /**
     * Events by the bin they begin in.
     *
     * @param first first day of the first bin, or null where there is none
     * @param count one number for each bin
     * @param violent of these, of type ASSAULT
     * @param coarser events of which the date is coarser than a bin: in none
     * @param outside events before 1900 or after 2099: in none
     */
    public record Time(
            Unit unit, @Nullable LocalDate first, int[] count, int[] violent, int coarser, int outside, int undated) {}
}
