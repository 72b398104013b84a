package org.marsad.mapview.columns;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.marsad.mapview.EventFilter;
import org.marsad.mapview.columns.EventColumns.Bucket;
import org.marsad.text.Language;

/**
 * An {@link EventFilter} in the numbers of one set of columns. What the columns cannot answer, a corridor with its
 * uncertain events or a text, comes as a set of rows.
 */
public final class RowFilter {
    final int from;
    final int to;
    final boolean undated;
    final long types;
    final int languages;
    final boolean @Nullable [] actors;
    final @Nullable BitSet rows;

    private RowFilter(
            int from,
            int to,
            boolean undated,
            long types,
            int languages,
            boolean @Nullable [] actors,
            @Nullable BitSet rows) {
        this.from = from;
        this.to = to;
        this.undated = undated;
        this.types = types;
        this.languages = languages;
        this.actors = actors;
        this.rows = rows;
    }

    /**
     * @param rows rows that the filter's corridor and text select, or null where it has neither
     */
    public static RowFilter of(EventFilter filter, EventColumns columns, @Nullable BitSet rows) {
        return new RowFilter(
                day(filter.from(), Integer.MIN_VALUE + 1),
                day(filter.to(), Integer.MAX_VALUE),
                filter.undated(),
                types(filter.plover(), columns),
                languages(filter.languages()),
                actors(filter.actors(), columns),
                rows);
    }

    RowFilter withoutTime() {
        return new RowFilter(Integer.MIN_VALUE + 1, Integer.MAX_VALUE, true, types, languages, actors, rows);
    }

    RowFilter withoutTypes() {
        return new RowFilter(from, to, undated, -1, languages, actors, rows);
    }

    RowFilter withoutActors() {
        return new RowFilter(from, to, undated, types, languages, null, rows);
    }

    boolean mayMeet(Bucket bucket) {
        return bucket.undated() ? undated : bucket.minDay() <= to && bucket.maxDay() >= from;
    }

    /** Whether every dated row of a bucket is in range, so that days need not be looked at. */
    boolean covers(Bucket bucket) {
        return bucket.undated() ? undated : bucket.minDay() >= from && bucket.maxDay() <= to;
    }

    boolean selectsAllBut(boolean time) {
        return types == -1 && languages == 0 && actors == null && rows == null && (time || isAllTime());
    }

    boolean isAllTime() {
        return undated && from == Integer.MIN_VALUE + 1 && to == Integer.MAX_VALUE;
    }

    boolean test(EventColumns columns, int row) {
        return testTime(columns, row) && testRest(columns, row);
    }

    boolean testTime(EventColumns columns, int row) {
        int start = columns.start[row];
        return start == EventColumns.UNDATED ? undated : start <= to && start + columns.length[row] >= from;
    }

    boolean testRest(EventColumns columns, int row) {
        return testType(columns, row)
                && testActors(columns, row)
                && (languages == 0 || (languages & columns.languages[row]) != 0)
                && (rows == null || rows.get(row));
    }

    boolean testType(EventColumns columns, int row) {
        return (types >>> columns.type[row] & 1) != 0;
    }

    boolean testActors(EventColumns columns, int row) {
        if (actors == null) {
            return true;
        }
        for (int i = columns.actorStart[row]; i < columns.actorStart[row + 1]; i++) {
            if (actors[columns.actor[i]]) {
                return true;
            }
        }
        return false;
    }

    private static int day(@Nullable LocalDate date, int none) {
        return date == null ? none : Math.clamp(date.toEpochDay(), Integer.MIN_VALUE + 1, Integer.MAX_VALUE);
    }

    private static long types(Set<String> wanted, EventColumns columns) {
        long mask = 0;
        for (var type : wanted) {
            int number = columns.types.find(type);
            mask |= number < 0 ? 0 : 1L << number;
        }
        return wanted.isEmpty() ? -1 : mask;
    }

    private static int languages(Set<String> wanted) {
        int mask = 0;
        for (var tag : wanted) {
            mask |= EventColumns.bit(Language.ofTag(tag));
        }
        return mask;
    }

    private static boolean @Nullable [] actors(Set<String> wanted, EventColumns columns) {
        if (wanted.isEmpty()) {
            return null;
        }
        var mask = new boolean[columns.actors.size()];
        for (var actor : wanted) {
            int number = columns.actors.find(actor);
            if (number >= 0) {
                mask[number] = true;
            }
        }
        return mask;
    }
}
