package org.marsad.bench;

import java.util.ArrayList;
import java.util.List;

/** A tile of the Web Mercator square, y from the north. */
record TileId(int z, int x, int y) {
    /** All of a zoom that meet the box around Mali. */
    static List<TileId> listOfMali(int z) {
        var tiles = new ArrayList<TileId>();
        for (int x = x(-12.24, z); x <= x(4.27, z); x++) {
            for (int y = y(25.0, z); y <= y(10.15, z); y++) {
                tiles.add(new TileId(z, x, y));
            }
        }
        return tiles;
    }

    private static int x(double lon, int z) {
        return (int) Math.floor((lon + 180) / 360 * (1 << z));
    }

    private static int y(double lat, int z) {
        double tan = Math.tan(Math.toRadians(lat));
        return (int) Math.floor((1 - Math.log(tan + Math.sqrt(tan * tan + 1)) / Math.PI) / 2 * (1 << z));
    }

    @Override
    public String toString() {
        return z + "/" + x + "/" + y;
    }
}
