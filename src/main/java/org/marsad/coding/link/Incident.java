package org.marsad.coding.link;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.marsad.coding.event.CodedEvent;
import org.marsad.coding.event.EventActor;
import org.marsad.coding.event.EventDate;
import org.marsad.coding.event.EventType;
import org.marsad.coding.event.Fatalities;
import org.marsad.gazetteer.Place;
import org.marsad.geo.BorderId;

/**
 * What several reports together say of one incident: the most exact date and place, all actors, the widest figures.
 *
 * @param places as {@link CodedEvent#places()}
 * @param geometry WGS 84, x = degrees east, y = degrees north; null where the place is unknown
 * @param wherePrecision UCDP where_prec of the most exact report
 * @param confidence 0..1; more reports make more sure
 */
public record Incident(
        EventType type,
        EventDate date,
        List<Place> places,
        @Nullable BorderId border,
        @Nullable Geometry geometry,
        int wherePrecision,
        List<EventActor> actors,
        @Nullable Fatalities fatalities,
        double confidence) {
    public Incident {
        places = List.copyOf(places);
        actors = List.copyOf(actors);
    }
}
