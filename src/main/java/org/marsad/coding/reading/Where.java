package org.marsad.coding.reading;

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
 * @param along whether the text says along or on the border, not only near it
 * @param own whether the clause itself says it, and not only its sentence
 */
public record Where(List<Place> places, @Nullable BorderId border, boolean near, boolean own, boolean along) {
    public static final Where UNKNOWN = new Where(List.of(), null, false, false, false);

    public Where(List<Place> places, @Nullable BorderId border, boolean near, boolean own) {
        this(places, border, near, own, false);
    }

    /** With other places; the border stays. */
    public Where at(List<Place> others, boolean near, boolean own) {
        return new Where(others, border, near, own, along);
    }

    /** With the border of another. */
    public Where alongOf(Where other) {
        return new Where(places, other.border, near, own, other.along);
    }

    /** A border that the event was only near says nothing more where its town is known. */
    public Where settled() {
        boolean fine = places.stream().anyMatch(place -> rank(place) <= 2);
        return border != null && fine && !along ? new Where(places, null, near, own, false) : this;
    }

    /** 0 for the finest. */
    public static int rank(Place place) {
        return switch (place.level()) {
            case SETTLEMENT, FEATURE -> 0;
            case ADMIN2 -> 1;
            case ADMIN1 -> 2;
            // Darfur is no wider than its state, the Sahel is.
            case REGION -> place.country() == null ? 4 : 3;
            case COUNTRY -> 3;
        };
    }

    /** UCDP's {@code where_prec} of a place. */
    public static int precision(Place place, boolean near) {
        return switch (place.level()) {
            case SETTLEMENT, FEATURE -> near ? 2 : 1;
            case ADMIN2 -> 3;
            case ADMIN1 -> 4;
            case REGION -> 5;
            case COUNTRY -> 6;
        };
    }
}
