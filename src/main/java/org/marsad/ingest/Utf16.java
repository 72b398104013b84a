package org.marsad.ingest;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** UTF-16, with or without a byte order mark. */
final class Utf16 {
    private static final int SAMPLE = 1 << 16;

    private Utf16() {}

    static Decoded decode(byte[] bytes, int from, Charset charset) {
        if ((bytes.length - from) % 2 != 0) {
            return new Decoded.Refusal(
                    "it is UTF-16 text with half a character at its end:" + " the file was cut off, get it again");
        }
        var text = TextDecoder.strictly(bytes, from, charset);
        if (text != null) {
            return text.isBlank() ? new Decoded.Refusal("it is empty") : new Decoded.Text(text, charset);
        }
        boolean cut = isHighSurrogate(bytes, charset);
        return new Decoded.Refusal(
                cut
                        ? "it is UTF-16 text with half a character at its end: the file was cut off, get it again"
                        : "it looks like UTF-16 text but is damaged; save it as UTF-8");
    }

    private static boolean isHighSurrogate(byte[] bytes, Charset charset) {
        int high = bytes[charset.equals(StandardCharsets.UTF_16LE) ? bytes.length - 1 : bytes.length - 2] & 0xFC;
        return high == 0xD8;
    }

    /** The byte order of a text without a mark, or null where it is no UTF-16: then blanks hold no zero byte. */
    static @Nullable Charset guess(byte[] bytes) {
        int length = Math.min(bytes.length, SAMPLE) & ~1;
        int zeros = 0;
        int little = 0;
        int big = 0;
        for (int at = 0; at < length; at += 2) {
            int first = bytes[at] & 0xFF;
            int second = bytes[at + 1] & 0xFF;
            zeros += first == 0 || second == 0 ? 1 : 0;
            little += isLikely(second, first) ? 1 : 0;
            big += isLikely(first, second) ? 1 : 0;
        }
        int units = length / 2;
        if (units == 0 || zeros * 50 < units || Math.max(little, big) * 10 < units * 9) {
            return null;
        }
        return little >= big ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
    }

    /** Whether a unit is one of the characters that Arabic, French and English texts are made of. */
    private static boolean isLikely(int high, int low) {
        return switch (high) {
            case 0x00 -> low >= 0x20 && low != 0x7F || low == '\n' || low == '\r' || low == '\t';
            case 0x01 -> low >= 0x50 && low <= 0x7F;
            case 0x06 -> low >= 0x0C;
            case 0x20 -> low >= 0x0A && low <= 0x3A || low == 0xAC;
            case 0xFB, 0xFC, 0xFD, 0xFE -> true;
            default -> false;
        };
    }
}
