package org.marsad.gazetteer;

/** How a {@link NameIndex} stores letters, and finds words and nodes by their hash. */
final class Letters {
    private Letters() {}

    /** One byte a letter: folded Latin is ASCII and folded Arabic is in one block. Other letters share one code. */
    static byte encode(char c) {
        if (c < 0x7F) {
            return (byte) c;
        }
        return (byte) (c >= 0x600 && c < 0x680 ? c - 0x600 + 0x80 : 0x7F);
    }

    static char decode(byte code) {
        int b = code & 0xFF;
        return (char) (b < 0x80 ? b : b - 0x80 + 0x600);
    }

    static int hash(CharSequence text, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = hash * 31 + encode(text.charAt(i));
        }
        return mix(hash);
    }

    /** Whether the stored letters {@code [begin, end)} are those of {@code text[from, to)}. */
    static boolean match(byte[] letters, int begin, int end, CharSequence text, int from, int to) {
        if (end - begin != to - from) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (letters[begin + i - from] != encode(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    static int mix(long key) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 32);
    }

    static long key(int node, int word) {
        return (long) node << 32 | word;
    }
}
