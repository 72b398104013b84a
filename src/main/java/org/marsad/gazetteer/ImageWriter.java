package org.marsad.gazetteer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.List;
import java.util.zip.CRC32C;

/** Writes arrays into a file, each after its length, little-endian, and a checksum at the end. */
final class ImageWriter {
    private final FileChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 20).order(ByteOrder.LITTLE_ENDIAN);
    private final CRC32C checksum = new CRC32C();

    ImageWriter(FileChannel channel) {
        this.channel = channel;
    }

    void integer(int value) throws IOException {
        room(Integer.BYTES).putInt(value);
    }

    void text(String value) throws IOException {
        bytes(value.getBytes(UTF_8));
    }

    void texts(List<String> values) throws IOException {
        integer(values.size());
        for (var value : values) {
            text(value);
        }
    }

    void bytes(byte[] values) throws IOException {
        integer(values.length);
        for (int from = 0; from < values.length; ) {
            int length = Math.min(values.length - from, room(1).remaining());
            buffer.put(values, from, length);
            from += length;
        }
    }

    void shorts(short[] values) throws IOException {
        integer(values.length);
        for (short value : values) {
            room(Short.BYTES).putShort(value);
        }
    }

    void ints(int[] values) throws IOException {
        integer(values.length);
        for (int value : values) {
            room(Integer.BYTES).putInt(value);
        }
    }

    void longs(long[] values) throws IOException {
        integer(values.length);
        for (long value : values) {
            room(Long.BYTES).putLong(value);
        }
    }

    void floats(float[] values) throws IOException {
        integer(values.length);
        for (float value : values) {
            room(Float.BYTES).putFloat(value);
        }
    }

    /** Writes the checksum of all before it, and sees the file onto the disk. */
    void finish() throws IOException {
        flush();
        buffer.putLong(checksum.getValue());
        buffer.flip();
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        channel.force(true);
    }

    private ByteBuffer room(int bytes) throws IOException {
        if (buffer.remaining() < bytes) {
            flush();
        }
        return buffer;
    }

    private void flush() throws IOException {
        buffer.flip();
        checksum.update(buffer.duplicate());
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        buffer.clear();
    }
}
