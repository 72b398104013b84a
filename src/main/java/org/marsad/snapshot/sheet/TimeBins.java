package org.marsad.snapshot.sheet;

import java.time.LocalDate;
import java.util.List;

/**
 * Events over time.
 *
 * @param bins those that hold events, in order; one that is not here is empty
 * @param coarser events dated more coarsely than a bin: in none
 * @param undated events without a date: in none
 */
public record TimeBins(Unit unit, List<Bin> bins, long coarser, long undated) {
    public TimeBins {
        bins = List.copyOf(bins);
    }

    /** Width of a bin. */
    public enum Unit {
        DAY,
        WEEK,
        MONTH
    }

    /**
     * @param start first day
     * @param violent of the count, of PLOVER type ASSAULT
     */
    public record Bin(LocalDate start, long count, long violent) {}
}
