package org.marsad.web;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.zip.CRC32;
import org.marsad.mapview.columns.RepeatingBytes;

/** Compression that costs least: the map's answers are made to be small before it. Large ones are shared by all processors. */
public final class Gzip {
    /** Bytes below which an answer goes out in one packet anyway. */
    public static final int WORTH_IT = 1000;

    /** Bytes that pay to be handed to another thread. */
    private static final int SHARED = 1 << 16;

    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

    private static final byte[] HEAD = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 4, (byte) 255};
    private static final BlockingQueue<Deflate> IDLE = new ArrayBlockingQueue<>(2 * PROCESSORS);
    private static final BlockingQueue<GuidedDeflate> IDLE_GUIDED = new ArrayBlockingQueue<>(2 * PROCESSORS);

    private Gzip() {}

    /**
     * A part of a file.
     *
     * @param done lets what holds the bits be used again
     */
    private record Part(BitSink bits, Runnable done) {}

    /** A whole file of the GZIP format (RFC 1952). */
    public static byte[] fast(byte[] plain) {
        var parts = new ArrayList<Supplier<Part>>();
        int each = each(plain);
        int from = 0;
        for (; plain.length - from > each; from += each) {
            int begin = from;
            parts.add(() -> searched(plain, begin, begin + each, false));
        }
        int last = from;
        parts.add(() -> searched(plain, last, plain.length, true));
        return file(plain, parts);
    }

    /** The same of bytes of which it is known what repeats. */
    public static byte[] fast(RepeatingBytes plain) {
        byte[] bytes = plain.bytes();
        long[] repeats = plain.repeats();
        if (repeats.length == 0) {
            return fast(bytes);
        }
        var parts = new ArrayList<Supplier<Part>>();
        int each = each(bytes);
        int from = 0;
        int repeat = 0;
        for (int next = 0; bytes.length - from > each && next < repeats.length; next++) {
            int position = RepeatingBytes.position(repeats[next]);
            if (position - from >= each) {
                int begin = from;
                int first = repeat;
                int end = next;
                parts.add(() -> guided(plain, begin, position, first, end, false));
                from = position;
                repeat = next;
            }
        }
        int last = from;
        int first = repeat;
        parts.add(() -> guided(plain, last, bytes.length, first, repeats.length, true));
        return file(bytes, parts);
    }

    private static int each(byte[] plain) {
        return Math.max(SHARED, plain.length / PROCESSORS + 1);
    }

    private static byte[] file(byte[] plain, List<Supplier<Part>> suppliers) {
        var others = suppliers.subList(0, suppliers.size() - 1).stream()
                .map(CompletableFuture::supplyAsync)
                .toList();
        // The last one here, while the others are under way.
        var last = suppliers.getLast().get();
        var parts = new ArrayList<Part>();
        others.forEach(part -> parts.add(part.join()));
        parts.add(last);
        int size = HEAD.length + 8;
        for (var part : parts) {
            size += part.bits().size();
        }
        byte[] result = new byte[size];
        System.arraycopy(HEAD, 0, result, 0, HEAD.length);
        int at = HEAD.length;
        for (var part : parts) {
            at = part.bits().copyTo(result, at);
            part.done().run();
        }
        var crc = new CRC32();
        crc.update(plain);
        at = littleEndian((int) crc.getValue(), result, at);
        littleEndian(plain.length, result, at);
        return result;
    }

    private static Part searched(byte[] plain, int from, int to, boolean end) {
        var idle = IDLE.poll();
        var deflate = idle == null ? new Deflate() : idle;
        return new Part(deflate.part(plain, from, to, end), () -> IDLE.offer(deflate));
    }

    private static Part guided(RepeatingBytes plain, int from, int to, int firstRepeat, int endOfRepeats, boolean end) {
        var idle = IDLE_GUIDED.poll();
        var deflate = idle == null ? new GuidedDeflate() : idle;
        return new Part(
                deflate.part(plain, from, to, firstRepeat, endOfRepeats, end), () -> IDLE_GUIDED.offer(deflate));
    }

    private static int littleEndian(int value, byte[] into, int at) {
        for (int i = 0; i < 4; i++) {
            into[at + i] = (byte) (value >>> 8 * i);
        }
        return at + 4;
    }

    static boolean is(byte[] bytes) {
        return bytes.length > 2 && bytes[0] == 0x1f && bytes[1] == (byte) 0x8b;
    }
}
