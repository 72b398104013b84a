package org.marsad.mapview.columns;

import java.util.Arrays;

/** Pairs of an event and a near border, as they come in; later sorted by border and row. */
final class NearLists {
    private int[] event = new int[1024];
    private char[] border = new char[1024];
    private byte[] km = new byte[1024];
    private int size;

    void add(int eventNumber, int borderNumber, double distanceKm) {
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

    void copyTo(int[] rowOf, int[][] nearRow, byte[][] nearKm) {
        var keys = new long[size];
        for (int i = 0; i < size; i++) {
            keys[i] = (long) border[i] << 32 | rowOf[event[i]];
        }
        int[] order = RadixSort.order(keys, size);
        for (int from = 0, to; from < size; from = to) {
            char number = border[order[from]];
            to = from;
            while (to < size && border[order[to]] == number) {
                to++;
            }
            nearRow[number] = new int[to - from];
            nearKm[number] = new byte[to - from];
            for (int i = from; i < to; i++) {
                nearRow[number][i - from] = rowOf[event[order[i]]];
                nearKm[number][i - from] = km[order[i]];
            }
        }
    }
}
