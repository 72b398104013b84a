package org.marsad.snapshot.freeze;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.marsad.mapview.EventSummary;

/**
 * An event as it is read for a sheet.
 *
 * @param geometry WGS 84; null where the place is unknown, and for a border, whose line is known
 * @param areaKm the reach of the area that it was somewhere in; 0 for a known place
 * @param kind of its first perpetrator, else of its first actor; or empty
 * @param places their names in the sheet's language
 * @param who did it to whom, names in the sheet's language
 */
record FrozenEvent(
        long id,
        long version,
        String type,
        @Nullable LocalDate start,
        @Nullable LocalDate end,
        String datePrecision,
        int precision,
        @Nullable String border,
        @Nullable Geometry geometry,
        double areaKm,
        @Nullable Integer deaths,
        @Nullable Boolean certain,
        String kind,
        List<String> places,
        List<String> countries,
        List<EventSummary.NamedActor> who) {}
