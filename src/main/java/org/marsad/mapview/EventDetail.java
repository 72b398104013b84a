package org.marsad.mapview;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.mapview.EventSummary.NamedPlace;

/**
 * An event with all that is known of it.
 *
 * @param borders its distances to the borders within 200 km, nearest first
 * @param near other events known to 25 km or better, within 50 km and 14 days of it, the nearest first
 * @param imported where it comes from another data set; null where it was coded from articles
 */
public record EventDetail(
        EventSummary summary,
        @Nullable String mode,
        @Nullable Integer ucdpViolence,
        double confidence,
        List<BorderDistance> borders,
        List<Source> sources,
        List<Near> near,
        @Nullable Imported imported) {

    /**
     * The row of another data set that the event is.
     *
     * @param source the data set's name
     * @param sourceId the row's id there
     * @param terms on which it may be used
     * @param restricted whether its rows may not be passed on
     * @param url of the data set
     * @param notes what it says in words
     */
    public record Imported(
            String source,
            String sourceId,
            String terms,
            boolean restricted,
            String url,
            @Nullable String notes) {}

    /**
     * @param km geodesic; 0 along the border itself
     * @param kmAlong position of the nearest point from the start of the border's line
     * @param side ISO code of the country the event is in, or empty for neither
     */
    public record BorderDistance(String border, String name, double km, double kmAlong, String side) {}

    /**
     * One article that reports the event.
     *
     * @param text the article's own stretch of its document
     * @param evidence what the event was read from
     * @param mentions the places named in the article
     * @param actorMentions the actors named in the article
     * @param figures what this article says of it, where it differs from others
     */
    public record Source(
            long article,
            String document,
            String title,
            String language,
            @Nullable LocalDate published,
            String text,
            List<TextSpan> evidence,
            List<PlaceMention> mentions,
            List<ActorMention> actorMentions,
            Figures figures) {}

    /** What one article says: the deaths, null where it gives no figure, and the day. */
    public record Figures(
            EventSummary.@Nullable Deaths deaths,
            @Nullable LocalDate start,
            @Nullable LocalDate end) {}

    /**
     * Another event near by.
     *
     * @param km geodesic distance between the two
     * @param days from this event to that one; negative where that one was before, 0 where they overlap
     */
    public record Near(EventSummary event, double km, int days) {}

    /** A stretch of {@link Source#text}, half-open, counted in Unicode code points. */
    public record TextSpan(int begin, int end) {}

    /**
     * A place named in a text, and why it is that place.
     *
     * @param place null where none was resolved
     * @param because the reasons, in the coder's words
     * @param ofEvent whether the event is at this place
     */
    public record PlaceMention(
            TextSpan span,
            String kind,
            @Nullable NamedPlace place,
            double confidence,
            List<String> because,
            List<Alternative> alternatives,
            boolean ofEvent) {}

    /** Another place that the name could have meant. */
    public record Alternative(
            String id, String name, @Nullable String country, double confidence) {}

    /** An actor named in a text. */
    public record ActorMention(TextSpan span, String actor) {}
}
