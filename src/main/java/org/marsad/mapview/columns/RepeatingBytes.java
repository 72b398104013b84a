package org.marsad.mapview.columns;

import java.util.Arrays;

/**
 * Bytes, and where in them stands what stood before. Whoever writes records knows which of their parts are equal; who only sees
 * the bytes must search, which takes longer than all else of a tile.
 *
 * @param bytes not to be changed
 * @param repeats ascending and not overlapping: see {@link #repeat}; empty where nothing is known
 */
public record RepeatingBytes(byte[] bytes, long[] repeats) {
    /** How far back a repeat may reach at most. */
    public static final int FARTHEST = 1 << 15;

    private static final long[] NONE = {};

    /** Bytes of which nothing more is known. */
    public static RepeatingBytes of(byte[] bytes) {
        return new RepeatingBytes(bytes, NONE);
    }

    /**
     * That from a position on so many bytes are those that stand a distance before.
     *
     * @param length from 3 to 258
     * @param distance from 1 to {@value #FARTHEST}
     */
    static long repeat(int position, int length, int distance) {
        return (long) position << 32 | (long) length << 16 | distance - 1;
    }

    public static int position(long repeat) {
        return (int) (repeat >>> 32);
    }

    public static int length(long repeat) {
        return (int) (repeat >>> 16) & 0xFFFF;
    }

    public static int distance(long repeat) {
        return ((int) repeat & 0xFFFF) + 1;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RepeatingBytes(byte[] others, long[] theirs)
                && Arrays.equals(bytes, others)
                && Arrays.equals(repeats, theirs);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return bytes.length + " bytes with " + repeats.length + " repeats";
    }
}
