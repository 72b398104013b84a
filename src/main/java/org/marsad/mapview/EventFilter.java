package org.marsad.mapview;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.marsad.geo.BorderId;

/**
 * What the map, the list, the counts and every export show: the one meaning of a view.
 *
 * @param from first day, inclusive, or null for no bound; an event matches when its interval meets the range
 * @param to last day, inclusive, or null
 * @param undated whether events without a date are shown
 * @param actors ids of actors, any of which must take part; empty for all
 * @param corridor a border and a width, or null
 * @param plover PLOVER types; empty for all
 * @param languages of the sources; empty for all
 * @param text words that a source or the actors' or places' names must contain (folded), or empty
 */
public record EventFilter(
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        boolean undated,
        Set<String> actors,
        @Nullable CorridorFilter corridor,
        Set<String> plover,
        Set<String> languages,
        String text) {
    public static final EventFilter ALL = new EventFilter(null, null, true, Set.of(), null, Set.of(), Set.of(), "");

    public EventFilter {
        if (from != null && to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("the range ends before it begins: " + from + ".." + to);
        }
        actors = Set.copyOf(actors);
        plover = Set.copyOf(plover);
        languages = Set.copyOf(languages);
    }

    /**
     * A border corridor.
     *
     * @param km geodesic distance from the border line, to either side, inclusive; 1..200
     */
    public record CorridorFilter(BorderId border, double km) {
        public CorridorFilter {
            if (!(km >= 1 && km <= 200)) {
                throw new IllegalArgumentException("corridor width " + km + " km; 1 to 200 are kept");
            }
        }
    }
}
