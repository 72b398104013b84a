package org.marsad.coding;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.gazetteer.Place;
import org.marsad.geo.BorderId;

/**
 * Where a trigger says that it happened.
 *
 * @param places the most specific that the text names; several where it lists several
 * @param border the border along which, or null
 * @param near whether the text says near, outside or so many kilometres from it
 * @param own whether the clause itself says it, and not only its sentence
 */
record Where(List<Place> places, @Nullable BorderId border, boolean near, boolean own) {
    static final Where UNKNOWN = new Where(List.of(), null, false, false);

    /** 0 for the finest. */
    static int rank(Place place) {
        return switch (place.level()) {
            case SETTLEMENT, FEATURE -> 0;
            case ADMIN2 -> 1;
            case ADMIN1 -> 2;
            case REGION -> 4;
            case COUNTRY -> 3;
        };
    }

    /** UCDP's {@code where_prec} of a place. */
    static int precision(Place place, boolean near) {
        return switch (place.level()) {
            case SETTLEMENT, FEATURE -> near ? 2 : 1;
            case ADMIN2 -> 3;
            case ADMIN1 -> 4;
            case REGION -> 5;
            case COUNTRY -> 6;
        };
    }
}
