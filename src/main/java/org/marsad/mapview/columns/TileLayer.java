package org.marsad.mapview.columns;

import java.util.Arrays;

/**
 * One layer of point features of a vector tile, version 2.1 of the Mapbox specification, extent 4096, with whole
 * numbers as attributes. Each value is written once and referred to by its index.
 */
final class TileLayer {
    static final int EXTENT = 4096;

    private final String name;
    private final String[] keys;
    private final ByteSink features;
    private final ByteSink values = new ByteSink(1024);
    private int valueCount;
    // Open addressing from a value to its index: no boxing on a path that runs a million times a tile.
    private long[] slots = new long[256];
    private int[] indexes = new int[256];

    TileLayer(String name, int expectedFeatures, String... keys) {
        this.name = name;
        this.keys = keys;
        this.features = new ByteSink(64 + expectedFeatures * 24);
        Arrays.fill(indexes, -1);
    }

    /**
     * @param id feature id, or -1 for none
     * @param x of 4096, from the tile's left
     * @param y of 4096, from the tile's top
     * @param first index of the first attribute's value, from {@link #value}; the others follow in the order of the keys
     */
    void point(long id, int x, int y, int first, int second, int third, int fourth) {
        int tags = keys.length;
        int tagBytes = tags // key indexes are below 128
                + ByteSink.varintSize(first)
                + (tags > 1 ? ByteSink.varintSize(second) : 0)
                + (tags > 2 ? ByteSink.varintSize(third) : 0)
                + (tags > 3 ? ByteSink.varintSize(fourth) : 0);
        long zx = ByteSink.zigzag(x);
        long zy = ByteSink.zigzag(y);
        int geometryBytes = 1 + ByteSink.varintSize(zx) + ByteSink.varintSize(zy);
        int length = (id < 0 ? 0 : 1 + ByteSink.varintSize(id)) + 2 + tagBytes + 2 + 2 + geometryBytes;
        features.tag(2, 2);
        features.varint(length);
        if (id >= 0) {
            features.tag(1, 0);
            features.varint(id);
        }
        features.tag(2, 2);
        features.varint(tagBytes);
        features.varint(0);
        features.varint(first);
        if (tags > 1) {
            features.varint(1);
            features.varint(second);
        }
        if (tags > 2) {
            features.varint(2);
            features.varint(third);
        }
        if (tags > 3) {
            features.varint(3);
            features.varint(fourth);
        }
        features.tag(3, 0);
        features.varint(1); // POINT
        features.tag(4, 2);
        features.varint(geometryBytes);
        features.varint(9); // MoveTo, once
        features.varint(zx);
        features.varint(zy);
    }

    /** The index of an attribute's value in the layer. */
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

    boolean isEmpty() {
        return features.size() == 0;
    }

    /** The tile with this one layer; no bytes at all for an empty one. */
    byte[] tile() {
        if (isEmpty()) {
            return new byte[0];
        }
        var layer = new ByteSink(features.size() + values.size() + 128);
        layer.string(1, name);
        byte[] all = features.toByteArray();
        layer.append(all, all.length);
        for (var key : keys) {
            layer.string(3, key);
        }
        all = values.toByteArray();
        layer.append(all, all.length);
        layer.tag(5, 0);
        layer.varint(EXTENT);
        layer.tag(15, 0);
        layer.varint(2);
        var tile = new ByteSink(layer.size() + 16);
        tile.message(3, layer);
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
