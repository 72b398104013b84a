package org.marsad.snapshot.render;

import java.awt.Color;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A symbol on the map.
 *
 * @param x on the page
 * @param r radius of its disc in points
 * @param count of events
 * @param family of a single event, drawn with its glyph; null for a disc with a number
 * @param near of a single event: known to 25 km only, drawn hollow
 * @param faint of a single event: only possibly in the corridor or area
 * @param shares of the ring of a disc with a number
 * @param dashed whether only an area or a line is known
 * @param numbers rows of the key table that it shows
 */
record Mark(
        double x,
        double y,
        double r,
        long count,
        @Nullable Family family,
        boolean near,
        boolean faint,
        List<Share> shares,
        boolean dashed,
        List<Integer> numbers) {
    /** A colour's part of a ring. */
    record Share(Color color, double part) {}
}
