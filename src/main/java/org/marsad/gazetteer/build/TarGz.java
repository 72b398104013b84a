package org.marsad.gazetteer.build;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;

/** Reads files out of a gzipped tar archive (POSIX ustar, as npm writes it). */
final class TarGz {
    private static final int BLOCK = 512;

    private TarGz() {}

    /**
     * The bytes of one entry.
     *
     * @throws IOException where the archive is damaged or has no such entry
     */
    static byte[] read(Path archive, String entry) throws IOException {
        try (var in = new BufferedInputStream(new GZIPInputStream(Files.newInputStream(archive)))) {
            var header = new byte[BLOCK];
            while (in.readNBytes(header, 0, BLOCK) == BLOCK && header[0] != 0) {
                long size = octal(header, 124, 12);
                if (name(header).equals(entry)) {
                    return exactly(in, size);
                }
                in.skipNBytes((size + BLOCK - 1) / BLOCK * BLOCK);
            }
        }
        throw new IOException(archive + " holds no " + entry);
    }

    /** The bytes of each entry whose name is wanted, in one pass, by name. */
    static SortedMap<String, byte[]> readAll(Path archive, Predicate<String> wanted) throws IOException {
        var result = new TreeMap<String, byte[]>();
        try (var in = new BufferedInputStream(new GZIPInputStream(Files.newInputStream(archive)))) {
            var header = new byte[BLOCK];
            while (in.readNBytes(header, 0, BLOCK) == BLOCK && header[0] != 0) {
                long size = octal(header, 124, 12);
                long padding = (BLOCK - size % BLOCK) % BLOCK;
                if (wanted.test(name(header))) {
                    result.put(name(header), exactly(in, size));
                    in.skipNBytes(padding);
                } else {
                    in.skipNBytes(size + padding);
                }
            }
        }
        return result;
    }

    private static byte[] exactly(InputStream in, long size) throws IOException {
        var bytes = in.readNBytes(Math.toIntExact(size));
        if (bytes.length < size) {
            throw new EOFException("archive cut short");
        }
        return bytes;
    }

    private static String name(byte[] header) {
        var name = text(header, 0, 100);
        var prefix = text(header, 345, 155);
        return prefix.isEmpty() ? name : prefix + "/" + name;
    }

    private static String text(byte[] header, int from, int length) {
        int end = from;
        while (end < from + length && header[end] != 0) {
            end++;
        }
        return new String(header, from, end - from, StandardCharsets.UTF_8);
    }

    private static long octal(byte[] header, int from, int length) {
        return Long.parseLong(text(header, from, length).trim(), 8);
    }
}
