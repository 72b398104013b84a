package org.marsad.mapview;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Collectors;

/** What a file of events says of itself: its filter, what was left out, and who must be named. */
public final class ExportAbout {
    /** The one format that is no text. */
    public static final String GEOPACKAGE = "gpkg";

    private ExportAbout() {}

    public static String of(EventFilter filter) {
        var query = EventFilterCodec.encode(filter).entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(value -> entry.getKey() + "=" + value))
                .collect(Collectors.joining(" "));
        return "Events of Marsad, " + Instant.now().truncatedTo(ChronoUnit.SECONDS) + ". Filter: "
                + (query.isEmpty() ? "none" : query) + "."
                + (filter.without().isEmpty()
                        ? ""
                        : " Left out: " + filter.without().stream().sorted().collect(Collectors.joining(", ")) + ".")
                + " Places: GeoNames (CC BY 4.0). Borders: Natural Earth (public domain).";
    }
}
