package org.marsad.exchange.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.marsad.exchange.export.ExportEvent.ExportActor;

/** An event as a row of PLOVER's, with the columns of POLECAT, the data set that is coded by it. */
final class PloverShape {
    static final List<String> COLUMNS = List.of(
            "Event ID",
            "Event Date",
            "Event End Date",
            "Date Precision",
            "Event Type",
            "Event Mode",
            "Quad Code",
            "Actor Name",
            "Primary Actor Sector",
            "Actor Country",
            "Recipient Name",
            "Primary Recipient Sector",
            "Recipient Country",
            "Placename",
            "Province",
            "Country",
            "Latitude",
            "Longitude",
            "GeoNames ID",
            "Where Precision",
            "Fatalities",
            "Headline",
            "Source");

    /** PLOVER's four kinds of its sixteen types (PLOVER codebook, table 1). */
    private static final Map<String, String> QUADS = Map.ofEntries(
            Map.entry("AGREE", "VERBAL COOPERATION"),
            Map.entry("CONSULT", "VERBAL COOPERATION"),
            Map.entry("SUPPORT", "VERBAL COOPERATION"),
            Map.entry("CONCEDE", "VERBAL COOPERATION"),
            Map.entry("COOPERATE", "MATERIAL COOPERATION"),
            Map.entry("AID", "MATERIAL COOPERATION"),
            Map.entry("RETREAT", "MATERIAL COOPERATION"),
            Map.entry("REQUEST", "VERBAL CONFLICT"),
            Map.entry("ACCUSE", "VERBAL CONFLICT"),
            Map.entry("REJECT", "VERBAL CONFLICT"),
            Map.entry("THREATEN", "VERBAL CONFLICT"),
            Map.entry("PROTEST", "MATERIAL CONFLICT"),
            Map.entry("SANCTION", "MATERIAL CONFLICT"),
            Map.entry("MOBILIZE", "MATERIAL CONFLICT"),
            Map.entry("COERCE", "MATERIAL CONFLICT"),
            Map.entry("ASSAULT", "MATERIAL CONFLICT"));

    private PloverShape() {}

    static List<? extends @Nullable Object> row(ExportEvent event) {
        var sides = Sides.of(event);
        var place = event.place();
        var position = event.position();
        var row = new ArrayList<@Nullable Object>();
        row.add("MRS" + event.id());
        row.add(event.start());
        row.add(event.end());
        row.add(event.datePrecision().word());
        row.add(event.type().plover());
        row.add(event.type().mode());
        row.add(QUADS.get(event.type().plover()));
        addSide(row, sides.first());
        addSide(row, sides.second());
        row.add(place == null ? null : place.name());
        row.add(place == null ? null : place.admin1());
        row.add(Countries.iso3(event.country()));
        row.add(position == null ? null : position.lat());
        row.add(position == null ? null : position.lon());
        row.add(place != null && place.id().startsWith("geonames:") ? place.id().substring(9) : null);
        row.add(event.wherePrecision());
        row.add(AcledShape.deaths(event));
        row.add(event.headline());
        row.add(String.join("; ", event.sources()));
        return row;
    }

    private static void addSide(List<@Nullable Object> row, List<ExportActor> side) {
        row.add(String.join("; ", side.stream().map(ExportActor::name).toList()));
        row.add(side.isEmpty() ? null : side.getFirst().sector());
        row.add(side.isEmpty() ? null : Countries.iso3(side.getFirst().country()));
    }
}
