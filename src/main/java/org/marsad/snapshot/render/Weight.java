package org.marsad.snapshot.render;

/** How heavy letters are. */
enum Weight {
    REGULAR,
    SEMIBOLD
}
