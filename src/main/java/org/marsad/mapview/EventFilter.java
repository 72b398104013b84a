package org.marsad.mapview;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.marsad.coding.event.Role;
import org.marsad.geo.BorderId;

/**
 * What the map, the list, the counts and every export show: the one meaning of a view. All parts must hold.
 *
 * @param from first day, inclusive, or null for no bound; an event matches when its interval meets the range
 * @param to last day, inclusive, or null
 * @param undated whether events without a date are shown
 * @param actors ids of actors, any of which must take part; empty for all
 * @param kinds kinds of actor ({@code rebel}, {@code state-forces}, …); an actor of any of them does as well as one of
 *     {@code actors}; empty for none beside these
 * @param roles the roles, one of which that actor must have; empty for any
 * @param corridor a border and a width, or null
 * @param area a drawn box, circle or polygon, or null
 * @param countries ISO 3166-1 alpha-2, any of which a place of the event must be in; empty for all
 * @param regions first administrative divisions as {@code ML:Mopti}, any of which a place must be in; empty for all
 * @param plover PLOVER types; empty for all
 * @param languages of the sources; empty for all
 * @param sources ids of data sets the event may be from, {@link #ARTICLES} for those coded from articles; empty for all
 * @param without ids of data sets whose events are left out: by choice, or because their licence forbids to pass them on
 * @param precision UCDP where_prec at most; 7 for all
 * @param deaths at least so many reported; 0 for all
 * @param text words that a source or the actors' or places' names must contain (folded), or empty
 */
public record EventFilter(
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        boolean undated,
        Set<String> actors,
        Set<String> kinds,
        Set<Role> roles,
        @Nullable CorridorFilter corridor,
        @Nullable AreaFilter area,
        Set<String> countries,
        Set<String> regions,
        Set<String> plover,
        Set<String> languages,
        Set<String> sources,
        Set<String> without,
        int precision,
        int deaths,
        String text) {
    /** The data set of what Marsad coded from articles itself. */
    public static final String ARTICLES = "articles";

    public static final EventFilter ALL = new EventFilterBuilder().build();

    public EventFilter {
        if (from != null && to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("the range ends before it begins: " + from + ".." + to);
        }
        if (precision < 1 || precision > 7 || deaths < 0) {
            throw new IllegalArgumentException("precision " + precision + ", deaths " + deaths);
        }
        actors = Set.copyOf(actors);
        kinds = Set.copyOf(kinds);
        roles = Set.copyOf(roles);
        countries = Set.copyOf(countries);
        regions = Set.copyOf(regions);
        plover = Set.copyOf(plover);
        languages = Set.copyOf(languages);
        sources = Set.copyOf(sources);
        without = Set.copyOf(without);
        text = text.strip();
    }

    /** To make another filter that differs in some parts. */
    public EventFilterBuilder edit() {
        return new EventFilterBuilder(this);
    }

    /** The same with another choice of actors. */
    public EventFilter withActors(Set<String> other) {
        return edit().actors(other).build();
    }

    /** The same with another choice of PLOVER types. */
    public EventFilter withPlover(Set<String> other) {
        return edit().plover(other).build();
    }

    /** The same with another corridor, or none. */
    public EventFilter withCorridor(@Nullable CorridorFilter other) {
        return edit().corridor(other).build();
    }

    /** The same with another area, or none. */
    public EventFilter withArea(@Nullable AreaFilter other) {
        return edit().area(other).build();
    }

    /** The same with other bounds in time. */
    public EventFilter withRange(@Nullable LocalDate first, @Nullable LocalDate last) {
        return edit().range(first, last).build();
    }

    /** The same with or without events that have no date. */
    public EventFilter withUndated(boolean shown) {
        return edit().undated(shown).build();
    }

    /** The same with other languages of the sources. */
    public EventFilter withLanguages(Set<String> other) {
        return edit().languages(other).build();
    }

    /** The same with another text to look for. */
    public EventFilter withText(String other) {
        return edit().text(other).build();
    }

    /** The same without the events of these data sets too. */
    public EventFilter withoutAlso(Set<String> others) {
        var all = new HashSet<>(without);
        all.addAll(others);
        return edit().without(all).build();
    }

    /** Whether there is a condition on who takes part. */
    public boolean hasActors() {
        return !actors.isEmpty() || !kinds.isEmpty() || !roles.isEmpty();
    }

    /**
     * A border corridor. An event is in it for certain when it is known to 25 km or better (where_prec 1 or 2) and lies
     * within the width, or when it happened along this very border; it is possibly in it when only an area is known (a
     * region, a country, another border) and that area meets the corridor.
     *
     * @param km geodesic distance from the border line, to either side, inclusive; a whole number, 1..200
     * @param certainOnly whether events that are only possibly inside are left out
     */
    public record CorridorFilter(BorderId border, double km, boolean certainOnly) {
        public CorridorFilter {
            if (!(km >= 1 && km <= 200 && km == Math.rint(km))) {
                throw new IllegalArgumentException("corridor width " + km + " km; whole ones from 1 to 200 are kept");
            }
        }

        public CorridorFilter(BorderId border, double km) {
            this(border, km, false);
        }
    }

    /**
     * A drawn area. An event is in it for certain when it is known to 25 km or better and one of its points is inside;
     * possibly when only an area is known and that meets the drawn one.
     *
     * @param certainOnly whether events that are only possibly inside are left out
     */
    public record AreaFilter(DrawnArea area, boolean certainOnly) {}
}
