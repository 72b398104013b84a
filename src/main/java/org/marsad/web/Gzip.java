package org.marsad.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Compression at the level that costs least: the map's answers are made to be small before it. */
final class Gzip {
    /** Bytes below which an answer goes out in one packet anyway. */
    static final int WORTH_IT = 1000;

    private Gzip() {}

    static byte[] fast(byte[] plain) {
        var bytes = new ByteArrayOutputStream(plain.length / 3 + 64);
        try (var out = new GZIPOutputStream(bytes, 1 << 14) {
            {
                def.setLevel(Deflater.BEST_SPEED);
            }
        }) {
            out.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static boolean is(byte[] bytes) {
        return bytes.length > 2 && bytes[0] == 0x1f && bytes[1] == (byte) 0x8b;
    }
}
