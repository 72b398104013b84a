package org.marsad.coding.event;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.marsad.gazetteer.Place;
import org.marsad.geo.BorderId;
import org.marsad.text.Span;

/**
 * One event as one article reports it.
 *
 * @param id stable for the same document and article: derived from what the event is, not from a counter
 * @param places where it happened; a place inside another is one location, the inner
 * @param border the border it happened along, or null
 * @param geometry WGS 84, x = degrees east, y = degrees north; null where the place is unknown
 * @param wherePrecision UCDP where_prec, 1 exact … 7 international waters or airspace
 * @param evidence the stretches of text it was read from, the trigger's sentence first; never empty
 * @param confidence 0..1
 */
public record CodedEvent(
        String id,
        EventType type,
        EventDate date,
        List<Place> places,
        @Nullable BorderId border,
        @Nullable Geometry geometry,
        int wherePrecision,
        List<EventActor> actors,
        @Nullable Fatalities fatalities,
        List<Span> evidence,
        double confidence) {
    public CodedEvent {
        places = List.copyOf(places);
        actors = List.copyOf(actors);
        evidence = List.copyOf(evidence);
        if (evidence.isEmpty()) {
            throw new IllegalArgumentException("an event without evidence is not an event");
        }
        if (wherePrecision < 1 || wherePrecision > 7 || !(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("where_prec " + wherePrecision + ", confidence " + confidence);
        }
    }
}
