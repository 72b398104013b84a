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

    /**
     * Some buckets' share of a slice.
     *
     * @param months the figures of each that is a month
     */
    record Part(List<int[]> months, Tally all) {
        /**
         * @param filter without its range
         */
        static Part of(RowFilter filter, int[] buckets, Maker maker) {
            var part = new Part(new ArrayList<>(), maker.empty());
            var tally = maker.empty();
            for (int bucket : buckets) {
                tally.add(filter, bucket, true);
                tally.expand(filter);
                part.all.plus(tally);
                if (filter.columns.buckets[bucket].month()) {
                    part.months.add(tally.figures.clone());
                }
                tally.clear();
            }
            return part;
        }
    }

    /**
     * @param parts of all buckets, in their order
     */
    static Slice of(EventColumns columns, List<Part> parts, Maker maker) {
        var slice = new Slice(maker.empty());
        for (int number = 0; number < columns.buckets.length; number++) {
            if (columns.buckets[number].month()) {
                slice.months.add(number);
            }
        }
        int[] sum = new int[slice.all.figures.length];
        for (var part : parts) {
            slice.all.plus(part.all);
            for (int[] month : part.months) {
                for (int i = 0; i < sum.length; i++) {
                    int figure = month[i];
                    month[i] = sum[i];
                    sum[i] += figure;
                }
                slice.before.add(month);
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
