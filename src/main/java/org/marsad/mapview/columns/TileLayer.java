package org.marsad.mapview.columns;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One layer of point features of a vector tile, version 2.1 of the Mapbox specification, extent 4096. Each value is written
 * once and referred to by its index.
 */
final class TileLayer {
    static final int EXTENT = 4096;

    private final String name;
    private final String[] keys;
    private final ByteSink values = new ByteSink(1024);
    private int valueCount;
    private int featuresFrom;
    // Open addressing from a value to its index: no boxing on a path that runs a million times a tile.
    private long[] slots = new long[256];
    private int[] indexes = new int[256];

    TileLayer(String name, String... keys) {
        this.name = name;
        this.keys = keys;
        Arrays.fill(indexes, -1);
    }

    /**
     * Writes a feature of several points, without an id.
     *
     * @param geometry for each point, from the one before, x and y as zigzag varints
     */
    static void points(ByteSink features, int count, ByteSink geometry, int[] valueOfKey) {
        int tagBytes = tagBytes(valueOfKey);
        long moveTo = (long) count << 3 | 1;
        int geometryBytes = ByteSink.varintSize(moveTo) + geometry.size();
        features.tag(2, 2);
        features.varint(2 + tagBytes + 2 + 1 + ByteSink.varintSize(geometryBytes) + geometryBytes);
        tags(features, tagBytes, valueOfKey);
        features.tag(4, 2);
        features.varint(geometryBytes);
        features.varint(moveTo);
        features.append(geometry);
    }

    private static int tagBytes(int[] valueOfKey) {
        int bytes = 0;
        for (int value : valueOfKey) {
            bytes += value < 0 ? 0 : 1 + ByteSink.varintSize(value);
        }
        return bytes;
    }

    /** At most 127 bytes, since keys are few. */
    private static void tags(ByteSink features, int tagBytes, int[] valueOfKey) {
        features.tag(2, 2);
        features.varint(tagBytes);
        for (int key = 0; key < valueOfKey.length; key++) {
            if (valueOfKey[key] >= 0) {
                features.varint(key);
                features.varint(valueOfKey[key]);
            }
        }
        features.tag(3, 0);
        features.varint(1); // POINT
    }

    /** The index of a text in the layer; to be asked once for each. */
    int value(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        values.tag(4, 2);
        values.varint(1 + ByteSink.varintSize(utf8.length) + utf8.length);
        values.tag(1, 2);
        values.varint(utf8.length);
        values.append(utf8, utf8.length);
        return valueCount++;
    }

    /** The index of a number in the layer. */
    int value(long value) {
        int mask = slots.length - 1;
        int at = (int) (value * 0x9E3779B97F4A7C15L >>> 40) & mask;
        while (indexes[at] >= 0) {
            if (slots[at] == value) {
                return indexes[at];
            }
            at = at + 1 & mask;
        }
        slots[at] = value;
        indexes[at] = append(value);
        if (valueCount * 2 > slots.length) {
            rehash();
        }
        return valueCount - 1;
    }

    /** The index of a number that has not been asked for before, and will not be again. */
    int append(long value) {
        values.tag(4, 2);
        if (value >= 0) {
            values.varint(1 + ByteSink.varintSize(value));
            values.tag(5, 0);
            values.varint(value);
        } else {
            long zigzag = value << 1 ^ value >> 63;
            values.varint(1 + ByteSink.varintSize(zigzag));
            values.tag(6, 0);
            values.varint(zigzag);
        }
        return valueCount++;
    }

    /** The tile with this one layer; no bytes at all for an empty one. */
    byte[] tile(ByteSink features) {
        if (features.size() == 0) {
            return new byte[0];
        }
        var head = new ByteSink(64);
        head.string(1, name);
        var tail = new ByteSink(values.size() + 256);
        for (var key : keys) {
            tail.string(3, key);
        }
        tail.append(values);
        tail.tag(5, 0);
        tail.varint(EXTENT);
        tail.tag(15, 0);
        tail.varint(2);
        int size = head.size() + features.size() + tail.size();
        var tile = new ByteSink(1 + ByteSink.varintSize(size) + size);
        tile.tag(3, 2);
        tile.varint(size);
        tile.append(head);
        featuresFrom = tile.size();
        tile.append(features);
        tile.append(tail);
        return tile.toByteArray();
    }

    /** Where in the tile that was made the features begin. */
    int featuresFrom() {
        return featuresFrom;
    }

    private void rehash() {
        long[] oldSlots = slots;
        int[] oldIndexes = indexes;
        slots = new long[oldSlots.length * 2];
        indexes = new int[slots.length];
        Arrays.fill(indexes, -1);
        int mask = slots.length - 1;
        for (int i = 0; i < oldSlots.length; i++) {
            if (oldIndexes[i] >= 0) {
                int at = (int) (oldSlots[i] * 0x9E3779B97F4A7C15L >>> 40) & mask;
                while (indexes[at] >= 0) {
                    at = at + 1 & mask;
                }
                slots[at] = oldSlots[i];
                indexes[at] = oldIndexes[i];
            }
        }
    }
}
