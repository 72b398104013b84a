package org.marsad.mapview;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a filter selects, in numbers.
 *
 * @param total events selected
 * @param undated of those, without a date
 * @param nowhere of those, without a place: they are in the list and not on the map
 * @param corridor null where the filter has no corridor
 * @param actors events per actor, most first, the actor filter left out
 * @param types events per PLOVER type, most first, the type filter left out
 * @param borders events per border that are certainly within the width, most first, the corridor left out
 * @param languages events per language of a source, the language filter left out
 */
public record EventCounts(
        int total,
        int undated,
        int nowhere,
        @Nullable CorridorCount corridor,
        List<Facet> actors,
        List<Facet> types,
        List<Facet> borders,
        List<Facet> languages) {

    /**
     * Events in a corridor, whatever {@code certainOnly} says.
     *
     * @param certain known to 25 km or better and within the width, or along the border itself
     * @param possible known only by an area that meets the corridor
     */
    public record CorridorCount(int certain, int possible) {}

    /** One choice of a filter and how many events it would show. */
    public record Facet(String id, String name, int count) {}
}
