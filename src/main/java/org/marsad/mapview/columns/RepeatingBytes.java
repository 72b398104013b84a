package org.marsad.mapview.columns;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

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

    /** All of these one after the other, each after its length: 4 bytes, the lowest first. */
    public static RepeatingBytes framed(List<RepeatingBytes> parts) {
        int size = 0;
        int known = 0;
        for (var part : parts) {
            size += 4 + part.bytes.length;
            known += part.repeats.length;
        }
        var all = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        long[] repeats = new long[known];
        int at = 0;
        for (var part : parts) {
            all.putInt(part.bytes.length);
            for (long repeat : part.repeats) {
                repeats[at++] = repeat + ((long) all.position() << 32);
            }
            all.put(part.bytes);
        }
        return new RepeatingBytes(all.array(), repeats);
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
