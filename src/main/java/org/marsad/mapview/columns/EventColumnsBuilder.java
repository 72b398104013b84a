package org.marsad.mapview.columns;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.marsad.mapview.columns.EventColumns.Bucket;

/** Takes events in any order and makes columns of them. For one thread; to be used once. */
public final class EventColumnsBuilder {
    private static final int FIRST_YEAR = 1900;
    private static final int UNDATED_BUCKET = 255;

    int size;
    int[] id;
    long[] morton;
    int[] start;
    char[] length;
    byte[] type;
    byte[] wherePrecision;
    byte[] languages;
    char[] fatalities;
    char[] alongBorder;
    int[] actorStart;
    char[] actor;
    final NearLists near = new NearLists();
    final Dictionary actors = new Dictionary();
    final Dictionary types = new Dictionary();
    final Dictionary borders = new Dictionary();

    /**
     * @param expected how many events may come; more are taken too
     */
    public EventColumnsBuilder(int expected) {
        int capacity = Math.max(16, expected);
        id = new int[capacity];
        morton = new long[capacity];
        start = new int[capacity];
        length = new char[capacity];
        type = new byte[capacity];
        wherePrecision = new byte[capacity];
        languages = new byte[capacity];
        fatalities = new char[capacity];
        alongBorder = new char[capacity];
        actorStart = new int[capacity + 1];
        actor = new char[capacity * 2];
    }

    public Dictionary actors() {
        return actors;
    }

    public Dictionary types() {
        return types;
    }

    public Dictionary borders() {
        return borders;
    }

    /**
     * Begins an event. Its actors and near borders follow by {@link #actor} and {@link #near}, before the next event.
     *
     * @param eventId above 0
     * @param lon degrees east, or NaN where the place is unknown
     * @param lat degrees north, or NaN
     * @param startDay days from 1970-01-01, or {@link EventColumns#UNDATED}
     * @param endDay last day, not before the first; ignored for the undated
     * @param typeNumber from {@link #types()}; at most 64 types
     * @param wherePrecisionCode UCDP where_prec
     * @param languageBits see {@link EventColumns#bit}
     * @param deaths best figure, or 0
     * @param borderNumber of the border it lies along, or -1
     */
    public void event(
            int eventId,
            double lon,
            double lat,
            int startDay,
            int endDay,
            int typeNumber,
            int wherePrecisionCode,
            int languageBits,
            int deaths,
            int borderNumber) {
        if (typeNumber < 0 || typeNumber >= Long.SIZE) {
            throw new IllegalArgumentException("type number " + typeNumber);
        }
        if (size == id.length) {
            grow(size + (size >> 1));
        }
        id[size] = eventId;
        morton[size] = Double.isNaN(lon) ? Morton.NOWHERE : Morton.ofLonLat(lon, lat);
        start[size] = startDay;
        length[size] =
                startDay == EventColumns.UNDATED ? 0 : (char) Math.clamp(endDay - startDay, 0, Character.MAX_VALUE);
        type[size] = (byte) typeNumber;
        wherePrecision[size] = (byte) wherePrecisionCode;
        languages[size] = (byte) languageBits;
        fatalities[size] = (char) Math.clamp(deaths, 0, Character.MAX_VALUE);
        alongBorder[size] = (char) (borderNumber + 1);
        actorStart[size + 1] = actorStart[size];
        size++;
    }

    /** An actor of the event begun last; a second time the same one is no harm. */
    public void actor(int actorNumber) {
        int at = actorStart[size];
        if (at == actor.length) {
            actor = Arrays.copyOf(actor, at + (at >> 1));
        }
        actor[at] = (char) actorNumber;
        actorStart[size] = at + 1;
    }

    /** A border that the event begun last is near; farther than 200 km is left out. */
    public void near(int borderNumber, double km) {
        if (km <= EventColumns.MAX_KM) {
            near.add(size - 1, borderNumber, km);
        }
    }

    public EventColumns build() {
        var keys = new long[size];
        for (int i = 0; i < size; i++) {
            keys[i] = (long) bucketOf(start[i]) << 56 | Math.min(morton[i], Morton.NOWHERE - 1);
        }
        int[] order = RadixSort.order(keys, size);
        var buckets = new ArrayList<Bucket>();
        for (int from = 0, to; from < size; from = to) {
            int bucket = bucketOf(start[order[from]]);
            int min = Integer.MAX_VALUE;
            int max = Integer.MIN_VALUE;
            to = from;
            while (to < size && bucketOf(start[order[to]]) == bucket) {
                int day = start[order[to]];
                min = Math.min(min, day);
                max = Math.max(max, day + length[order[to]]);
                to++;
            }
            buckets.add(new Bucket(from, to, min, max, bucket == UNDATED_BUCKET));
        }
        return new EventColumns(this, order, buckets.toArray(Bucket[]::new));
    }

    private static int bucketOf(int day) {
        return day == EventColumns.UNDATED
                ? UNDATED_BUCKET
                : Math.clamp(YearOfDay.of(day) - FIRST_YEAR, 0, UNDATED_BUCKET - 1);
    }

    private void grow(int capacity) {
        id = Arrays.copyOf(id, capacity);
        morton = Arrays.copyOf(morton, capacity);
        start = Arrays.copyOf(start, capacity);
        length = Arrays.copyOf(length, capacity);
        type = Arrays.copyOf(type, capacity);
        wherePrecision = Arrays.copyOf(wherePrecision, capacity);
        languages = Arrays.copyOf(languages, capacity);
        fatalities = Arrays.copyOf(fatalities, capacity);
        alongBorder = Arrays.copyOf(alongBorder, capacity);
        actorStart = Arrays.copyOf(actorStart, capacity + 1);
    }

    /** The year of a day without a date object: looked up for the years that events have. */
    private static final class YearOfDay {
        private static final int FIRST = (int) LocalDate.of(FIRST_YEAR, 1, 1).toEpochDay();
        private static final char[] YEARS = years();

        static int of(int day) {
            int at = day - FIRST;
            return at >= 0 && at < YEARS.length
                    ? YEARS[at]
                    : LocalDate.ofEpochDay(day).getYear();
        }

        private static char[] years() {
            List<Integer> result = new ArrayList<>();
            for (int year = FIRST_YEAR; year < FIRST_YEAR + 200; year++) {
                for (int day = 0; day < LocalDate.of(year, 1, 1).lengthOfYear(); day++) {
                    result.add(year);
                }
            }
            var years = new char[result.size()];
            for (int i = 0; i < years.length; i++) {
                years[i] = (char) (int) result.get(i);
            }
            return years;
        }
    }
}
