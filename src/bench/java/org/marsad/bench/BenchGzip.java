package org.marsad.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;

/** Reads answers that may be compressed. */
final class BenchGzip {
    private BenchGzip() {}

    static byte[] plain(byte[] body) {
        if (body.length < 2 || body[0] != 0x1f || body[1] != (byte) 0x8b) {
            return body;
        }
        try (var in = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
