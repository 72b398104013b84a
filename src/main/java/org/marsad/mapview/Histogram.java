package org.marsad.mapview;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Events over time. The filter's own range is left out, so that the bars outside it stay to be chosen.
 *
 * @param unit width of a bin
 * @param first first day of the earliest bin, or null where nothing is dated
 * @param bins the bins that hold events, in order; a bin that is not here is empty
 * @param coarser events whose date is coarser than a bin (a month among days, a year among months): in no bin
 * @param undated events without a date: in no bin
 */
public record Histogram(Unit unit, @Nullable LocalDate first, List<Bin> bins, int coarser, int undated) {
    /** Widths of bins. */
    public enum Unit {
        DAY,
        WEEK,
        MONTH
    }

    /**
     * @param start first day of the bin
     * @param violent of the count, of PLOVER type ASSAULT
     */
    public record Bin(LocalDate start, int count, int violent) {}
}
