package org.marsad.ingest;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Finds out how a text is encoded: by its byte order mark, else by what is valid (UTF-8, UTF-16), else by which
 * single-byte encoding of Arabic or French gives likely letters.
 */
public final class TextDecoder {
    /** Of a thousand characters beyond ASCII in a UTF-8 text, so many may be broken. */
    private static final int BROKEN_PER_THOUSAND = 50;

    /** Control characters in a thousand that make a file binary. */
    private static final int CONTROLS_PER_THOUSAND = 3;

    private TextDecoder() {}

    /** The text of a whole file. */
    public static Decoded decode(byte[] bytes) {
        if (bytes.length == 0) {
            return new Decoded.Refusal("it is empty");
        }
        var kind = FileKinds.find(bytes);
        if (kind.isPresent()) {
            return new Decoded.Refusal(kind.get());
        }
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return utf8(bytes, 3);
        }
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return Utf16.decode(bytes, 2, StandardCharsets.UTF_16LE);
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return Utf16.decode(bytes, 2, StandardCharsets.UTF_16BE);
        }
        var wide = Utf16.guess(bytes);
        if (wide != null) {
            return Utf16.decode(bytes, 0, wide);
        }
        return hasTooManyControls(bytes) ? new Decoded.Refusal("it is a binary file, not text") : narrow(bytes);
    }

    private static Decoded narrow(byte[] bytes) {
        var utf8 = utf8(bytes, 0);
        if (utf8 instanceof Decoded.Text) {
            return utf8;
        }
        var shape = Utf8Shape.of(bytes, 0);
        if (shape.characters() > 0 && shape.broken() == 0 && shape.isCut()) {
            return new Decoded.Refusal(
                    "it is UTF-8 text that ends in the middle of a character:" + " the file was cut off, get it again");
        }
        if (shape.broken() * 1000L <= shape.characters() * (long) BROKEN_PER_THOUSAND) {
            return new Decoded.Text(new String(bytes, StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        }
        var charset = SingleByte.guess(bytes);
        return charset == null
                ? new Decoded.Refusal("its encoding cannot be told; save it as UTF-8")
                : new Decoded.Text(new String(bytes, charset), charset);
    }

    private static Decoded utf8(byte[] bytes, int from) {
        var text = strictly(bytes, from, StandardCharsets.UTF_8);
        if (text != null) {
            return new Decoded.Text(text, StandardCharsets.UTF_8);
        }
        return new Decoded.Refusal(
                Utf8Shape.of(bytes, from).isCut()
                        ? "it is UTF-8 text that ends in the middle of a character: the file was cut off, get it again"
                        : "it begins as UTF-8 but is not UTF-8 throughout; save it as UTF-8");
    }

    /** The text, or null where some bytes are not of this encoding. */
    static @Nullable String strictly(byte[] bytes, int from, Charset charset) {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private static boolean hasTooManyControls(byte[] bytes) {
        long controls = 0;
        for (byte b : bytes) {
            if (b == 0) {
                return true;
            }
            controls += b > 0 && b < ' ' && b != '\n' && b != '\r' && b != '\t' && b != '\f' && b != 0x1B ? 1 : 0;
        }
        return controls * 1000 > (long) bytes.length * CONTROLS_PER_THOUSAND;
    }

    private static boolean startsWith(byte[] bytes, int... start) {
        for (int i = 0; i < start.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != start[i]) {
                return false;
            }
        }
        return true;
    }
}
