package org.marsad.mapview.columns;

import java.util.HashMap;
import java.util.Map;

/** Counts that are mostly small: two bytes each, and a table of the few that are not. */
final class SmallCounts {
    private static final char LARGE = Character.MAX_VALUE;

    private final char[] small;
    private final Map<Integer, Integer> large = new HashMap<>();

    SmallCounts(int size) {
        small = new char[size];
    }

    int get(int at) {
        char value = small[at];
        return value == LARGE ? large.get(at) : value;
    }

    /**
     * @param value not negative
     */
    void set(int at, int value) {
        if (value < LARGE) {
            small[at] = (char) value;
        } else {
            small[at] = LARGE;
            large.put(at, value);
        }
    }
}
