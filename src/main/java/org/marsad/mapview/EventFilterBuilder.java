package org.marsad.mapview;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.marsad.coding.event.Role;
import org.marsad.mapview.EventFilter.AreaFilter;
import org.marsad.mapview.EventFilter.CorridorFilter;

/** Makes an {@link EventFilter}; what is not said selects everything. */
public final class EventFilterBuilder {
    private @Nullable LocalDate from;
    private @Nullable LocalDate to;
    private boolean undated = true;
    private Set<String> actors = Set.of();
    private Set<String> kinds = Set.of();
    private Set<Role> roles = Set.of();
    private @Nullable CorridorFilter corridor;
    private @Nullable AreaFilter area;
    private Set<String> countries = Set.of();
    private Set<String> regions = Set.of();
    private Set<String> plover = Set.of();
    private Set<String> languages = Set.of();
    private Set<String> sources = Set.of();
    private Set<String> without = Set.of();
    private int precision = 7;
    private int deaths;
    private String text = "";

    public EventFilterBuilder() {}

    EventFilterBuilder(EventFilter filter) {
        from = filter.from();
        to = filter.to();
        undated = filter.undated();
        actors = filter.actors();
        kinds = filter.kinds();
        roles = filter.roles();
        corridor = filter.corridor();
        area = filter.area();
        countries = filter.countries();
        regions = filter.regions();
        plover = filter.plover();
        languages = filter.languages();
        sources = filter.sources();
        without = filter.without();
        precision = filter.precision();
        deaths = filter.deaths();
        text = filter.text();
    }

    public EventFilterBuilder range(@Nullable LocalDate first, @Nullable LocalDate last) {
        from = first;
        to = last;
        return this;
    }

    public EventFilterBuilder undated(boolean shown) {
        undated = shown;
        return this;
    }

    public EventFilterBuilder actors(Set<String> ids) {
        actors = ids;
        return this;
    }

    public EventFilterBuilder kinds(Set<String> words) {
        kinds = words;
        return this;
    }

    public EventFilterBuilder roles(Set<Role> any) {
        roles = any;
        return this;
    }

    public EventFilterBuilder corridor(@Nullable CorridorFilter other) {
        corridor = other;
        return this;
    }

    public EventFilterBuilder area(@Nullable AreaFilter other) {
        area = other;
        return this;
    }

    public EventFilterBuilder countries(Set<String> iso2) {
        countries = iso2;
        return this;
    }

    public EventFilterBuilder regions(Set<String> ids) {
        regions = ids;
        return this;
    }

    public EventFilterBuilder plover(Set<String> types) {
        plover = types;
        return this;
    }

    public EventFilterBuilder languages(Set<String> tags) {
        languages = tags;
        return this;
    }

    public EventFilterBuilder sources(Set<String> ids) {
        sources = ids;
        return this;
    }

    public EventFilterBuilder without(Set<String> ids) {
        without = ids;
        return this;
    }

    public EventFilterBuilder precision(int atMost) {
        precision = atMost;
        return this;
    }

    public EventFilterBuilder deaths(int atLeast) {
        deaths = atLeast;
        return this;
    }

    public EventFilterBuilder text(String words) {
        text = words;
        return this;
    }

    /**
     * @throws IllegalArgumentException where a value is out of range
     */
    public EventFilter build() {
        return new EventFilter(
                from, to, undated, actors, kinds, roles, corridor, area, countries, regions, plover, languages, sources,
                without, precision, deaths, text);
    }
}
