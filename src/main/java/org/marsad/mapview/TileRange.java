package org.marsad.mapview;

import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A block of tiles of the Web Mercator square, y from the north; all bounds are inclusive.
 *
 * @throws BadParameterException where there are no such tiles, or more than {@value #MOST}
 */
public record TileRange(int z, int west, int north, int east, int south) {
    public static final int MOST = 64;

    public TileRange {
        int side = 1 << Math.clamp(z, 0, 20);
        if (z < 0 || z > 20 || west < 0 || north < 0 || west > east || north > south || east >= side || south >= side) {
            throw new BadParameterException(
                    "tiles", "there is no block " + z + "/" + west + "-" + east + "/" + north + "-" + south);
        }
        if ((east - west + 1L) * (south - north + 1L) > MOST) {
            throw new BadParameterException("tiles", "are more than " + MOST);
        }
    }

    /** Column and row of each, row by row. */
    Stream<int[]> stream() {
        return IntStream.rangeClosed(north, south)
                .boxed()
                .flatMap(row -> IntStream.rangeClosed(west, east).mapToObj(column -> new int[] {column, row}));
    }
}
