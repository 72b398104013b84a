package org.marsad.mapview.columns;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Picks the events of a page while all that are selected go by. Memory is that of the events up to the page's end, at most
 * {@value #MOST} of them.
 */
public final class Pages {
    /** Events that can be passed over. */
    public static final int MOST = 1_000_000;

    /** The orders of a list; undated events are last by date, and the id settles what is left. */
    public enum Order {
        NEWEST,
        OLDEST,
        DEADLIEST,
        PRECISE
    }

    /**
     * Where a page ended.
     *
     * @param key of its last event, in the order it was asked in
     */
    public record Cursor(long key, int id) {
        /** As {@link #parse} reads it. */
        @Override
        public String toString() {
            return key + "." + id;
        }

        /**
         * @throws IllegalArgumentException for anything else
         */
        public static Cursor parse(String text) {
            if (!text.matches("-?\\d{1,19}\\.\\d{1,10}")) {
                throw new IllegalArgumentException("not a cursor: " + text);
            }
            int dot = text.indexOf('.');
            return new Cursor(Long.parseLong(text.substring(0, dot)), Integer.parseInt(text.substring(dot + 1)));
        }
    }

    /**
     * @param next null after the last page
     */
    public record Page(int total, int[] ids, @Nullable Cursor next) {}

    private final Order order;
    private final @Nullable Cursor after;
    private final int offset;
    private final int wanted;
    private long[] keys;
    private int[] ids;
    private int size;
    private int total;
    private int beyond;

    Pages(Order order, @Nullable Cursor after, int offset, int limit) {
        if (offset < 0 || offset > MOST || limit < 1) {
            throw new IllegalArgumentException("offset " + offset + ", limit " + limit);
        }
        this.order = order;
        this.after = after;
        this.offset = offset;
        wanted = offset + limit;
        keys = new long[wanted];
        ids = new int[wanted];
    }

    /** Smaller keys come first. */
    void offer(int id, int start, int deaths, int wherePrecision) {
        total++;
        long key = switch (order) {
            case NEWEST -> newest(start);
            case OLDEST -> start == EventRow.UNDATED ? Integer.MAX_VALUE + 1L : start;
            case DEADLIEST -> -(long) deaths;
            case PRECISE -> ((long) wherePrecision << 33) + newest(start);
        };
        if (after != null && compare(key, id, after.key, after.id) <= 0) {
            return;
        }
        beyond++;
        if (size == wanted && compare(key, id, keys[0], ids[0]) >= 0) {
            return;
        }
        if (size < wanted) {
            up(key, id);
        } else {
            down(key, id);
        }
    }

    Page page() {
        var sorted = new Integer[size];
        Arrays.setAll(sorted, i -> i);
        Arrays.sort(sorted, (one, other) -> compare(keys[one], ids[one], keys[other], ids[other]));
        int count = Math.max(0, size - offset);
        var result = new int[count];
        for (int i = 0; i < count; i++) {
            result[i] = ids[sorted[offset + i]];
        }
        boolean more = count > 0 && beyond > size;
        return new Page(total, result, more ? new Cursor(keys[sorted[size - 1]], ids[sorted[size - 1]]) : null);
    }

    private static long newest(int start) {
        return start == EventRow.UNDATED ? Integer.MAX_VALUE + 1L : -(long) start;
    }

    /** By key, then by id: the greater first, but from old to new. */
    private int compare(long key, int id, long otherKey, int otherId) {
        int byKey = Long.compare(key, otherKey);
        return byKey != 0 ? byKey : order == Order.OLDEST ? Integer.compare(id, otherId) : Integer.compare(otherId, id);
    }

    // A heap with the last of the page's events at its top.

    private void up(long key, int id) {
        int at = size++;
        while (at > 0 && compare(keys[(at - 1) >> 1], ids[(at - 1) >> 1], key, id) < 0) {
            keys[at] = keys[(at - 1) >> 1];
            ids[at] = ids[(at - 1) >> 1];
            at = (at - 1) >> 1;
        }
        keys[at] = key;
        ids[at] = id;
    }

    private void down(long key, int id) {
        int at = 0;
        while (true) {
            int child = 2 * at + 1;
            if (child >= size) {
                break;
            }
            if (child + 1 < size && compare(keys[child + 1], ids[child + 1], keys[child], ids[child]) > 0) {
                child++;
            }
            if (compare(keys[child], ids[child], key, id) <= 0) {
                break;
            }
            keys[at] = keys[child];
            ids[at] = ids[child];
            at = child;
        }
        keys[at] = key;
        ids[at] = id;
    }
}
