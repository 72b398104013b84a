package org.marsad.mapview.columns;

import java.util.Arrays;

/**
 * Small sets of numbers, each distinct one kept once, so that a column holds one number for all actors of an event. Only
 * grows; safe for one that adds while others read.
 */
final class SetDictionary {
    private int[] starts = new int[16];
    private int[] items = new int[64];
    private int size;
    private int[] slots = new int[64];

    SetDictionary() {
        Arrays.fill(slots, -1);
        add(new int[0], 0);
    }

    /** The number of the empty set is 0. */
    synchronized int size() {
        return size;
    }

    /**
     * The number of a set.
     *
     * @param set its items ascending, each once
     * @param length how many of them count
     */
    synchronized int add(int[] set, int length) {
        int hash = 1;
        for (int i = 0; i < length; i++) {
            hash = hash * 31 + set[i];
        }
        hash *= 0x9E3779B9;
        int mask = slots.length - 1;
        int at = hash >>> 7 & mask;
        while (slots[at] >= 0) {
            int number = slots[at];
            if (Arrays.equals(items, starts[number], starts[number + 1], set, 0, length)) {
                return number;
            }
            at = at + 1 & mask;
        }
        if (size + 2 > starts.length) {
            starts = Arrays.copyOf(starts, starts.length * 2);
        }
        while (starts[size] + length > items.length) {
            items = Arrays.copyOf(items, items.length * 2);
        }
        System.arraycopy(set, 0, items, starts[size], length);
        starts[size + 1] = starts[size] + length;
        slots[at] = size++;
        if (size * 2 > slots.length) {
            rehash();
        }
        return size - 1;
    }

    synchronized int[] get(int number) {
        return Arrays.copyOfRange(items, starts[number], starts[number + 1]);
    }

    /** All sets as they are now. */
    synchronized View view() {
        return new View(size, starts, items);
    }

    /** Sets 0 to {@code size - 1}: items {@code starts[n]} (inclusive) to {@code starts[n + 1]} (exclusive). */
    record View(int size, int[] starts, int[] items) {}

    private void rehash() {
        slots = new int[slots.length * 2];
        Arrays.fill(slots, -1);
        int mask = slots.length - 1;
        for (int number = 0; number < size; number++) {
            int hash = 1;
            for (int i = starts[number]; i < starts[number + 1]; i++) {
                hash = hash * 31 + items[i];
            }
            hash *= 0x9E3779B9;
            int at = hash >>> 7 & mask;
            while (slots[at] >= 0) {
                at = at + 1 & mask;
            }
            slots[at] = number;
        }
    }
}
