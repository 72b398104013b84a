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
    private final ByteSink features;
    private final ByteSink values = new ByteSink(1024);
    private int valueCount;
    private int featureCount;
    // Open addressing from a value to its index: no boxing on a path that runs a million times a tile.
    private long[] slots = new long[256];
    private int[] indexes = new int[256];

    /**
     * @param expectedBytes of the features
     */
    TileLayer(String name, int expectedBytes, String... keys) {
        this.name = name;
        this.keys = keys;
        this.features = new ByteSink(expectedBytes);
        Arrays.fill(indexes, -1);
    }

    int features() {
        return featureCount;
    }

    /**
     * @param id feature id
     * @param x of 4096, from the tile's left
     * @param y of 4096, from the tile's top
     * @param valueOfKey for each key, the index of its value, or -1 where the feature has none
     */
    void point(long id, int x, int y, int[] valueOfKey) {
        // At most: 2 for the feature, 11 for its id, 4 and 11 a key for its tags, 15 for its place; all lengths fit one
        // byte.
        int at = features.reserve(32 + 11 * valueOfKey.length);
        byte[] bytes = features.bytes();
        int start = at;
        at += 2;
        bytes[at++] = 1 << 3;
        at = ByteSink.put(bytes, at, id);
        bytes[at++] = 2 << 3 | 2;
        int tags = at++;
        for (int key = 0; key < valueOfKey.length; key++) {
            if (valueOfKey[key] >= 0) {
                bytes[at++] = (byte) key;
                at = ByteSink.put(bytes, at, valueOfKey[key]);
            }
        }
        bytes[tags] = (byte) (at - tags - 1);
        bytes[at++] = 3 << 3;
        bytes[at++] = 1; // POINT
        bytes[at++] = 4 << 3 | 2;
        int geometry = at++;
        bytes[at++] = 9; // MoveTo, once
        at = ByteSink.put(bytes, at, ByteSink.zigzag(x));
        at = ByteSink.put(bytes, at, ByteSink.zigzag(y));
        bytes[geometry] = (byte) (at - geometry - 1);
        bytes[start] = 2 << 3 | 2;
        bytes[start + 1] = (byte) (at - start - 2);
        features.written(at);
        featureCount++;
    }

    /**
     * A feature of several points, without an id.
     *
     * @param geometry for each point, from the one before, x and y as zigzag varints
     */
    void points(int count, ByteSink geometry, int[] valueOfKey) {
        int tagBytes = tagBytes(valueOfKey);
        long moveTo = (long) count << 3 | 1;
        int geometryBytes = ByteSink.varintSize(moveTo) + geometry.size();
        features.tag(2, 2);
        features.varint(2 + tagBytes + 2 + 1 + ByteSink.varintSize(geometryBytes) + geometryBytes);
        tags(tagBytes, valueOfKey);
        features.tag(4, 2);
        features.varint(geometryBytes);
        features.varint(moveTo);
        features.append(geometry);
        featureCount++;
    }

    private static int tagBytes(int[] valueOfKey) {
        int bytes = 0;
        for (int value : valueOfKey) {
            bytes += value < 0 ? 0 : 1 + ByteSink.varintSize(value);
        }
        return bytes;
    }

    /** At most 127 bytes, since keys are few. */
    private void tags(int tagBytes, int[] valueOfKey) {
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
        indexes[at] = valueCount;
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
        if (++valueCount * 2 > slots.length) {
            rehash();
        }
        return valueCount - 1;
    }

    /** The tile with this one layer; no bytes at all for an empty one. */
    byte[] tile() {
        if (featureCount == 0) {
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
        tile.append(features);
        tile.append(tail);
        return tile.toByteArray();
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
