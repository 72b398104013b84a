package org.marsad.testing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads point tiles back, by the specification and apart from the code that writes them. */
public final class VectorTile {
    /** A point of a feature; features of several points come as several, with equal attributes. */
    public record Feature(String layer, long id, int x, int y, Map<String, Object> attributes) {
        /** A number, 0 where there is none. */
        public long number(String key) {
            return attributes.get(key) instanceof Long number ? number : 0;
        }
    }

    private final byte[] bytes;
    private int at;

    private VectorTile(byte[] bytes) {
        this.bytes = bytes;
    }

    public static List<Feature> read(byte[] tile) {
        var result = new ArrayList<Feature>();
        var outer = new VectorTile(tile);
        while (outer.at < tile.length) {
            outer.varint();
            layer(new VectorTile(outer.chunk()), result);
        }
        return result;
    }

    private static void layer(VectorTile layer, List<Feature> result) {
        var features = new ArrayList<byte[]>();
        var keys = new ArrayList<String>();
        var values = new ArrayList<Object>();
        var name = "";
        while (layer.at < layer.bytes.length) {
            int tag = (int) layer.varint();
            switch (tag >> 3) {
                case 1 -> name = new String(layer.chunk(), StandardCharsets.UTF_8);
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
        for (var feature : features) {
            feature(name, feature, keys, values, result);
        }
    }

    private static void feature(
            String layer, byte[] bytes, List<String> keys, List<Object> values, List<Feature> result) {
        var in = new VectorTile(bytes);
        long id = -1;
        var attributes = new LinkedHashMap<String, Object>();
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
                    int count = (int) (geometry.varint() >> 3);
                    int x = 0;
                    int y = 0;
                    for (int i = 0; i < count; i++) {
                        x += (int) unzigzag(geometry.varint());
                        y += (int) unzigzag(geometry.varint());
                        result.add(new Feature(layer, id, x, y, attributes));
                    }
                }
                default -> in.varint();
            }
        }
    }

    private static Object value(byte[] bytes) {
        var in = new VectorTile(bytes);
        int field = (int) in.varint() >> 3;
        if (field == 1) {
            return new String(in.chunk(), StandardCharsets.UTF_8);
        }
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
        var chunk = Arrays.copyOfRange(bytes, at, at + length);
        at += length;
        return chunk;
    }
}
