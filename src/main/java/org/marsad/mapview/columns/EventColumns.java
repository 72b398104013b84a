package org.marsad.mapview.columns;

import java.util.stream.IntStream;
import org.marsad.text.Language;

/**
 * Events in columns, ordered by the month they lie in and then along the Morton curve, so that a tile in some months is
 * a few runs of rows ({@link Bucket}). Immutable once built; 30 bytes an event, and some 2 more for each border within 200 km.
 */
public final class EventColumns {
    final int size;
    final int[] id;
    /** Position, or what {@link Morton#ofArea} says of an event that has none. */
    final long[] morton;
    /** Days from the bucket's base. */
    final char[] day;
    /** Days from start to end; at most 65,535. */
    final char[] length;

    final byte[] type;
    /** UCDP where_prec, plus 8 times the date's precision. */
    final byte[] precision;

    final byte[] languages;
    /** Best figure + 1, at most 65,535; 0 for none. */
    final char[] deaths;

    final int[] who;
    final int[] where;
    final byte[] source;

    /** Further points of events that have several, in Morton order, with their rows. */
    final long[] extraMorton;

    final int[] extraRow;

    /** The number of the border of each area, or -1. */
    private final int[] borderOfArea;

    final Bucket[] buckets;
    final NearLists near;
    final Vocabulary vocabulary;

    EventColumns(EventColumnsBuilder built, int[] order, Bucket[] buckets, int[] base) {
        this.size = order.length;
        this.buckets = buckets;
        this.vocabulary = built.vocabulary;
        id = new int[size];
        morton = new long[size];
        day = new char[size];
        length = new char[size];
        type = new byte[size];
        precision = new byte[size];
        languages = new byte[size];
        deaths = new char[size];
        who = new int[size];
        where = new int[size];
        source = new byte[size];
        IntStream.range(0, buckets.length)
                .parallel()
                .forEach(bucket -> copy(built, order, buckets[bucket], base[bucket]));
        int[] extras = RadixSort.order(built.extraMorton, built.extras);
        extraMorton = new long[extras.length];
        extraRow = new int[extras.length];
        int[] rowOf = extras.length == 0 ? new int[0] : inverse(order);
        for (int i = 0; i < extras.length; i++) {
            extraMorton[i] = built.extraMorton[extras[i]];
            extraRow[i] = rowOf[built.extraEvent[extras[i]]];
        }
        var areas = vocabulary.areas();
        borderOfArea = new int[areas.size()];
        for (var area : areas) {
            var border = area.border();
            borderOfArea[area.number()] =
                    border == null ? -1 : vocabulary.borders().add(border.toString());
        }
        near = built.near.build(order, buckets, vocabulary.borders().size());
    }

    private void copy(EventColumnsBuilder built, int[] order, Bucket bucket, int base) {
        for (int row = bucket.from(); row < bucket.to(); row++) {
            int from = order[row];
            id[row] = built.id[from];
            morton[row] = built.morton[from];
            day[row] = bucket.undated() ? 0 : (char) (built.start[from] - base);
            length[row] = built.length[from];
            type[row] = built.type[from];
            precision[row] = built.precision[from];
            languages[row] = built.languages[from];
            deaths[row] = built.deaths[from];
            who[row] = built.who[from];
            where[row] = built.where[from];
            source[row] = built.source[from];
        }
    }

    private static int[] inverse(int[] order) {
        var result = new int[order.length];
        for (int row = 0; row < order.length; row++) {
            result[order[row]] = row;
        }
        return result;
    }

    public int size() {
        return size;
    }

    public Vocabulary vocabulary() {
        return vocabulary;
    }

    /** The bit of a language in the {@code languages} column. */
    static int bit(Language language) {
        return 1 << language.ordinal();
    }

    int wherePrecision(int row) {
        return precision[row] & 7;
    }

    /** The border's number that an event lies along whose code this is, or -1. */
    int borderOfArea(long code) {
        int area = Morton.area(code);
        return area < 0 ? -1 : borderOfArea[area];
    }

    int datePrecision(int row) {
        return precision[row] >> 3;
    }

    /** The bucket of a row. */
    int bucketOf(int row) {
        int low = 0;
        int high = buckets.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (buckets[middle].to() <= row) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** First row of a bucket whose code is at least this one. */
    int lowerBound(Bucket bucket, long code) {
        return lowerBound(morton, bucket.from(), bucket.placed(), code);
    }

    static int lowerBound(long[] codes, int from, int to, long code) {
        int low = from;
        int high = to;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (codes[middle] < code) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
