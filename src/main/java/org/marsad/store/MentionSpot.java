package org.marsad.store;

import org.jspecify.annotations.Nullable;
import org.marsad.exchange.CodePoints;
import org.marsad.geocode.Mention;

/**
 * What of a mention events are coded by: where it stands, of what kind it is, and which place it means.
 *
 * @param begin code points from the document's start
 */
public record MentionSpot(
        int begin, int end, String kind, @Nullable String place) {
    public static MentionSpot of(Mention mention, CodePoints points) {
        var place = mention.place();
        return new MentionSpot(
                points.of(mention.span().begin()),
                points.of(mention.span().end()),
                mention.kind().word(),
                place == null ? null : place.id().value());
    }
}
