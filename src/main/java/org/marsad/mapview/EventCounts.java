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
 * @param area null where the filter has no drawn area
 * @param kinds events per kind of actor, the actor filter left out
 * @param roles events per role of an actor, the roles left out
 * @param countries events per country, the country filter left out
 * @param regions events per first administrative division ({@code ML:Mopti}), the region filter left out
 * @param sources events per data set, the data sets left out
 * @param precisions events per UCDP where_prec, the precision left out
 */
public record EventCounts(
        int total,
        int undated,
        int nowhere,
        @Nullable CorridorCount corridor,
        List<Facet> actors,
        List<Facet> types,
        List<Facet> borders,
        List<Facet> languages,
        @Nullable CorridorCount area,
        List<Facet> kinds,
        List<Facet> roles,
        List<Facet> countries,
        List<Facet> regions,
        List<Facet> sources,
        List<Facet> precisions) {

    /**
     * Events in a corridor or a drawn area, whatever {@code certainOnly} says.
     *
     * @param certain known to 25 km or better and within the width, or along the border itself; inside the drawn area
     * @param possible known only by an area that meets the corridor or the drawn area
     */
    public record CorridorCount(int certain, int possible) {}

    /** One choice of a filter and how many events it would show. */
    public record Facet(String id, String name, int count) {}
}
