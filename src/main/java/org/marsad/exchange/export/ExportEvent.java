package org.marsad.exchange.export;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.coding.event.EventType;
import org.marsad.text.DatePrecision;

/**
 * A stored event on its way out.
 *
 * @param start first day, or null where undated, as {@code end}
 * @param position a point on its geometry, or null where the place is unknown
 * @param geometry GeoJSON, WGS 84; null where the place is unknown
 * @param wherePrecision UCDP where_prec
 * @param border the border that it lies along, or null
 * @param borders distances to the borders near it: {@code ML-SN 12.3 km}
 * @param deaths null where no source gives a figure
 * @param sources names of the documents that report it, or of the data set it is from
 * @param headline of one of them, or the note of the data set
 * @param imported where it comes from another data set
 */
public record ExportEvent(
        long id,
        EventType type,
        @Nullable LocalDate start,
        @Nullable LocalDate end,
        DatePrecision datePrecision,
        List<ExportPlace> places,
        @Nullable Position position,
        @Nullable String geometry,
        int wherePrecision,
        @Nullable String border,
        List<String> borders,
        List<ExportActor> actors,
        @Nullable Deaths deaths,
        List<String> sources,
        @Nullable String headline,
        double confidence,
        Instant revised,
        @Nullable Imported imported) {
    public ExportEvent {
        places = List.copyOf(places);
        borders = List.copyOf(borders);
        actors = List.copyOf(actors);
        sources = List.copyOf(sources);
    }

    /** Degrees in WGS 84. */
    public record Position(double lon, double lat) {}

    /** Null is unknown, never zero. */
    public record Deaths(
            @Nullable Integer low,
            @Nullable Integer best,
            @Nullable Integer high) {}

    /** A place by its Latin name. */
    public record ExportPlace(
            String id,
            String name,
            @Nullable String country,
            @Nullable String admin1,
            String level) {}

    /**
     * An actor by its English name.
     *
     * @param role perpetrator, target, participant, claimant or mediator
     * @param inter ACLED's type of actor, 1 to 8
     * @param sector PLOVER's
     */
    public record ExportActor(
            String id,
            String name,
            String role,
            int inter,
            String sector,
            @Nullable String country) {}

    /**
     * The row that it was.
     *
     * @param fields in the order of the data set's columns
     */
    public record Imported(String source, String sourceId, List<String> fields) {}

    /** The first place, by which tables with one place a row name it. */
    @Nullable
    ExportPlace place() {
        return places.isEmpty() ? null : places.getFirst();
    }

    @Nullable
    String country() {
        return places.stream()
                .map(ExportPlace::country)
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    List<ExportActor> actors(String... roles) {
        var wanted = List.of(roles);
        return actors.stream().filter(one -> wanted.contains(one.role())).toList();
    }
}
