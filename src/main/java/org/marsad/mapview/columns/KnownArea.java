package org.marsad.mapview.columns;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.marsad.geo.BorderId;

/**
 * Where events are that are not known to a place: a circle around a point, a country, or a border's line.
 *
 * @param number in the vocabulary, from 0
 * @param wherePrecision UCDP where_prec
 * @param border the border that the events lie along, or null
 * @param shape what the database holds of it, WGS 84
 * @param km radius of the circle; 0 for a line
 * @param countries ISO 3166-1 alpha-2 of the places named
 * @param places their ids
 */
public record KnownArea(
        int number,
        int wherePrecision,
        @Nullable BorderId border,
        Geometry shape,
        double km,
        List<String> countries,
        List<String> places) {

    /** Whether it is a country as a whole. */
    public boolean isCountry() {
        return wherePrecision == 6 && border == null;
    }
}
