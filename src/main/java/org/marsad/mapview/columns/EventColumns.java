package org.marsad.mapview.columns;

import org.marsad.text.Language;

/**
 * Events in columns, ordered by the year they begin in and then along the Morton curve, so that a tile in some years
 * is a few runs of rows. Undated events come last. Immutable once built; about 31 bytes an event, and 5 more for each
 * border within 200 km.
 *
 * <p>Days count from 1970-01-01; {@link #UNDATED} stands for no date.
 */
public final class EventColumns {
    public static final int UNDATED = Integer.MIN_VALUE;

    /** What is in no corridor list: the km of a border that an event is farther than 200 km from. */
    static final int MAX_KM = 200;

    final int size;
    final int[] id;
    final long[] morton;
    final int[] start;
    /** Days from start to end, both included; at most 65,535. */
    final char[] length;

    final byte[] type;
    final byte[] wherePrecision;
    final byte[] languages;
    final char[] fatalities;
    /** The border an event lies along: its number in the dictionary + 1, or 0. */
    final char[] alongBorder;

    final int[] actorStart;
    final char[] actor;

    /** Rows by border number, ascending, with the distance rounded up to whole km beside them. */
    final int[][] nearRow;

    final byte[][] nearKm;

    /** Runs of rows that begin in one year; the last is that of the undated where there are any. */
    final Bucket[] buckets;

    final Dictionary actors;
    final Dictionary types;
    final Dictionary borders;

    /**
     * Rows {@code from} (inclusive) to {@code to} (exclusive).
     *
     * @param minDay earliest start in it
     * @param maxDay latest end in it
     */
    record Bucket(int from, int to, int minDay, int maxDay, boolean undated) {}

    EventColumns(EventColumnsBuilder built, int[] order, Bucket[] buckets) {
        this.size = order.length;
        this.buckets = buckets;
        this.actors = built.actors;
        this.types = built.types;
        this.borders = built.borders;
        id = new int[size];
        morton = new long[size];
        start = new int[size];
        length = new char[size];
        type = new byte[size];
        wherePrecision = new byte[size];
        languages = new byte[size];
        fatalities = new char[size];
        alongBorder = new char[size];
        actorStart = new int[size + 1];
        actor = new char[built.actorStart[size]];
        var rowOf = new int[size];
        for (int row = 0; row < size; row++) {
            int from = order[row];
            rowOf[from] = row;
            id[row] = built.id[from];
            morton[row] = built.morton[from];
            start[row] = built.start[from];
            length[row] = built.length[from];
            type[row] = built.type[from];
            wherePrecision[row] = built.wherePrecision[from];
            languages[row] = built.languages[from];
            fatalities[row] = built.fatalities[from];
            alongBorder[row] = built.alongBorder[from];
            int count = built.actorStart[from + 1] - built.actorStart[from];
            actorStart[row + 1] = actorStart[row] + count;
            System.arraycopy(built.actor, built.actorStart[from], actor, actorStart[row], count);
        }
        nearRow = new int[borders.size()][];
        nearKm = new byte[borders.size()][];
        built.near.copyTo(rowOf, nearRow, nearKm);
    }

    public int size() {
        return size;
    }

    /** PLOVER types by number. */
    public Dictionary types() {
        return types;
    }

    /** Actor ids by number. */
    public Dictionary actors() {
        return actors;
    }

    /** Border ids by number. */
    public Dictionary borders() {
        return borders;
    }

    /** The bit of a language in the {@code languages} column. */
    static int bit(Language language) {
        return 1 << language.ordinal();
    }

    int end(int row) {
        return start[row] == UNDATED ? UNDATED : start[row] + length[row];
    }

    /** First row of a bucket whose code is at least this one. */
    int lowerBound(Bucket bucket, long code) {
        int low = bucket.from();
        int high = bucket.to();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (morton[middle] < code) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
