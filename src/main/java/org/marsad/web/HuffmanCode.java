package org.marsad.web;

import java.util.Arrays;

/**
 * A canonical Huffman code of limited length for symbols as often as they were counted. Lengths come by Moffat and Katajainen,
 * "In-place calculation of minimum-redundancy codes" (1995); those too long are shortened until the code fits.
 */
final class HuffmanCode {
    private final int limit;
    private final int[] counts;
    private final int[] lengths;
    private final int[] codes;
    /** Symbols that occur: count in the upper half, symbol in the lower. */
    private final long[] used;

    HuffmanCode(int symbols, int limit) {
        this.limit = limit;
        counts = new int[symbols];
        lengths = new int[symbols];
        codes = new int[symbols];
        used = new long[symbols];
    }

    void count(int symbol) {
        counts[symbol]++;
    }

    void count(byte[] symbols, int from, int to) {
        // Two tables: the same byte twice in a row would have to wait for itself.
        int[] odd = new int[256];
        int at = from;
        for (; at + 1 < to; at += 2) {
            counts[symbols[at] & 0xFF]++;
            odd[symbols[at + 1] & 0xFF]++;
        }
        if (at < to) {
            counts[symbols[at] & 0xFF]++;
        }
        for (int symbol = 0; symbol < odd.length; symbol++) {
            counts[symbol] += odd[symbol];
        }
    }

    /** How often each symbol was counted, to be added to. */
    int[] counts() {
        return counts;
    }

    void clear() {
        Arrays.fill(counts, 0);
    }

    /** Bits of each symbol's code; 0 where it does not occur. */
    int[] lengths() {
        return lengths;
    }

    /** For each symbol, its code with the first bit lowest, times 16, plus its length. */
    int[] codes() {
        return codes;
    }

    void build() {
        int n = 0;
        for (int symbol = 0; symbol < counts.length; symbol++) {
            if (counts[symbol] > 0) {
                used[n++] = (long) counts[symbol] << 32 | symbol;
            }
        }
        Arrays.fill(lengths, 0);
        Arrays.sort(used, 0, n);
        int[] ofLength = new int[limit + 1];
        for (int length : depths(n)) {
            ofLength[Math.min(limit, length)]++;
        }
        fit(ofLength);
        // The most frequent symbols get the shortest codes.
        int at = n;
        for (int length = 1; length <= limit; length++) {
            for (int i = 0; i < ofLength[length]; i++) {
                lengths[(int) used[--at]] = length;
            }
        }
        assign(ofLength);
    }

    /** How deep the tree's leaves lie, for counts that ascend. */
    private int[] depths(int n) {
        if (n < 2) {
            return n == 0 ? new int[0] : new int[] {1};
        }
        int[] a = new int[n];
        for (int i = 0; i < n; i++) {
            a[i] = (int) (used[i] >>> 32);
        }
        a[0] += a[1];
        int root = 0;
        int leaf = 2;
        for (int next = 1; next < n - 1; next++) {
            if (leaf >= n || a[root] < a[leaf]) {
                a[next] = a[root];
                a[root++] = next;
            } else {
                a[next] = a[leaf++];
            }
            if (leaf >= n || root < next && a[root] < a[leaf]) {
                a[next] += a[root];
                a[root++] = next;
            } else {
                a[next] += a[leaf++];
            }
        }
        a[n - 2] = 0;
        for (int next = n - 3; next >= 0; next--) {
            a[next] = a[a[next]] + 1;
        }
        int open = 1;
        int inner = 0;
        int depth = 0;
        root = n - 2;
        int next = n - 1;
        while (open > 0) {
            while (root >= 0 && a[root] == depth) {
                inner++;
                root--;
            }
            while (open > inner) {
                a[next--] = depth;
                open--;
            }
            open = 2 * inner;
            depth++;
            inner = 0;
        }
        return a;
    }

    /** Lengthens short codes until those that were cut to the limit have room. */
    private void fit(int[] ofLength) {
        long total = 0;
        for (int length = 1; length <= limit; length++) {
            total += (long) ofLength[length] << limit - length;
        }
        while (total > 1L << limit) {
            ofLength[limit]--;
            for (int length = limit - 1; length > 0; length--) {
                if (ofLength[length] > 0) {
                    ofLength[length]--;
                    ofLength[length + 1] += 2;
                    break;
                }
            }
            total--;
        }
    }

    private void assign(int[] ofLength) {
        int[] next = new int[limit + 2];
        for (int length = 1; length <= limit; length++) {
            next[length + 1] = next[length] + ofLength[length] << 1;
        }
        for (int symbol = 0; symbol < lengths.length; symbol++) {
            int length = lengths[symbol];
            codes[symbol] = length == 0 ? 0 : (Integer.reverse(next[length]++) >>> 32 - length) << 4 | length;
        }
    }
}
