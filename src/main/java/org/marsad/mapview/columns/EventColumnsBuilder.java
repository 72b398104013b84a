package org.marsad.mapview.columns;

import java.util.Arrays;
import java.util.BitSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Takes events in any order and makes columns of them. For one thread; to be used once. */
public final class EventColumnsBuilder {
    /** Sort keys of buckets: a month, a year of events that last longer, or no date at all. */
    private static final int UNDATED = Integer.MAX_VALUE;

    final Vocabulary vocabulary;
    int size;
    int[] id;
    long[] morton;
    int[] start;
    char[] length;
    byte[] type;
    byte[] precision;
    byte[] languages;
    char[] deaths;
    int[] who;
    int[] where;
    byte[] source;
    final NearLists.Collector near = new NearLists.Collector();
    int extras;
    long[] extraMorton = new long[16];
    int[] extraEvent = new int[16];

    /**
     * @param expected how many events may come; more are taken too
     */
    public EventColumnsBuilder(Vocabulary vocabulary, int expected) {
        this.vocabulary = vocabulary;
        int capacity = Math.max(16, expected);
        id = new int[capacity];
        morton = new long[capacity];
        start = new int[capacity];
        length = new char[capacity];
        type = new byte[capacity];
        precision = new byte[capacity];
        languages = new byte[capacity];
        deaths = new char[capacity];
        who = new int[capacity];
        where = new int[capacity];
        source = new byte[capacity];
    }

    public int size() {
        return size;
    }

    public Vocabulary vocabulary() {
        return vocabulary;
    }

    public void add(EventRow row) {
        if (row.type < 0 || row.type >= Long.SIZE || row.source < 0 || row.source >= Long.SIZE) {
            throw new IllegalArgumentException("type " + row.type + ", source " + row.source + ": at most 64 are kept");
        }
        ensure(size + 1);
        id[size] = row.id;
        morton[size] = Double.isNaN(row.lon)
                ? (row.area < 0 ? Morton.NOWHERE : Morton.ofArea(row.area))
                : Morton.ofLonLat(row.lon, row.lat);
        start[size] = row.start;
        length[size] = row.start == EventRow.UNDATED
                ? 0
                : (char) Math.clamp((long) row.end - row.start, 0, Character.MAX_VALUE);
        type[size] = (byte) row.type;
        precision[size] = (byte) (row.wherePrecision | row.datePrecision << 3);
        languages[size] = (byte) row.languages;
        deaths[size] = (char) Math.clamp(row.deaths + 1L, 0, Character.MAX_VALUE);
        who[size] = row.who;
        where[size] = row.where;
        source[size] = (byte) row.source;
        for (int i = 0; i < row.more.length; i += 2) {
            extra(Morton.ofLonLat(row.more[i], row.more[i + 1]));
        }
        // Only an event that is known well enough can be near a border for certain.
        if (row.wherePrecision <= 2) {
            for (int i = 0; i < row.nearCount; i++) {
                near.add(size, row.nearBorder[i], row.nearKm[i]);
            }
        }
        size++;
    }

    /** All events of columns with the same vocabulary, but for some rows. */
    public void addAll(EventColumns other, @Nullable BitSet without) {
        ensure(size + other.size);
        var numberOf = new int[other.size];
        Arrays.fill(numberOf, -1);
        for (var bucket : other.buckets) {
            for (int row = bucket.from(); row < bucket.to(); row++) {
                if (without != null && without.get(row)) {
                    continue;
                }
                numberOf[row] = size;
                id[size] = other.id[row];
                morton[size] = other.morton[row];
                start[size] = bucket.undated() ? EventRow.UNDATED : bucket.base() + other.day[row];
                length[size] = other.length[row];
                type[size] = other.type[row];
                precision[size] = other.precision[row];
                languages[size] = other.languages[row];
                deaths[size] = other.deaths[row];
                who[size] = other.who[row];
                where[size] = other.where[row];
                source[size] = other.source[row];
                size++;
            }
        }
        int last = size;
        for (int i = 0; i < other.extraRow.length; i++) {
            int number = numberOf[other.extraRow[i]];
            if (number >= 0) {
                size = number;
                extra(other.extraMorton[i]);
            }
        }
        size = last;
        for (int border = 0; border < other.near.borders(); border++) {
            int which = border;
            for (int bucket = 0; bucket < other.buckets.length; bucket++) {
                other.near.visit(border, bucket, (row, km) -> {
                    if (numberOf[row] >= 0) {
                        near.add(numberOf[row], which, km);
                    }
                });
            }
        }
    }

    public EventColumns build() {
        int[] keys = new int[size];
        int[] sorted = keys(keys);
        // From here on the number of the bucket stands in the place of its key.
        var number = new BucketNumbers(sorted);
        for (int i = 0; i < size; i++) {
            keys[i] = number.of(keys[i]);
        }
        int[] starts = new int[sorted.length + 1];
        int[] order = RadixSort.group(keys, size, starts);
        var buckets = new Bucket[sorted.length];
        var base = new int[sorted.length];
        // Each bucket is sorted by itself: it fits the processor's cache, and one does not wait for another.
        IntStream.range(0, sorted.length).parallel().forEach(bucket -> {
            int key = sorted[bucket];
            int from = starts[bucket];
            int to = starts[bucket + 1];
            RadixSort.order(morton, order, from, to);
            int placed = from;
            int min = Integer.MAX_VALUE;
            int max = Integer.MIN_VALUE;
            int coarsest = 0;
            for (int row = from; row < to; row++) {
                int at = order[row];
                min = Math.min(min, start[at]);
                max = Math.max(max, start[at] + length[at]);
                coarsest = Math.max(coarsest, precision[at] >> 3);
                if (morton[at] < Morton.NOWHERE) {
                    placed = row + 1;
                }
            }
            base[bucket] = key == UNDATED ? 0 : Calendar.firstDay(key >> 1);
            buckets[bucket] =
                    new Bucket(from, placed, to, base[bucket], min, max, (key & 1) == 0, key == UNDATED, coarsest);
        });
        return new EventColumns(this, order, buckets, base);
    }

    /** The key of each event, and all that there are, ascending. */
    private int[] keys(int[] keys) {
        var distinct = new TreeSet<Integer>();
        int last = Integer.MIN_VALUE;
        var seen = new BucketNumbers.Seen();
        for (int i = 0; i < size; i++) {
            int key = keyOf(i);
            keys[i] = key;
            if (key != last && seen.isNew(key)) {
                distinct.add(key);
            }
            last = key;
        }
        return distinct.stream().mapToInt(Integer::intValue).toArray();
    }

    /** An even number for a month, an odd one for a year's events that go over into another month. */
    private int keyOf(int i) {
        if (start[i] == EventRow.UNDATED) {
            return UNDATED;
        }
        int month = Calendar.month(start[i]);
        return length[i] == 0 || Calendar.month(start[i] + length[i]) == month
                ? month << 1
                : Math.floorDiv(month, 12) * 12 << 1 | 1;
    }

    private void extra(long code) {
        if (extras == extraMorton.length) {
            extraMorton = Arrays.copyOf(extraMorton, extras * 2);
            extraEvent = Arrays.copyOf(extraEvent, extras * 2);
        }
        extraMorton[extras] = code;
        extraEvent[extras++] = size;
    }

    private void ensure(int needed) {
        if (needed <= id.length) {
            return;
        }
        int capacity = Math.max(needed, id.length + (id.length >> 1));
        id = Arrays.copyOf(id, capacity);
        morton = Arrays.copyOf(morton, capacity);
        start = Arrays.copyOf(start, capacity);
        length = Arrays.copyOf(length, capacity);
        type = Arrays.copyOf(type, capacity);
        precision = Arrays.copyOf(precision, capacity);
        languages = Arrays.copyOf(languages, capacity);
        deaths = Arrays.copyOf(deaths, capacity);
        who = Arrays.copyOf(who, capacity);
        where = Arrays.copyOf(where, capacity);
        source = Arrays.copyOf(source, capacity);
    }
}
