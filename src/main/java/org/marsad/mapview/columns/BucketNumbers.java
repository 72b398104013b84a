package org.marsad.mapview.columns;

import java.util.Arrays;
import java.util.BitSet;

/** Numbers for the sort keys of buckets in their order: looked up for the months that events have, searched for others. */
final class BucketNumbers {
    private static final int FIRST = 1800 * 12 * 2;
    private static final int COUNT = 400 * 12 * 2;

    private final int[] sorted;
    private final short[] known = new short[COUNT];

    /**
     * @param sorted distinct and ascending
     */
    BucketNumbers(int[] sorted) {
        this.sorted = sorted;
        for (int number = 0; number < sorted.length; number++) {
            if (isCommon(sorted[number])) {
                known[sorted[number] - FIRST] = (short) number;
            }
        }
    }

    int of(int key) {
        return isCommon(key) ? known[key - FIRST] & 0xFFFF : Arrays.binarySearch(sorted, key);
    }

    private static boolean isCommon(int key) {
        return key >= FIRST && key < FIRST + COUNT;
    }

    /** Says quickly of the common keys which have come before. */
    static final class Seen {
        private final BitSet common = new BitSet(COUNT);

        /** False for a key that has come before; may be true for one that has, where it is not common. */
        boolean isNew(int key) {
            if (!isCommon(key)) {
                return true;
            }
            boolean before = common.get(key - FIRST);
            common.set(key - FIRST);
            return !before;
        }
    }
}
