package org.marsad.mapview;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An event as a list shows it.
 *
 * @param start first day, or null for an undated event
 * @param datePrecision {@code day}, {@code week}, {@code month}, {@code year} or {@code unknown}
 * @param wherePrecision UCDP where_prec, 1 to 7
 * @param border the border it happened along, or null
 * @param headline title of one article, or the note of the data set, in the reader's language where there is one
 * @param certain whether it is certainly in the corridor of the filter; null where the filter has none
 * @param deaths null where no source gives a figure
 * @param source id of the data set that it was imported from; null where it was coded from articles
 */
public record EventSummary(
        long id,
        String plover,
        String acled,
        String acledSub,
        @Nullable LocalDate start,
        @Nullable LocalDate end,
        String datePrecision,
        int wherePrecision,
        @Nullable String border,
        List<NamedPlace> places,
        List<NamedActor> actors,
        @Nullable Deaths deaths,
        int sources,
        @Nullable String headline,
        @Nullable Boolean certain,
        @Nullable String source) {

    /** An actor of an event by its name in the reader's language. */
    public record NamedActor(String id, String name, String role) {}

    /**
     * A place of an event by its name in the reader's language.
     *
     * @param country ISO 3166-1 alpha-2, or null
     * @param level {@code settlement}, {@code admin1} …
     */
    public record NamedPlace(
            String id,
            String name,
            @Nullable String country,
            @Nullable String admin1,
            String level,
            double lat,
            double lon) {}

    /** Deaths reported: bounds and the figure most sources give. Null is unknown, never zero. */
    public record Deaths(
            @Nullable Integer low,
            @Nullable Integer best,
            @Nullable Integer high) {}
}
