package org.marsad.coding.merge;

/** How two values go together. */
enum Fit {
    SAME(1),
    /** The new one says nothing. */
    OPEN(0.4),
    /** Only the new one says something. */
    NEW(0.2),
    CONFLICT(0);

    final double worth;

    Fit(double worth) {
        this.worth = worth;
    }
}
