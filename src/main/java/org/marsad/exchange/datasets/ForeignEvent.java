package org.marsad.exchange.datasets;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.coding.event.EventDate;
import org.marsad.coding.event.EventType;
import org.marsad.coding.event.Fatalities;
import org.marsad.gazetteer.PlaceLevel;

/**
 * A row of another data set.
 *
 * @param id the row's in its data set
 * @param stamp the data set's own time of revision, growing; null where it keeps none
 * @param dateCode the data set's precision of the date, as it came
 * @param place null where the row names none
 * @param wherePrecision UCDP where_prec
 * @param placeCode the data set's precision of the place, as it came
 * @param notes what it says in words, or where it says it
 * @param fields the row in the order of {@link Dataset#columns()}
 */
public record ForeignEvent(
        Dataset dataset,
        String id,
        @Nullable Long stamp,
        EventType type,
        EventDate date,
        int dateCode,
        @Nullable Located place,
        int wherePrecision,
        int placeCode,
        List<ForeignActor> actors,
        @Nullable Fatalities fatalities,
        String notes,
        List<String> fields) {
    public ForeignEvent {
        actors = List.copyOf(actors);
        fields = List.copyOf(fields);
    }

    /**
     * Where it was.
     *
     * @param name of the place, or of the area that is known
     * @param level what the name is of
     * @param admin1 or empty
     * @param country ISO 3166-1 alpha-2, or null at sea
     * @param lon degrees east, WGS 84
     * @param lat degrees north
     */
    public record Located(
            String name,
            PlaceLevel level,
            String admin1,
            @Nullable String country,
            double lon,
            double lat) {}
}
