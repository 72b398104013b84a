package org.marsad.gazetteer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/** Reads what {@link ImageWriter} wrote. */
final class ImageReader {
    private final ByteBuffer buffer;

    /**
     * @param content a whole file
     * @throws IOException where its checksum is not that of its content
     */
    ImageReader(ByteBuffer content) throws IOException {
        int end = content.limit() - Long.BYTES;
        if (end < 0) {
            throw new IOException("cut short");
        }
        buffer = content.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        var checksum = new CRC32C();
        checksum.update(content.duplicate().limit(end));
        if (buffer.getLong(end) != checksum.getValue()) {
            throw new IOException("damaged: its checksum does not fit");
        }
        buffer.limit(end);
    }

    int integer() throws IOException {
        try {
            return buffer.getInt();
        } catch (BufferUnderflowException e) {
            throw new IOException("cut short", e);
        }
    }

    String text() throws IOException {
        return new String(bytes(), UTF_8);
    }

    List<String> texts() throws IOException {
        int size = integer();
        var values = new ArrayList<String>(size);
        for (int i = 0; i < size; i++) {
            values.add(text());
        }
        return List.copyOf(values);
    }

    byte[] bytes() throws IOException {
        var values = new byte[length(1)];
        buffer.get(values);
        return values;
    }

    short[] shorts() throws IOException {
        var values = new short[length(Short.BYTES)];
        buffer.asShortBuffer().get(values);
        skip(values.length, Short.BYTES);
        return values;
    }

    int[] ints() throws IOException {
        var values = new int[length(Integer.BYTES)];
        buffer.asIntBuffer().get(values);
        skip(values.length, Integer.BYTES);
        return values;
    }

    long[] longs() throws IOException {
        var values = new long[length(Long.BYTES)];
        buffer.asLongBuffer().get(values);
        skip(values.length, Long.BYTES);
        return values;
    }

    float[] floats() throws IOException {
        var values = new float[length(Float.BYTES)];
        buffer.asFloatBuffer().get(values);
        skip(values.length, Float.BYTES);
        return values;
    }

    private int length(int size) throws IOException {
        int length = integer();
        if (length < 0 || (long) length * size > buffer.remaining()) {
            throw new IOException("damaged: an array of " + length);
        }
        return length;
    }

    private void skip(int values, int size) {
        buffer.position(buffer.position() + values * size);
    }
}
