package org.marsad.mapview.columns;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import org.marsad.mapview.columns.EventColumns.Bucket;

/** Counts by day, actor and type, each with its own part of the filter left out, from one pass over the rows. */
public final class CrossFilter {
    private static final int PIECE = 1 << 18;

    private CrossFilter() {}

    /**
     * @param total what the whole filter selects
     * @param undated of those, without a date
     * @param firstDay of 1970, of {@code byDay}'s first number
     * @param byDay events that begin on each day; the filter's time left out
     * @param byActor by actor number; the filter's actors left out
     * @param byType by type number; the filter's types left out
     */
    public record Counts(long total, long undated, int firstDay, int[] byDay, int[] byActor, int[] byType) {
        private void add(Counts other) {
            plus(byDay, other.byDay);
            plus(byActor, other.byActor);
            plus(byType, other.byType);
        }

        private static void plus(int[] sum, int[] more) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += more[i];
            }
        }
    }

    /** Shared out over an executor's threads; the answer does not depend on how many they are. */
    public static Counts count(EventColumns columns, RowFilter filter, ExecutorService executor) {
        int firstDay = Integer.MAX_VALUE;
        int lastDay = Integer.MIN_VALUE;
        for (var bucket : columns.buckets) {
            if (!bucket.undated()) {
                firstDay = Math.min(firstDay, bucket.minDay());
                lastDay = Math.max(lastDay, bucket.maxDay());
            }
        }
        int first = firstDay;
        int days = firstDay > lastDay ? 0 : lastDay - firstDay + 1;
        var pieces = new ArrayList<Callable<Counts>>();
        for (var bucket : columns.buckets) {
            for (int from = bucket.from(); from < bucket.to(); from += PIECE) {
                int start = from;
                int end = Math.min(bucket.to(), from + PIECE);
                pieces.add(() -> piece(columns, filter, bucket, start, end, first, days));
            }
        }
        var sum = empty(columns, first, days);
        long total = 0;
        long undated = 0;
        for (var counts : run(pieces, executor)) {
            sum.add(counts);
            total += counts.total;
            undated += counts.undated;
        }
        return new Counts(total, undated, first, sum.byDay, sum.byActor, sum.byType);
    }

    private static Counts piece(
            EventColumns columns, RowFilter filter, Bucket bucket, int from, int to, int firstDay, int days) {
        var counts = empty(columns, firstDay, days);
        boolean inTime = filter.mayMeet(bucket);
        boolean covered = inTime && filter.covers(bucket);
        boolean plain = filter.selectsAllBut(true);
        long total = 0;
        for (int row = from; row < to; row++) {
            boolean time = covered || inTime && filter.testTime(columns, row);
            boolean type = plain || filter.testType(columns, row);
            boolean actors = plain || filter.testActors(columns, row);
            // Two of the three must hold for any histogram to count the row.
            if (!(time ? type || actors : type && actors)) {
                continue;
            }
            if (!plain && !rest(columns, filter, row)) {
                continue;
            }
            if (type && actors && !bucket.undated()) {
                counts.byDay[columns.start[row] - firstDay]++;
            }
            if (time && type) {
                for (int i = columns.actorStart[row]; i < columns.actorStart[row + 1]; i++) {
                    counts.byActor[columns.actor[i]]++;
                }
            }
            if (time && actors) {
                counts.byType[columns.type[row]]++;
            }
            total += time && type && actors ? 1 : 0;
        }
        return new Counts(total, bucket.undated() ? total : 0, firstDay, counts.byDay, counts.byActor, counts.byType);
    }

    private static boolean rest(EventColumns columns, RowFilter filter, int row) {
        return (filter.languages == 0 || (filter.languages & columns.languages[row]) != 0)
                && (filter.rows == null || filter.rows.get(row));
    }

    private static Counts empty(EventColumns columns, int firstDay, int days) {
        return new Counts(0, 0, firstDay, new int[days], new int[columns.actors.size()], new int[columns.types.size()]);
    }

    private static List<Counts> run(List<Callable<Counts>> pieces, ExecutorService executor) {
        try {
            var results = new ArrayList<Counts>();
            for (var future : executor.invokeAll(pieces)) {
                results.add(future.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while counting", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
