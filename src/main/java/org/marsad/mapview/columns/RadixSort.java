package org.marsad.mapview.columns;

import java.util.Arrays;

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
        order(keys, order, 0, n);
        return order;
    }

    /**
     * Puts a part of an order into the order of the keys.
     *
     * @param keys of each position, left as they are
     * @param order of which {@code from} (inclusive) to {@code to} (exclusive) is sorted
     */
    static void order(long[] keys, int[] order, int from, int to) {
        int n = to - from;
        if (n < 2) {
            return;
        }
        // The keys go along with the positions: each pass then reads both one after the other.
        var key = new long[n];
        var position = Arrays.copyOfRange(order, from, to);
        long differ = 0;
        for (int i = 0; i < n; i++) {
            key[i] = keys[position[i]];
            differ |= key[i] ^ key[0];
        }
        var nextKey = new long[n];
        var nextPosition = new int[n];
        var starts = new int[BUCKETS + 1];
        for (int shift = 0; shift < Long.SIZE; shift += DIGIT) {
            if ((differ >>> shift & BUCKETS - 1) == 0) {
                continue;
            }
            Arrays.fill(starts, 0);
            for (int i = 0; i < n; i++) {
                starts[(int) (key[i] >>> shift & BUCKETS - 1) + 1]++;
            }
            sum(starts);
            for (int i = 0; i < n; i++) {
                int at = starts[(int) (key[i] >>> shift & BUCKETS - 1)]++;
                nextKey[at] = key[i];
                nextPosition[at] = position[i];
            }
            var keySwap = key;
            key = nextKey;
            nextKey = keySwap;
            var positionSwap = position;
            position = nextPosition;
            nextPosition = positionSwap;
        }
        System.arraycopy(position, 0, order, from, n);
    }

    /** Sorts keys that are not negative. */
    static int[] sort(int[] keys) {
        var sorted = keys;
        var next = new int[keys.length];
        int differ = 0;
        for (int key : keys) {
            differ |= key ^ keys[0];
        }
        var starts = new int[BUCKETS + 1];
        for (int shift = 0; shift < Integer.SIZE; shift += DIGIT) {
            if ((differ >>> shift & BUCKETS - 1) == 0) {
                continue;
            }
            Arrays.fill(starts, 0);
            for (int key : sorted) {
                starts[(key >>> shift & BUCKETS - 1) + 1]++;
            }
            sum(starts);
            for (int key : sorted) {
                next[starts[key >>> shift & BUCKETS - 1]++] = key;
            }
            var swap = sorted;
            sorted = next;
            next = swap;
        }
        return sorted;
    }

    /**
     * The positions 0..n-1 by small numbers first, and among equal ones as they are.
     *
     * @param numbers of each position
     * @param starts filled with where each number begins, and the end; its length is one more than there are numbers
     */
    static int[] group(int[] numbers, int n, int[] starts) {
        for (int i = 0; i < n; i++) {
            starts[numbers[i] + 1]++;
        }
        sum(starts);
        var at = starts.clone();
        var order = new int[n];
        for (int i = 0; i < n; i++) {
            order[at[numbers[i]]++] = i;
        }
        return order;
    }

    private static void sum(int[] starts) {
        for (int i = 1; i < starts.length; i++) {
            starts[i] += starts[i - 1];
        }
    }
}
