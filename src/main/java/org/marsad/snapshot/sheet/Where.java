package org.marsad.snapshot.sheet;

import java.util.List;
import org.locationtech.jts.geom.Geometry;

/** Where an event was, as well as that is known; each is drawn as what it is. All positions are WGS 84, x = degrees east. */
public sealed interface Where {
    /** Known places, most often one: a pin for where_prec 1, a ring of 25 km about it for 2. */
    record AtPlaces(List<LonLat> points) implements Where {
        public AtPlaces {
            points = List.copyOf(points);
            if (points.isEmpty()) {
                throw new IllegalArgumentException("no place");
            }
        }
    }

    /**
     * Somewhere in an area whose outline is known (a country): drawn as the area, dashed.
     *
     * @param area polygon or multipolygon
     */
    record InArea(String name, Geometry area) implements Where {}

    /** Somewhere in an area of which only the middle and the reach are known: drawn as a dashed circle. */
    record Around(String name, LonLat middle, double km) implements Where {}

    /**
     * Along a border.
     *
     * @param border as {@code ML-SN}
     * @param line linestring or multilinestring
     */
    record AlongBorder(String border, String name, Geometry line) implements Where {}

    /** Not on the map; counted and listed. */
    record Nowhere() implements Where {}

    record LonLat(double lon, double lat) {
        public LonLat {
            if (!(lon >= -180 && lon <= 180 && lat >= -90 && lat <= 90)) {
                throw new IllegalArgumentException("lon " + lon + ", lat " + lat);
            }
        }
    }
}
