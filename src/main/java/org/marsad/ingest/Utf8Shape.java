package org.marsad.ingest;

/**
 * How far some bytes are UTF-8.
 *
 * @param characters well-formed ones of more than one byte
 * @param broken bytes that fit nowhere; an unfinished character at the end is not counted
 * @param isCut whether the last character is unfinished
 */
record Utf8Shape(long characters, long broken, boolean isCut) {
    static Utf8Shape of(byte[] bytes, int from) {
        long characters = 0;
        long broken = 0;
        for (int at = from; at < bytes.length; ) {
            int first = bytes[at] & 0xFF;
            if (first < 0x80) {
                at++;
                continue;
            }
            int length = first >= 0xF0 && first < 0xF5 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 0;
            int follow = 1;
            while (follow < length && at + follow < bytes.length && (bytes[at + follow] & 0xC0) == 0x80) {
                follow++;
            }
            if (length > 0 && first < 0xF5 && follow == length) {
                characters++;
                at += length;
            } else if (length > 0 && first < 0xF5 && at + follow == bytes.length) {
                return new Utf8Shape(characters, broken, true);
            } else {
                broken++;
                at++;
            }
        }
        return new Utf8Shape(characters, broken, false);
    }
}
