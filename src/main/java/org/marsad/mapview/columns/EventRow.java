package org.marsad.mapview.columns;

/**
 * An event as columns take it: numbers of a {@link Vocabulary}. Mutable, so that one will do for ten million.
 */
public final class EventRow {
    /** No such day. */
    public static final int UNDATED = Integer.MIN_VALUE;

    /** Above 0. */
    public int id;
    /** Degrees east, or NaN where the event is not known to a place. */
    public double lon;
    /** Degrees north, or NaN. */
    public double lat;
    /** Further points: longitude, latitude, longitude … */
    public double[] more = {};
    /** The number of the area it is known by, or -1. */
    public int area = -1;
    /** Days from 1970-01-01, or {@link #UNDATED}. */
    public int start;
    /** Last day, not before the first. */
    public int end;
    /** 0 day, 1 week, 2 month, 3 year, 4 unknown. */
    public int datePrecision;

    public int type;
    /** UCDP where_prec. */
    public int wherePrecision;
    /** Bit {@code ordinal} of each {@link org.marsad.text.Language} of a source. */
    public int languages;
    /** Best figure, or -1 for none. */
    public int deaths;

    public int who;
    public int where;
    public int source;

    /** Borders near it, by number, and their distances in km; the first {@code nearCount} count. */
    public int[] nearBorder = new int[8];

    public double[] nearKm = new double[8];
    public int nearCount;

    /** As before the first event: nothing is known. */
    public void clear() {
        lon = Double.NaN;
        lat = Double.NaN;
        more = new double[0];
        area = -1;
        start = UNDATED;
        end = UNDATED;
        datePrecision = 4;
        languages = 0;
        deaths = -1;
        who = 0;
        where = 0;
        nearCount = 0;
    }

    public void near(int border, double km) {
        if (nearCount == nearBorder.length) {
            nearBorder = java.util.Arrays.copyOf(nearBorder, nearCount * 2);
            nearKm = java.util.Arrays.copyOf(nearKm, nearCount * 2);
        }
        nearBorder[nearCount] = border;
        nearKm[nearCount++] = km;
    }
}
