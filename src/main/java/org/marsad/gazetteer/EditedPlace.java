package org.marsad.gazetteer;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was edited by hand of a place: all that is null is as the sources have it.
 *
 * @param id of a place of the sources, or of one that only was made by hand: then name, level, feature, and position are
 *     there
 * @param country ISO 3166-1 alpha-2, empty for none; null for as it was
 * @param admin1 empty for none; null for as it was
 * @param lon degrees east; NaN for as it was
 * @param lat degrees north; NaN for as it was
 * @param population negative for as it was
 * @param removed names of the sources that it is no longer called by
 * @param kept the other names that it has, so that what folds like one of them stays
 * @param added names that the sources lack
 * @param retired whether no name is to mean it any more
 */
public record EditedPlace(
        PlaceId id,
        @Nullable String name,
        @Nullable PlaceLevel level,
        @Nullable String feature,
        @Nullable String country,
        @Nullable String admin1,
        double lon,
        double lat,
        long population,
        List<PlaceName> removed,
        List<PlaceName> kept,
        List<PlaceName> added,
        boolean retired) {
    public EditedPlace {
        removed = List.copyOf(removed);
        kept = List.copyOf(kept);
        added = List.copyOf(added);
    }

    /** The folded names, by which an index finds a name of a place of this level; empty where no scan could find it. */
    public static Set<String> keys(PlaceName name, PlaceLevel level) {
        return EditedNames.keys(name, level).keySet();
    }
}
