package org.marsad.mapview.columns;

import java.util.BitSet;

/** Which rows are in a corridor or in a drawn area: for certain, or only possibly. */
record Membership(BitSet certain, BitSet possible) {
    boolean includes(int row, boolean certainOnly) {
        return certain.get(row) || !certainOnly && possible.get(row);
    }
}
