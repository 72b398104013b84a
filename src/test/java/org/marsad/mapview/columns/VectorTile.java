package org.marsad.mapview.columns;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads point tiles back, by the specification and apart from the code that writes them. */
final class VectorTile {
    record Feature(long id, int x, int y, Map<String, Long> attributes) {}

    private final byte[] bytes;
    private int at;

    private VectorTile(byte[] bytes) {
        this.bytes = bytes;
    }

    static List<Feature> read(byte[] tile) {
        var features = new ArrayList<byte[]>();
        var keys = new ArrayList<String>();
        var values = new ArrayList<Long>();
        var outer = new VectorTile(tile);
        while (outer.at < tile.length) {
            outer.varint();
            var layer = new VectorTile(outer.chunk());
            while (layer.at < layer.bytes.length) {
                int tag = (int) layer.varint();
                switch (tag >> 3) {
                    case 2 -> features.add(layer.chunk());
                    case 3 -> keys.add(new String(layer.chunk(), StandardCharsets.UTF_8));
                    case 4 -> values.add(value(layer.chunk()));
                    default -> {
                        if ((tag & 7) == 2) {
                            layer.chunk();
                        } else {
                            layer.varint();
                        }
                    }
                }
            }
        }
        return features.stream().map(bytes -> feature(bytes, keys, values)).toList();
    }

    private static Feature feature(byte[] bytes, List<String> keys, List<Long> values) {
        var in = new VectorTile(bytes);
        long id = -1;
        var attributes = new LinkedHashMap<String, Long>();
        int x = 0;
        int y = 0;
        while (in.at < bytes.length) {
            int tag = (int) in.varint();
            switch (tag >> 3) {
                case 1 -> id = in.varint();
                case 2 -> {
                    var tags = new VectorTile(in.chunk());
                    while (tags.at < tags.bytes.length) {
                        attributes.put(keys.get((int) tags.varint()), values.get((int) tags.varint()));
                    }
                }
                case 4 -> {
                    var geometry = new VectorTile(in.chunk());
                    geometry.varint();
                    x = (int) unzigzag(geometry.varint());
                    y = (int) unzigzag(geometry.varint());
                }
                default -> in.varint();
            }
        }
        return new Feature(id, x, y, attributes);
    }

    private static long value(byte[] bytes) {
        var in = new VectorTile(bytes);
        int field = (int) in.varint() >> 3;
        long raw = in.varint();
        return field == 6 ? unzigzag(raw) : raw;
    }

    private static long unzigzag(long raw) {
        return raw >>> 1 ^ -(raw & 1);
    }

    private long varint() {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = bytes[at++];
            value |= (long) (next & 0x7F) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }

    private byte[] chunk() {
        int length = (int) varint();
        var chunk = java.util.Arrays.copyOfRange(bytes, at, at + length);
        at += length;
        return chunk;
    }
}
