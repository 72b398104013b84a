package org.marsad.mapview.columns;

import java.util.Arrays;

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

    /**
     * How many rows of a bucket are in a set and within a distance of a border.
     *
     * @param rows bits counted from the bucket's first row
     */
    int count(int border, int bucket, int withinKm, long[] rows) {
        byte[] list = bytes[border];
        if (list.length == 0) {
            return 0;
        }
        int at = offsets[border][bucket];
        int end = offsets[border][bucket + 1];
        int row = -1;
        int count = 0;
        while (at < end) {
            int next = list[at++];
            int gap = next & 0x7F;
            for (int shift = 7; next < 0; shift += 7) {
                next = list[at++];
                gap |= (next & 0x7F) << shift;
            }
            row += gap;
            if ((list[at++] & 0xFF) <= withinKm) {
                count += (int) (rows[row >> 6] >>> row & 1);
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

        /**
         * @param order the event of each row
         */
        NearLists build(int[] order, Bucket[] buckets, int borders) {
            int[] starts = new int[order.length + 1];
            // Events come one after the other, but for those of columns that are merged.
            int[] pairs = isInOrder() ? null : RadixSort.group(event, size, starts);
            if (pairs == null) {
                for (int i = 0; i < size; i++) {
                    starts[event[i] + 1]++;
                }
                for (int i = 0; i < order.length; i++) {
                    starts[i + 1] += starts[i];
                }
            }
            var lists = new ByteSink[borders];
            var offsets = new int[borders][buckets.length + 1];
            int[] before = new int[borders];
            for (int bucket = 0; bucket < buckets.length; bucket++) {
                for (int number = 0; number < borders; number++) {
                    offsets[number][bucket] = lists[number] == null ? 0 : lists[number].size();
                }
                Arrays.fill(before, buckets[bucket].from() - 1);
                for (int row = buckets[bucket].from(); row < buckets[bucket].to(); row++) {
                    int end = starts[order[row] + 1];
                    for (int i = starts[order[row]]; i < end; i++) {
                        int pair = pairs == null ? i : pairs[i];
                        int number = border[pair];
                        if (lists[number] == null) {
                            lists[number] = new ByteSink(1 << 10);
                        }
                        lists[number].varint(row - before[number]);
                        lists[number].octet(km[pair]);
                        before[number] = row;
                    }
                }
            }
            var bytes = new byte[borders][];
            for (int number = 0; number < borders; number++) {
                bytes[number] = lists[number] == null ? new byte[0] : lists[number].toByteArray();
                offsets[number][buckets.length] = bytes[number].length;
            }
            return new NearLists(buckets, bytes, offsets);
        }

        private boolean isInOrder() {
            for (int i = 1; i < size; i++) {
                if (event[i] < event[i - 1]) {
                    return false;
                }
            }
            return true;
        }
    }
}
