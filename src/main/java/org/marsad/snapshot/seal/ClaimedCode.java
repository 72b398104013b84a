package org.marsad.snapshot.seal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipInputStream;
import org.marsad.snapshot.SnapshotCode;

/**
 * Which snapshots a file says that it is of: by the link to check it, or by the code of a manifest. Looks into what PDF and
 * PPTX compress, and at each text of a PNG by itself, since the checksum behind a text may begin with a letter. What a file says proves nothing; it tells an altered file from a foreign one.
 */
final class ClaimedCode {
    private static final String CODE = "([0-9A-HJKMNP-TV-Z]{4}-?[0-9A-HJKMNP-TV-Z]{4})(?![0-9A-Za-z])";
    private static final Pattern CLAIM = Pattern.compile("(?:verify/|\"code\"\\s*:\\s*\")" + CODE);
    private static final byte[] STREAM = "stream".getBytes(StandardCharsets.US_ASCII);
    private static final int PNG_SIGNATURE = 8;
    /** Bytes of a chunk about its content: length, type, checksum. */
    private static final int PNG_FRAME = 12;

    private static final int PNG_TEXT = 0x69545874; // iTXt
    private static final int MOST_PART = 32 << 20;
    private static final int MOST_PARTS = 2000;

    private ClaimedCode() {}

    static Set<String> of(byte[] file) {
        var found = new LinkedHashSet<String>();
        look(file, found);
        if (startsWith(file, "PK")) {
            unzip(file, found);
        } else if (startsWith(file, "%PDF")) {
            inflate(file, found);
        } else if (startsWith(file, "\u0089PNG")) {
            readChunks(file, found);
        }
        return found;
    }

    private static void look(byte[] bytes, Set<String> found) {
        var claims = CLAIM.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
        while (claims.find() && found.size() < 100) {
            SnapshotCode.parse(claims.group(1)).ifPresent(found::add);
        }
    }

    private static void unzip(byte[] file, Set<String> found) {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            int parts = 0;
            while (zip.getNextEntry() != null && parts++ < MOST_PARTS) {
                look(zip.readNBytes(MOST_PART), found);
            }
        } catch (IOException | IllegalArgumentException e) {
            // damaged: what was found until then will do
        }
    }

    private static void inflate(byte[] file, Set<String> found) {
        int parts = 0;
        for (int at = indexOf(file, 0); at >= 0 && parts++ < MOST_PARTS; at = indexOf(file, at)) {
            int begin = at + STREAM.length;
            if (begin < file.length && file[begin] == '\r') {
                begin++;
            }
            begin++;
            at += STREAM.length;
            if (begin >= file.length) {
                return;
            }
            try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(file, begin, file.length - begin))) {
                look(in.readNBytes(MOST_PART), found);
            } catch (IOException e) {
                // not compressed, or damaged
            }
        }
    }

    private static void readChunks(byte[] file, Set<String> found) {
        var chunks = ByteBuffer.wrap(file);
        int parts = 0;
        for (int at = PNG_SIGNATURE; at + PNG_FRAME <= file.length && parts++ < MOST_PARTS; ) {
            int length = chunks.getInt(at);
            if (length < 0 || length > file.length - at - PNG_FRAME) {
                return; // damaged, or cut off
            }
            if (chunks.getInt(at + Integer.BYTES) == PNG_TEXT) {
                look(Arrays.copyOfRange(file, at + 2 * Integer.BYTES, at + 2 * Integer.BYTES + length), found);
            }
            at += PNG_FRAME + length;
        }
    }

    private static int indexOf(byte[] file, int from) {
        for (int i = from; i <= file.length - STREAM.length; i++) {
            int j = 0;
            while (j < STREAM.length && file[i + j] == STREAM[j]) {
                j++;
            }
            if (j == STREAM.length) {
                return i;
            }
        }
        return -1;
    }

    private static boolean startsWith(byte[] file, String text) {
        return file.length >= text.length()
                && new String(file, 0, text.length(), StandardCharsets.ISO_8859_1).equals(text);
    }
}
