package org.marsad.gazetteer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/** Opens a file that a user gave: plain text, gzip, or a zip as GeoNames sends its dumps; told apart by its first bytes. */
public final class RowSource {
    /** What a byte reads as that is no UTF-8. */
    static final char UNREADABLE = '\uFFFD';

    static final String NOT_UTF_8 =
            "not UTF-8; convert the file (iconv -f WINDOWS-1252 -t UTF-8, for example) and read it again";

    private RowSource() {}

    /**
     * Its text; bytes that are no UTF-8 read as U+FFFD.
     *
     * @throws IOException where it cannot be read, or is in UTF-16
     */
    public static BufferedReader open(Path file) throws IOException {
        var in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        try {
            return new BufferedReader(new InputStreamReader(content(in), UTF_8), 1 << 16);
        } catch (IOException e) {
            in.close();
            var damage = damage(e);
            throw new IOException(file + ": " + (damage == null ? e.getMessage() : damage), e);
        }
    }

    /** Why reading stopped early, for a user; null where it did for another reason than a damaged archive. */
    static @org.jspecify.annotations.Nullable String damage(IOException e) {
        if (e instanceof EOFException) {
            return "the compressed data end in the middle: the file is cut short";
        }
        return e instanceof ZipException ? "the compressed data are damaged (" + e.getMessage() + ")" : null;
    }

    private static InputStream content(BufferedInputStream in) throws IOException {
        in.mark(4);
        int first = in.read();
        int second = in.read();
        in.reset();
        if (first == 0x1F && second == 0x8B) {
            return new GZIPInputStream(in, 1 << 16);
        }
        if (first == 'P' && second == 'K') {
            return entry(new ZipInputStream(in));
        }
        if (first == 0xFF && second == 0xFE || first == 0xFE && second == 0xFF) {
            throw new IOException("in UTF-16, where UTF-8 is needed; convert it:  iconv -f UTF-16 -t UTF-8");
        }
        return in;
    }

    private static InputStream entry(ZipInputStream zip) throws IOException {
        for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            var name = entry.getName().toLowerCase(Locale.ROOT);
            boolean notes = name.contains("readme");
            if (!notes && (name.endsWith(".txt") || name.endsWith(".csv") || name.endsWith("json"))) {
                return zip;
            }
        }
        throw new IOException("a zip archive without a .txt, .csv or .json file in it");
    }
}
