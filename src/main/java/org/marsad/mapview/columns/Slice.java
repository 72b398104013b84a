package org.marsad.mapview.columns;

import java.util.ArrayList;
import java.util.List;

/**
 * All figures of a filter for every month of one set of columns, summed up, so that another range of time costs a
 * subtraction and the rows of the two months that it cuts, whatever the number of events.
 */
final class Slice {
    /** Figures of all months before the one. */
    private final List<int[]> before = new ArrayList<>();
    /** Numbers of the buckets that are months, ascending. */
    private final List<Integer> months = new ArrayList<>();
    /** Over all time. */
    final Tally all;

    private Slice(Tally all) {
        this.all = all;
    }

    /** For the filter without its range. */
    static Slice of(RowFilter filter, Maker maker) {
        var slice = new Slice(maker.empty());
        int[] sum = new int[slice.all.figures.length];
        var buckets = filter.columns.buckets;
        for (int number = 0; number < buckets.length; number++) {
            var tally = maker.empty();
            tally.add(filter, number, true);
            tally.expand(filter);
            slice.all.plus(tally);
            if (buckets[number].month()) {
                slice.months.add(number);
                slice.before.add(sum.clone());
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += tally.figures[i];
                }
            }
        }
        slice.before.add(sum);
        return slice;
    }

    /** Makes tallies that have nothing in them. */
    interface Maker {
        Tally empty();
    }

    /** Adds the figures of a filter that differs from the slice's in its range only. */
    void add(RowFilter filter, Tally into) {
        var buckets = filter.columns.buckets;
        int first = 0;
        while (first < months.size() && !filter.covers(buckets[months.get(first)])) {
            first++;
        }
        int last = first;
        while (last < months.size() && filter.covers(buckets[months.get(last)])) {
            last++;
        }
        int[] from = before.get(first);
        int[] to = before.get(last);
        for (int i = 0; i < into.figures.length; i++) {
            into.figures[i] += to[i] - from[i];
        }
        int summedFrom = first == last ? buckets.length : months.get(first);
        int summedTo = first == last ? -1 : months.get(last - 1);
        for (int number = 0; number < buckets.length; number++) {
            boolean summed = buckets[number].month() && number >= summedFrom && number <= summedTo;
            if (!summed && filter.mayMeet(buckets[number])) {
                into.add(filter, number, false);
            }
        }
        into.expand(filter);
    }
}
