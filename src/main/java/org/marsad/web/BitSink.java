package org.marsad.web;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.marsad.mapview.columns.RepeatingBytes;

/** Bytes written bit by bit, the lowest first. To be used again, as memory that was just used is quicker than new. */
final class BitSink {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** Room that is kept for the next use. */
    private static final int KEPT = 1 << 20;

    private byte[] bytes = new byte[16];
    private int size;
    private long pending;
    private int count;

    void clear() {
        if (bytes.length > KEPT) {
            bytes = new byte[16];
        }
        size = 0;
        pending = 0;
        count = 0;
    }

    /**
     * @param value of which no more than the lowest {@code bits} are set
     * @param bits at most 32
     */
    void put(long value, int bits) {
        pending |= value << count;
        count += bits;
        if (count >= 32) {
            ensure(0);
            LONG.set(bytes, size, pending);
            int whole = count >> 3;
            size += whole;
            pending = whole == 8 ? 0 : pending >>> 8 * whole;
            count &= 7;
        }
    }

    /**
     * Writes the tokens of {@link Deflate}, without a branch that depends on them: whether a token is a literal or a match is
     * hard to foresee, and to be wrong costs more than to write nothing for a literal's distance.
     */
    void putTokens(long[] tokens, int n, int[] codes, int[] distanceCodes) {
        ensure(n * 6L);
        byte[] to = bytes;
        int at = size;
        long bits = pending;
        int have = count;
        // No more than 7 bits may be left, for a token has up to 48.
        LONG.set(to, at, bits);
        at += have >> 3;
        bits >>>= have & ~7;
        have &= 7;
        for (int i = 0; i < n; i++) {
            long token = tokens[i];
            int code = codes[(int) token & 0x1FF];
            int length = code & 15;
            long value = code >>> 4 | (token >>> 12 & 0x1F) << length;
            length += (int) (token >>> 9) & 7;
            code = distanceCodes[(int) (token >>> 17) & 0x1F];
            value |= (long) (code >>> 4) << length;
            length += code & 15;
            value |= token >>> 26 << length;
            length += (int) (token >>> 22) & 15;
            bits |= value << have;
            have += length;
            LONG.set(to, at, bits);
            at += have >> 3;
            bits >>>= have & ~7;
            have &= 7;
        }
        size = at;
        pending = bits;
        count = have;
    }

    /** Writes bytes by their codes. */
    void putBytes(byte[] plain, int from, int end, int[] codes) {
        ensure((end - from) * 2L);
        byte[] to = bytes;
        int at = size;
        long bits = pending;
        int have = count;
        for (int i = from; i < end; i++) {
            int code = codes[plain[i] & 0xFF];
            LONG.set(to, at, bits);
            at += have >> 3;
            bits >>>= have & ~7;
            have &= 7;
            bits |= (long) (code >>> 4) << have;
            have += code & 15;
        }
        size = at;
        pending = bits;
        count = have;
    }

    /**
     * Writes bytes and repeats of earlier ones by their codes.
     *
     * @param codes of bytes and lengths
     */
    void putGuided(
            RepeatingBytes plain,
            int from,
            int end,
            int firstRepeat,
            int endOfRepeats,
            int[] codes,
            int[] distanceCodes) {
        ensure((end - from) * 2L);
        byte[] to = bytes;
        int target = size;
        long bits = pending;
        int have = count;
        LONG.set(to, target, bits);
        target += have >> 3;
        bits >>>= have & ~7;
        have &= 7;
        byte[] source = plain.bytes();
        long[] repeats = plain.repeats();
        int at = from;
        for (int i = firstRepeat; i <= endOfRepeats; i++) {
            long repeat = i < endOfRepeats ? repeats[i] : (long) end << 32;
            int position = RepeatingBytes.position(repeat);
            // Three codes of up to 15 bits and 7 bits that are left fit into a long.
            for (; at + 2 < position; at += 3) {
                int first = codes[source[at] & 0xFF];
                int second = codes[source[at + 1] & 0xFF];
                int third = codes[source[at + 2] & 0xFF];
                int two = (first & 15) + (second & 15);
                bits |= (first >>> 4 | (long) (second >>> 4) << (first & 15) | (long) (third >>> 4) << two) << have;
                have += two + (third & 15);
                LONG.set(to, target, bits);
                target += have >> 3;
                bits >>>= have & ~7;
                have &= 7;
            }
            for (; at < position; at++) {
                int code = codes[source[at] & 0xFF];
                bits |= (long) (code >>> 4) << have;
                have += code & 15;
                LONG.set(to, target, bits);
                target += have >> 3;
                bits >>>= have & ~7;
                have &= 7;
            }
            if (i == endOfRepeats) {
                break;
            }
            int length = RepeatingBytes.length(repeat);
            at += length;
            int entry = Deflate.LENGTH[length - 3];
            int code = codes[entry & 0x1FF];
            long value = code >>> 4 | (entry >>> 12 & 0x1F) << (code & 15);
            int valueBits = (code & 15) + (entry >>> 9 & 7);
            int distance = RepeatingBytes.distance(repeat);
            int symbol = Deflate.symbol(distance);
            int extra = Math.max(0, (symbol >> 1) - 1);
            code = distanceCodes[symbol];
            value |= (code >>> 4 | (distance - 1L & (1L << extra) - 1) << (code & 15)) << valueBits;
            bits |= value << have;
            have += valueBits + (code & 15) + extra;
            LONG.set(to, target, bits);
            target += have >> 3;
            bits >>>= have & ~7;
            have &= 7;
        }
        size = target;
        pending = bits;
        count = have;
    }

    /** Goes on to the next whole byte, after which other parts may follow: an empty block without compression. */
    void endPart() {
        put(0, 3);
        align();
        put(0xFFFF0000L, 32);
    }

    private void ensure(long more) {
        if (size + more + 16 > bytes.length) {
            bytes = Arrays.copyOf(
                    bytes, (int) Math.min(Integer.MAX_VALUE - 16, Math.max(size + more + 16, bytes.length * 2L)));
        }
    }

    private void align() {
        put(0, -count & 7);
    }

    /** Whole bytes, the last of them filled up with zeros. */
    int size() {
        return size + (count + 7 >> 3);
    }

    /** Returns where the next byte goes. */
    int copyTo(byte[] target, int at) {
        System.arraycopy(bytes, 0, target, at, size);
        int end = at + size();
        for (int i = at + size; i < end; i++) {
            target[i] = (byte) (pending >>> 8 * (i - at - size));
        }
        return end;
    }
}
