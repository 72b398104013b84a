package org.marsad.curation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.gazetteer.PlaceLevel;

/**
 * One edit of the gazetteer. {@code version} is always that of the {@link PlaceState} which the admin saw: where the place
 * has changed since, the edit is answered by a {@link EditConflict} and nothing happens.
 */
public sealed interface PlaceEdit extends Edit {
    /**
     * A place that the gazetteer lacks.
     *
     * @param id its id, or null for one made of its name
     */
    record Create(@Nullable String id, PlaceDraft place) implements PlaceEdit {}

    /** Other names: the whole list as it is to be. An added alias is an edit of its own, {@link AddAlias}. */
    record EditNames(String place, long version, List<PlaceLabel> names) implements PlaceEdit {
        public EditNames {
            names = List.copyOf(names);
        }
    }

    /** One more name. */
    record AddAlias(String place, long version, PlaceLabel name) implements PlaceEdit {}

    /** Another display name, kind, country, division or population. */
    record Describe(
            String place,
            long version,
            String name,
            PlaceLevel level,
            String feature,
            @Nullable String country,
            @Nullable String admin1,
            long population)
            implements PlaceEdit {}

    /**
     * Another position.
     *
     * @param lon degrees east, WGS 84
     * @param lat degrees north, WGS 84
     * @param country ISO 3166-1 alpha-2 of the country that the place is in there; null where it stays in its own
     */
    record Move(
            String place,
            long version,
            double lon,
            double lat,
            @Nullable String country) implements PlaceEdit {
        /** Within its country. */
        public Move(String place, long version, double lon, double lat) {
            this(place, version, lon, lat, null);
        }
    }

    /** Two entries are one place: the first is retired, and its names are names of the other. */
    record Merge(String place, long version, String into, long intoVersion) implements PlaceEdit {}

    /**
     * One entry is two places.
     *
     * @param names that the new place takes from this one
     */
    record Split(String place, long version, PlaceDraft other, List<PlaceLabel> names) implements PlaceEdit {
        public Split {
            names = List.copyOf(names);
        }
    }

    /** The coder is to know the place no longer. */
    record Retire(String place, long version) implements PlaceEdit {}

    /**
     * What a surface form means, decided by hand. Kept by the text, so that it outlives coding anew and taking the article
     * in again; of several decisions on one mention the narrowest counts.
     *
     * @param surface as it stands in the text; compared folded
     * @param place the place that it means, or null: no place at all
     * @param withdrawn takes an earlier decision of this scope back
     */
    record Decide(
            String surface, DecisionScope scope, @Nullable String place, boolean withdrawn) implements PlaceEdit {}
}
