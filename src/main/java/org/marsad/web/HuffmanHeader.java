package org.marsad.web;

/** What stands before a block with codes of its own: the lengths of its codes, themselves in a code (RFC 1951, 3.2.7). */
final class HuffmanHeader {
    private static final int[] ORDER = {16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15};
    private static final int REPEAT = 16;
    private static final int ZEROS = 17;
    private static final int MANY_ZEROS = 18;

    private final HuffmanCode code = new HuffmanCode(19, 7);
    /** Symbols with what follows them, times 32. */
    private final int[] runs = new int[320];

    private int size;

    void write(HuffmanCode literals, HuffmanCode distances, BitSink out) {
        int literalCount = used(literals.lengths(), 257);
        int distanceCount = used(distances.lengths(), 1);
        int[] all = new int[literalCount + distanceCount];
        System.arraycopy(literals.lengths(), 0, all, 0, literalCount);
        System.arraycopy(distances.lengths(), 0, all, literalCount, distanceCount);
        gather(all);
        code.build();
        int orders = ORDER.length;
        while (orders > 4 && code.lengths()[ORDER[orders - 1]] == 0) {
            orders--;
        }
        out.put(literalCount - 257, 5);
        out.put(distanceCount - 1, 5);
        out.put(orders - 4, 4);
        for (int i = 0; i < orders; i++) {
            out.put(code.lengths()[ORDER[i]], 3);
        }
        for (int i = 0; i < size; i++) {
            int symbol = runs[i] & 31;
            int written = code.codes()[symbol];
            out.put(written >>> 4, written & 15);
            int bits = symbol < REPEAT ? 0 : symbol == REPEAT ? 2 : symbol == ZEROS ? 3 : 7;
            out.put(runs[i] >> 5, bits);
        }
        code.clear();
    }

    private void gather(int[] lengths) {
        size = 0;
        for (int at = 0, end; at < lengths.length; at = end) {
            int length = lengths[at];
            end = at + 1;
            while (end < lengths.length && lengths[end] == length) {
                end++;
            }
            int left = end - at;
            if (length == 0) {
                for (; left >= 11; left -= Math.min(138, left)) {
                    add(MANY_ZEROS, Math.min(138, left) - 11);
                }
                if (left >= 3) {
                    add(ZEROS, left - 3);
                    left = 0;
                }
            } else {
                add(length, 0);
                left--;
                for (; left >= 3; left -= Math.min(6, left)) {
                    add(REPEAT, Math.min(6, left) - 3);
                }
            }
            for (; left > 0; left--) {
                add(length, 0);
            }
        }
    }

    private void add(int symbol, int extra) {
        runs[size++] = symbol | extra << 5;
        code.count(symbol);
    }

    private static int used(int[] lengths, int least) {
        int count = lengths.length;
        while (count > least && lengths[count - 1] == 0) {
            count--;
        }
        return count;
    }
}
