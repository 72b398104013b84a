package org.marsad.mapview.columns;

/** A stable order of many unsigned 64-bit keys in linear time: least significant digit first, 11 bits at a time. */
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
            for (int bucket = 0; bucket < BUCKETS; bucket++) {
                starts[bucket + 1] += starts[bucket];
            }
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
}
