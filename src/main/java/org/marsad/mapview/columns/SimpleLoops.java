package org.marsad.mapview.columns;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * The counting of rows for filters that ask for nothing but time, types and participants. Most do, and over millions of rows
 * the few instructions of a row are all that counts: there is no branch in these loops that depends on the data.
 */
final class SimpleLoops {
    private static final long ONE = 1;
    private static final long VIOLENT = 1L << 32;
    /** Rows whose columns stay in the nearest cache between two loops over them. */
    private static final int BLOCK = 1 << 10;

    private final byte[] types;
    private final byte[] sets;
    private final boolean anySet;
    /** For each type, what one row of it adds to a day: nothing, one, or one and one of violence. */
    private final long[] weights = new long[Long.SIZE];
    /** Of each day from a bucket's first: rows in the lower half, violent ones in the upper. */
    private final long[] days = new long[Bucket.DAYS];

    private final int[] byType = new int[Long.SIZE];
    private final @Nullable BitSet hidden;
    private final int[] block = new int[BLOCK];
    private int[] selected = new int[0];

    /**
     * @param violent the number of the type that is violence, or -1
     */
    SimpleLoops(RowFilter filter, int violent) {
        types = filter.typesWanted();
        sets = filter.setsWanted();
        anySet = filter.isAnyWho();
        hidden = filter.hidden;
        for (int type = 0; type < types.length; type++) {
            weights[type] = types[type] * (type == violent ? ONE | VIOLENT : ONE);
        }
    }

    /** Takes the counts of one day of a bucket. */
    interface Days {
        void add(int day, int count, int violent);
    }

    /** The rows of a bucket by the day they begin on, whatever the range. */
    void byDay(EventColumns columns, Bucket bucket, Days into) {
        var day = columns.day;
        var type = columns.type;
        var who = columns.who;
        if (anySet) {
            for (int row = bucket.from(); row < bucket.to(); row++) {
                days[day[row]] += weights[type[row]];
            }
        } else {
            for (int row = bucket.from(); row < bucket.to(); row += BLOCK) {
                byDay(columns, row, Math.min(row + BLOCK, bucket.to()));
            }
        }
        for (int row = nextHidden(bucket.from()); row < bucket.to(); row = nextHidden(row + 1)) {
            days[day[row]] -= weights[type[row]] & -(long) sets[who[row]];
        }
        for (int at = 0; at < days.length; at++) {
            if (days[at] != 0) {
                into.add(bucket.base() + at, (int) days[at], (int) (days[at] >>> 32));
                days[at] = 0;
            }
        }
    }

    /**
     * Few rows are of the sets that are wanted: which those are is found first, some hundreds at a time, as adding nothing to a
     * day takes as long as adding one.
     */
    private void byDay(EventColumns columns, int from, int to) {
        var who = columns.who;
        int[] rows = block;
        int size = 0;
        for (int row = from; row < to; row++) {
            rows[size] = row;
            size += sets[who[row]];
        }
        var day = columns.day;
        var type = columns.type;
        for (int i = 0; i < size; i++) {
            days[day[rows[i]]] += weights[type[rows[i]]];
        }
    }

    /**
     * Counts the rows of a bucket that are in range: sets of participants among those of the wanted types, and the other way
     * round.
     *
     * @param allTime whether the range is left out
     * @param whoCount added to, by set
     * @param typeCount added to, by type
     * @param typeFrom where the first type stands
     * @return how many rows pass all; which, is in {@link #selected()}
     */
    int select(RowFilter filter, Bucket bucket, boolean allTime, int[] whoCount, int[] typeCount, int typeFrom) {
        var columns = filter.columns;
        var type = columns.type;
        var who = columns.who;
        if (selected.length < bucket.to() - bucket.from()) {
            selected = new int[bucket.to() - bucket.from()];
        }
        boolean covered = allTime || filter.covers(bucket);
        int[] passing = selected;
        int size = 0;
        for (int row = bucket.from(); row < bucket.to(); row++) {
            if (!covered && !filter.testTime(bucket, row)) {
                continue;
            }
            int ofType = types[type[row]];
            int ofWho = sets[who[row]];
            whoCount[who[row]] += ofType;
            byType[type[row]] += ofWho;
            passing[size] = row;
            size += ofType & ofWho;
        }
        size = withoutHidden(filter, bucket, covered, size, whoCount);
        for (int at = 0; at < byType.length; at++) {
            if (byType[at] != 0) {
                typeCount[typeFrom + at] += byType[at];
                byType[at] = 0;
            }
        }
        return size;
    }

    /** Takes hidden rows, which are few, out of the counts again and out of what is selected. */
    private int withoutHidden(RowFilter filter, Bucket bucket, boolean covered, int size, int[] whoCount) {
        var columns = filter.columns;
        boolean any = false;
        for (int row = nextHidden(bucket.from()); row < bucket.to(); row = nextHidden(row + 1)) {
            if (covered || filter.testTime(bucket, row)) {
                whoCount[columns.who[row]] -= types[columns.type[row]];
                byType[columns.type[row]] -= sets[columns.who[row]];
                any = true;
            }
        }
        var gone = hidden;
        if (!any || gone == null) {
            return size;
        }
        int left = 0;
        for (int i = 0; i < size; i++) {
            selected[left] = selected[i];
            left += gone.get(selected[i]) ? 0 : 1;
        }
        return left;
    }

    private int nextHidden(int from) {
        int next = hidden == null ? -1 : hidden.nextSetBit(from);
        return next < 0 ? Integer.MAX_VALUE : next;
    }

    int[] selected() {
        return selected;
    }
}
