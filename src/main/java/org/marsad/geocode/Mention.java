package org.marsad.geocode;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.gazetteer.Place;
import org.marsad.gazetteer.PlaceId;
import org.marsad.text.Span;

/**
 * A toponym in a text and the place it was resolved to.
 *
 * @param span attached clitics left out
 * @param place null where the resolver abstained
 * @param confidence that {@code place} is right, or, where it is null, that this is a toponym at all; 0..1
 * @param because reasons, in English, strongest first
 * @param alternatives candidates that lost, best first
 */
public record Mention(
        Span span,
        String text,
        MentionKind kind,
        @Nullable Place place,
        double confidence,
        List<String> because,
        List<Alternative> alternatives) {
    public Mention {
        because = List.copyOf(because);
        alternatives = List.copyOf(alternatives);
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence " + confidence);
        }
    }

    /** A candidate that lost. */
    public record Alternative(PlaceId place, double confidence) {}
}
