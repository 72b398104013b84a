package org.marsad.gazetteer;

import org.jspecify.annotations.Nullable;
import org.marsad.text.Language;

/**
 * A name of a place.
 *
 * @param language null where the source does not say
 */
public record PlaceName(
        PlaceId place, String text, @Nullable Language language, NameKind kind) {}
