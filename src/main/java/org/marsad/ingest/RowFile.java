package org.marsad.ingest;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * A file of rows, opened: plain, gzip or zip (its first file); UTF-8 with or without a byte order mark, UTF-16 with one,
 * or the single-byte encoding that its beginning gives away.
 *
 * @param charset of its lines; a line that is not of it is refused
 * @param unpacked what {@code in} reads from
 */
record RowFile(InputStream in, Charset charset, Unpacked unpacked) implements AutoCloseable {
    private static final int SAMPLE = 1 << 20;

    static RowFile open(Path file) throws IOException {
        var unpacked = new Unpacked(unpacked(new BufferedInputStream(Files.newInputStream(file), 1 << 16)));
        var in = new BufferedInputStream(unpacked, 1 << 16);
        in.mark(SAMPLE);
        byte[] sample = in.readNBytes(SAMPLE);
        in.reset();
        if (startsWith(sample, 0xFF, 0xFE)) {
            return new RowFile(asUtf8(in, StandardCharsets.UTF_16), StandardCharsets.UTF_8, unpacked);
        }
        if (startsWith(sample, 0xFE, 0xFF)) {
            return new RowFile(asUtf8(in, StandardCharsets.UTF_16), StandardCharsets.UTF_8, unpacked);
        }
        if (startsWith(sample, 0xEF, 0xBB, 0xBF)) {
            in.skipNBytes(3);
            return new RowFile(in, StandardCharsets.UTF_8, unpacked);
        }
        return new RowFile(in, charset(sample), unpacked);
    }

    /** Whether the file is packed and ends too early. */
    boolean isDamaged() {
        return unpacked.damaged;
    }

    /** A stream that ends where its packing is damaged, and remembers it. */
    static final class Unpacked extends FilterInputStream {
        private boolean damaged;

        Unpacked(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            try {
                return damaged ? -1 : super.read(into, offset, length);
            } catch (EOFException | ZipException e) {
                damaged = true;
                return -1;
            }
        }
    }

    private static InputStream unpacked(BufferedInputStream in) throws IOException {
        in.mark(4);
        byte[] magic = in.readNBytes(4);
        in.reset();
        if (startsWith(magic, 0x1F, 0x8B)) {
            return new GZIPInputStream(in, 1 << 16);
        }
        if (startsWith(magic, 'P', 'K', 3, 4)) {
            var zip = new ZipInputStream(in);
            zip.getNextEntry();
            return zip;
        }
        return in;
    }

    /** UTF-8, unless the sample has lines that are not and none beyond ASCII that is. */
    private static Charset charset(byte[] sample) {
        int good = 0;
        int bad = 0;
        var lines = new ByteLines(new ByteArrayInputStream(sample), SAMPLE);
        try {
            for (var line = lines.next(); line != null; line = lines.next()) {
                var bytes = line.bytes();
                boolean ascii = true;
                for (byte b : bytes) {
                    ascii &= b >= 0;
                }
                if (ascii) {
                    continue;
                }
                if (TextDecoder.strictly(bytes, 0, StandardCharsets.UTF_8) == null) {
                    bad++;
                } else {
                    good++;
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(e); // the array is in memory
        }
        // A sample may end in the middle of a character.
        if (bad <= 1 || good > 0) {
            return StandardCharsets.UTF_8;
        }
        var guessed = SingleByte.guess(sample);
        return guessed == null ? Charset.forName("windows-1252") : guessed;
    }

    private static InputStream asUtf8(InputStream in, Charset from) {
        Reader reader = new InputStreamReader(in, from);
        return new InputStream() {
            private final char[] chars = new char[1 << 13];
            private byte[] bytes = new byte[0];
            private int at;

            @Override
            public int read() throws IOException {
                return at < bytes.length || fill() ? bytes[at++] & 0xFF : -1;
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                if (at == bytes.length && !fill()) {
                    return -1;
                }
                int count = Math.min(length, bytes.length - at);
                System.arraycopy(bytes, at, into, offset, count);
                at += count;
                return count;
            }

            private boolean fill() throws IOException {
                int count = reader.read(chars, 0, chars.length - 1);
                if (count <= 0) {
                    return false;
                }
                if (Character.isHighSurrogate(chars[count - 1])) {
                    int low = reader.read();
                    if (low >= 0) {
                        chars[count++] = (char) low;
                    }
                }
                bytes = new String(chars, 0, count).getBytes(StandardCharsets.UTF_8);
                at = 0;
                return true;
            }

            @Override
            public void close() throws IOException {
                reader.close();
            }
        };
    }

    private static boolean startsWith(byte[] bytes, int... start) {
        for (int i = 0; i < start.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != start[i]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
