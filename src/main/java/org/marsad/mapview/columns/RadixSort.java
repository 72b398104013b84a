package org.marsad.mapview.columns;

/** Stable orders of many unsigned keys in linear time: least significant digit first, 11 bits at a time. */
final class RadixSort {
    private static final int DIGIT = 11;
    private static final int BUCKETS = 1 << DIGIT;

    private RadixSort() {}

    /**
     * The positions 0..n-1 in the order of their keys.
     *
     * @param keys left as they are
     * @param n how many of them count
     */
    static int[] order(long[] keys, int n) {
        var order = new int[n];
        for (int i = 0; i < n; i++) {
            order[i] = i;
        }
        long all = 0;
        for (int i = 0; i < n; i++) {
            all |= keys[i];
        }
        var next = new int[n];
        for (int shift = 0; shift < Long.SIZE; shift += DIGIT) {
            if (((all >>> shift) & (BUCKETS - 1)) == 0) {
                continue;
            }
            var starts = new int[BUCKETS + 1];
            for (int i = 0; i < n; i++) {
                starts[(int) (keys[i] >>> shift & (BUCKETS - 1)) + 1]++;
            }
            sum(starts);
            for (int i = 0; i < n; i++) {
                int at = order[i];
                next[starts[(int) (keys[at] >>> shift & (BUCKETS - 1))]++] = at;
            }
            var swap = order;
            order = next;
            next = swap;
        }
        return order;
    }

    /**
     * The same positions by small numbers first, and among equal ones as they were.
     *
     * @param numbers of each position, 0..count-1
     */
    static int[] group(int[] order, int[] numbers, int count) {
        var starts = new int[count + 1];
        for (int at : order) {
            starts[numbers[at] + 1]++;
        }
        sum(starts);
        var next = new int[order.length];
        for (int at : order) {
            next[starts[numbers[at]]++] = at;
        }
        return next;
    }

    private static void sum(int[] starts) {
        for (int i = 1; i < starts.length; i++) {
            starts[i] += starts[i - 1];
        }
    }
}
