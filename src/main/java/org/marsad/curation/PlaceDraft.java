package org.marsad.curation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.gazetteer.PlaceLevel;

/**
 * A place to create; see {@link PlaceState}. Whether it can be is for {@link Curation#check}.
 *
 * @param lon degrees east, WGS 84
 * @param lat degrees north, WGS 84
 */
public record PlaceDraft(
        String name,
        PlaceLevel level,
        String feature,
        @Nullable String country,
        @Nullable String admin1,
        double lon,
        double lat,
        long population,
        List<PlaceLabel> names) {
    public PlaceDraft {
        name = name.strip();
        names = List.copyOf(names);
    }
}
