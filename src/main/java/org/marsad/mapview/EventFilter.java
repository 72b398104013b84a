package org.marsad.mapview;

import java.time.LocalDate;
import java.util.HashSet;
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
 * @param without ids of data sets whose events are left out: by choice, or because their licence forbids to pass them on
 */
public record EventFilter(
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        boolean undated,
        Set<String> actors,
        @Nullable CorridorFilter corridor,
        Set<String> plover,
        Set<String> languages,
        String text,
        Set<String> without) {
    public static final EventFilter ALL =
            new EventFilter(null, null, true, Set.of(), null, Set.of(), Set.of(), "", Set.of());

    public EventFilter {
        if (from != null && to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("the range ends before it begins: " + from + ".." + to);
        }
        actors = Set.copyOf(actors);
        plover = Set.copyOf(plover);
        languages = Set.copyOf(languages);
        text = text.strip();
        without = Set.copyOf(without);
    }

    /** One that leaves out no data set. */
    public EventFilter(
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            boolean undated,
            Set<String> actors,
            @Nullable CorridorFilter corridor,
            Set<String> plover,
            Set<String> languages,
            String text) {
        this(from, to, undated, actors, corridor, plover, languages, text, Set.of());
    }

    /** The same with another choice of actors. */
    public EventFilter withActors(Set<String> other) {
        return new EventFilter(from, to, undated, other, corridor, plover, languages, text, without);
    }

    /** The same with another choice of PLOVER types. */
    public EventFilter withPlover(Set<String> other) {
        return new EventFilter(from, to, undated, actors, corridor, other, languages, text, without);
    }

    /** The same with another corridor, or none. */
    public EventFilter withCorridor(@Nullable CorridorFilter other) {
        return new EventFilter(from, to, undated, actors, other, plover, languages, text, without);
    }

    /** The same with other bounds in time. */
    public EventFilter withRange(@Nullable LocalDate first, @Nullable LocalDate last) {
        return new EventFilter(first, last, undated, actors, corridor, plover, languages, text, without);
    }

    /** The same with or without events that have no date. */
    public EventFilter withUndated(boolean shown) {
        return new EventFilter(from, to, shown, actors, corridor, plover, languages, text, without);
    }

    /** The same with other languages of the sources. */
    public EventFilter withLanguages(Set<String> other) {
        return new EventFilter(from, to, undated, actors, corridor, plover, other, text, without);
    }

    /** The same with another text to look for. */
    public EventFilter withText(String other) {
        return new EventFilter(from, to, undated, actors, corridor, plover, languages, other, without);
    }

    /** The same without the events of these data sets too. */
    public EventFilter withoutAlso(Set<String> sources) {
        var all = new HashSet<>(without);
        all.addAll(sources);
        return new EventFilter(from, to, undated, actors, corridor, plover, languages, text, all);
    }

    /**
     * A border corridor. An event is in it for certain when it is known to 25 km or better (where_prec 1 or 2) and lies
     * within the width, or when it happened along this very border; it is possibly in it when only an area is known (a
     * region, a country, another border) and that area meets the corridor.
     *
     * @param km geodesic distance from the border line, to either side, inclusive; 1..200
     * @param certainOnly whether events that are only possibly inside are left out
     */
    public record CorridorFilter(BorderId border, double km, boolean certainOnly) {
        public CorridorFilter {
            if (!(km >= 1 && km <= 200)) {
                throw new IllegalArgumentException("corridor width " + km + " km; 1 to 200 are kept");
            }
        }

        public CorridorFilter(BorderId border, double km) {
            this(border, km, false);
        }
    }
}
