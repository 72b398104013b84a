package org.marsad.mapview.columns;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Which rows are near which borders. For each border and bucket, the rows ascending: the gap to the row before as a
 * varint, then the distance rounded up to whole km in a byte. Along the Morton curve gaps are small, so a pair takes some
 * two bytes.
 */
final class NearLists {
    /** What is kept; corridors are no wider. */
    static final int MAX_KM = 200;

    private final Bucket[] buckets;
    private final byte[][] bytes;
    /** By border: where each bucket's rows begin, and the end. */
    private final int[][] offsets;

    private NearLists(Bucket[] buckets, byte[][] bytes, int[][] offsets) {
        this.buckets = buckets;
        this.bytes = bytes;
        this.offsets = offsets;
    }

    /** Borders that have a list. */
    int borders() {
        return bytes.length;
    }

    /** Told each near row of a border. */
    interface Visitor {
        void near(int row, int km);
    }

    /** The rows of one bucket that are near a border. */
    void visit(int border, int bucket, Visitor visitor) {
        if (border < 0 || border >= bytes.length || bytes[border].length == 0) {
            return;
        }
        byte[] list = bytes[border];
        int at = offsets[border][bucket];
        int end = offsets[border][bucket + 1];
        int row = buckets[bucket].from() - 1;
        while (at < end) {
            int gap = 0;
            int shift = 0;
            byte next;
            do {
                next = list[at++];
                gap |= (next & 0x7F) << shift;
                shift += 7;
            } while (next < 0);
            row += gap;
            visitor.near(row, list[at++] & 0xFF);
        }
    }

    /** How many rows of a bucket are in a set, counted from the bucket's first, and within a distance of a border. */
    int count(int border, int bucket, int withinKm, BitSet rows) {
        byte[] list = bytes[border];
        if (list.length == 0) {
            return 0;
        }
        int at = offsets[border][bucket];
        int end = offsets[border][bucket + 1];
        int row = -1;
        int count = 0;
        while (at < end) {
            int gap = 0;
            int shift = 0;
            byte next;
            do {
                next = list[at++];
                gap |= (next & 0x7F) << shift;
                shift += 7;
            } while (next < 0);
            row += gap;
            if ((list[at++] & 0xFF) <= withinKm && rows.get(row)) {
                count++;
            }
        }
        return count;
    }

    /** Pairs as they come in. */
    static final class Collector {
        private int[] event = new int[1024];
        private char[] border = new char[1024];
        private byte[] km = new byte[1024];
        private int size;

        /** Farther than 200 km is left out. */
        void add(int eventNumber, int borderNumber, double distanceKm) {
            if (!(distanceKm <= MAX_KM)) {
                return;
            }
            if (size == event.length) {
                int larger = size + (size >> 1);
                event = Arrays.copyOf(event, larger);
                border = Arrays.copyOf(border, larger);
                km = Arrays.copyOf(km, larger);
            }
            event[size] = eventNumber;
            border[size] = (char) borderNumber;
            // Rounded up: "within w km" for a whole w is the same question of the rounded distance.
            km[size++] = (byte) Math.ceil(distanceKm);
        }

        NearLists build(int[] rowOf, Bucket[] buckets, int borders) {
            var keys = new long[size];
            for (int i = 0; i < size; i++) {
                keys[i] = (long) border[i] << 32 | rowOf[event[i]];
            }
            int[] order = RadixSort.order(keys, size);
            var bytes = new byte[borders][];
            var offsets = new int[borders][];
            Arrays.fill(bytes, new byte[0]);
            for (int from = 0, to; from < size; from = to) {
                char number = border[order[from]];
                to = from;
                while (to < size && border[order[to]] == number) {
                    to++;
                }
                var sink = new ByteSink((to - from) * 2 + 16);
                offsets[number] = new int[buckets.length + 1];
                int at = from;
                for (int bucket = 0; bucket < buckets.length; bucket++) {
                    offsets[number][bucket] = sink.size();
                    int before = buckets[bucket].from() - 1;
                    while (at < to && rowOf[event[order[at]]] < buckets[bucket].to()) {
                        int row = rowOf[event[order[at]]];
                        sink.varint(row - before);
                        sink.octet(km[order[at]]);
                        before = row;
                        at++;
                    }
                }
                offsets[number][buckets.length] = sink.size();
                bytes[number] = sink.toByteArray();
            }
            return new NearLists(buckets, bytes, offsets);
        }
    }
}
