package org.marsad.mapview.columns;

/**
 * A run of rows: those of events that begin and end in one month; or begin in one year and last into another month; or
 * have no date. Within it rows follow the Morton curve; those that are not known to a place come last.
 *
 * @param from first row
 * @param placed end of the rows that have a position
 * @param to end of the rows
 * @param base the day that the column of days counts from
 * @param minDay earliest start
 * @param maxDay latest end
 * @param month whether all of an event lies in the one month
 * @param coarsest precision of a date in it: 0 day, 1 week, 2 month, 3 year, 4 unknown
 */
record Bucket(
        int from, int placed, int to, int base, int minDay, int maxDay, boolean month, boolean undated, int coarsest) {
    /** More days than any bucket has that events begin on. */
    static final int DAYS = 367;
}
