package org.marsad.mapview.columns;

import java.util.Arrays;

/** Bytes with the few kinds of number that Protocol Buffers knows. */
final class ByteSink {
    private byte[] bytes;
    private int size;

    ByteSink(int capacity) {
        bytes = new byte[capacity];
    }

    int size() {
        return size;
    }

    void varint(long value) {
        ensure(10);
        size = put(bytes, size, value);
    }

    /** Makes room for so many bytes after those that are there; returns where to write them in {@link #bytes()}. */
    int reserve(int most) {
        ensure(most);
        return size;
    }

    /** The bytes themselves, until more room is made. */
    byte[] bytes() {
        return bytes;
    }

    /**
     * @param end where what was written into {@link #bytes()} ends
     */
    void written(int end) {
        size = end;
    }

    /** Writes a varint; returns where the next byte goes. */
    static int put(byte[] bytes, int from, long value) {
        int at = from;
        while ((value & ~0x7FL) != 0) {
            bytes[at++] = (byte) (value & 0x7F | 0x80);
            value >>>= 7;
        }
        bytes[at++] = (byte) value;
        return at;
    }

    void octet(byte value) {
        ensure(1);
        bytes[size++] = value;
    }

    /** A field's number and wire type: 0 varint, 2 length-delimited. */
    void tag(int field, int wireType) {
        varint((long) field << 3 | wireType);
    }

    void string(int field, String text) {
        byte[] utf8 = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        tag(field, 2);
        varint(utf8.length);
        append(utf8, utf8.length);
    }

    void append(byte[] source, int length) {
        ensure(length);
        System.arraycopy(source, 0, bytes, size, length);
        size += length;
    }

    void append(ByteSink other) {
        append(other.bytes, other.size);
    }

    void clear() {
        size = 0;
    }

    byte[] toByteArray() {
        return size == bytes.length ? bytes : Arrays.copyOf(bytes, size);
    }

    static int varintSize(long value) {
        return (70 - Long.numberOfLeadingZeros(value | 1)) / 7;
    }

    static long zigzag(int value) {
        return (long) (value << 1 ^ value >> 31) & 0xFFFFFFFFL;
    }

    private void ensure(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size + more, bytes.length * 2));
        }
    }
}
