package org.marsad.ui.dashboard;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.marsad.coding.Role;
import org.marsad.mapview.EventCounts;
import org.marsad.mapview.EventCounts.Facet;
import org.marsad.mapview.EventFilter;
import org.marsad.mapview.RecentDays;
import org.marsad.ui.TypeFamily;

/** The filter's controls. Each tells the whole filter that it asks for; what is shown comes back by {@link #show}. */
final class FilterPanel extends Aside {
    private static final long serialVersionUID = 1;
    private static final int LISTED = 6;
    private static final int ALL = 40;

    private final transient Words words;
    private final transient Consumer<EventFilter> changed;
    private final TimeFilter time;
    private final CorridorControls corridor;
    private final FacetPicker actorPicker;
    private final FacetPicker countryPicker;
    private final FacetPicker regionPicker;
    private final CertaintyControls certainty;
    private final FacetRows actors;
    private final FacetRows kinds;
    private final FacetRows roles;
    private final FacetRows types;
    private final FacetRows countries;
    private final FacetRows regions;
    private final FacetRows sources;
    private final FacetRows languages;
    private final FilterSection timeSection;
    private final FilterSection borderSection;
    private final FilterSection typeSection;
    private final FilterSection actorSection;
    private final FilterSection partSection;
    private final FilterSection countrySection;
    private final FilterSection certaintySection;
    private final FilterSection sourceSection;
    private final Button reset;
    private transient EventFilter filter = EventFilter.ALL;

    FilterPanel(Words words, ViewsMenu views, Consumer<EventFilter> changed, Consumer<RecentDays> recent) {
        this.words = words;
        this.changed = changed;
        time = new TimeFilter(words, this::edit, recent);
        corridor = new CorridorControls(words, choice -> changed.accept(filter.withCorridor(choice)));
        actorPicker = new FacetPicker(
                words,
                words.say("filter.chooseActors"),
                words.say("filter.anyActor"),
                id -> id,
                chosen -> changed.accept(filter.withActors(chosen)));
        countryPicker = new FacetPicker(
                words,
                words.say("filter.countries"),
                words.say("filter.anyCountry"),
                words::country,
                chosen -> edit(filter -> filter.edit().countries(chosen).build()));
        regionPicker = new FacetPicker(
                words,
                words.say("filter.regions"),
                words.say("filter.anyRegion"),
                words::region,
                chosen -> edit(filter -> filter.edit().regions(chosen).build()));
        certainty = new CertaintyControls(words, this::edit);
        actors = rows("filter.actors", id -> filter.withActors(toggled(filter.actors(), id)));
        kinds = rows(
                "filter.kinds",
                id -> filter.edit().kinds(toggled(filter.kinds(), id)).build());
        roles = rows(
                "filter.roles",
                id -> filter.edit()
                        .roles(toggled(words(filter.roles()), id).stream()
                                .map(Words::role)
                                .collect(Collectors.toSet()))
                        .build());
        types = new FacetRows(
                words.say("filter.types"),
                id -> TypeFamily.of(id).styleName(),
                id -> changed.accept(filter.withPlover(toggled(filter.plover(), id))));
        countries = rows(
                "filter.countries",
                id -> filter.edit().countries(toggled(filter.countries(), id)).build());
        regions = rows(
                "filter.regions",
                id -> filter.edit().regions(toggled(filter.regions(), id)).build());
        sources = rows(
                "filter.sources",
                id -> filter.edit()
                        .sources(toggled(filter.sources(), id))
                        .without(Set.of())
                        .build());
        languages = rows("filter.languages", id -> filter.withLanguages(toggled(filter.languages(), id)));
        reset = new Button(words.say("filter.reset"), click -> changed.accept(EventFilter.ALL));
        reset.addThemeVariants(ButtonVariant.TERTIARY);
        reset.addClassName("m-reset");
        addClassNames("m-panel", "m-filters");
        setId("filters");
        getElement().setAttribute("aria-label", words.say("filter.title"));
        var heading = new Div(new H2(words.say("filter.title")), views, reset);
        heading.addClassName("m-panel-head");
        timeSection = new FilterSection(words, "filter.time", true, time);
        borderSection = new FilterSection(words, "filter.border", true, corridor);
        typeSection = new FilterSection(words, "filter.types", true, types);
        actorSection = new FilterSection(words, "filter.actors", true, actorPicker, actors);
        partSection = new FilterSection(
                words, "filter.parts", false, label("filter.kinds"), kinds, label("filter.roles"), roles);
        countrySection = new FilterSection(
                words, "filter.where", false, countryPicker, countries, label("filter.regions"), regionPicker, regions);
        certaintySection = new FilterSection(words, "filter.certainty", false, certainty);
        sourceSection = new FilterSection(
                words, "filter.origin", false, label("filter.sources"), sources, label("filter.languages"), languages);
        var body = new Div(
                timeSection,
                borderSection,
                typeSection,
                actorSection,
                partSection,
                countrySection,
                certaintySection,
                sourceSection);
        body.addClassName("m-panel-body");
        add(heading, body);
    }

    /**
     * @param recent where the filter's days are the last ones: which
     */
    void show(EventFilter filter, @Nullable RecentDays recent, EventCounts counts) {
        this.filter = filter;
        reset.setEnabled(!filter.equals(EventFilter.ALL));
        time.show(filter, recent);
        timeSection.show((filter.from() == null && filter.to() == null ? 0 : 1) + (filter.undated() ? 0 : 1));
        corridor.show(filter.corridor(), counts);
        borderSection.show(filter.corridor() == null ? 0 : 1);
        actorPicker.show(counts.actors(), filter.actors());
        actors.show(counts.actors(), filter.actors(), LISTED, words::number);
        actorSection.show(filter.actors().size());
        kinds.show(named(counts.kinds(), words::kind), filter.kinds(), ALL, words::number);
        roles.show(named(counts.roles(), role -> words.say("role." + role)), words(filter.roles()), ALL, words::number);
        partSection.show(filter.kinds().size() + filter.roles().size());
        types.show(named(counts.types(), words::type), filter.plover(), ALL, words::number);
        typeSection.show(filter.plover().size());
        var inCountries = named(counts.countries(), words::country);
        countryPicker.show(inCountries, filter.countries());
        countries.show(inCountries, filter.countries(), LISTED, words::number);
        regionPicker.show(counts.regions(), filter.regions());
        regions.show(counts.regions(), filter.regions(), LISTED, words::number);
        countrySection.show(filter.countries().size() + filter.regions().size());
        certainty.show(filter, counts);
        certaintySection.show((filter.precision() < 7 ? 1 : 0) + (filter.deaths() > 0 ? 1 : 0));
        sources.show(
                counts.sources().stream()
                        .map(source -> new Facet(source.id(), words.source(source.id(), source.name()), source.count()))
                        .toList(),
                filter.sources(),
                ALL,
                words::number);
        languages.show(
                named(counts.languages(), tag -> words.say("language." + tag)),
                filter.languages(),
                LISTED,
                words::number);
        sourceSection.show(filter.sources().size()
                + filter.without().size()
                + filter.languages().size());
    }

    /** The counts of a range that is still being brushed; what is to be chosen from follows when it is settled. */
    void preview(EventFilter passing, EventCounts counts) {
        corridor.count(counts);
        certainty.show(passing, counts);
        actors.count(counts.actors(), words::number);
        kinds.count(counts.kinds(), words::number);
        roles.count(counts.roles(), words::number);
        types.count(counts.types(), words::number);
        countries.count(counts.countries(), words::number);
        regions.count(counts.regions(), words::number);
        sources.count(counts.sources(), words::number);
        languages.count(counts.languages(), words::number);
    }

    private void edit(UnaryOperator<EventFilter> edit) {
        changed.accept(edit.apply(filter));
    }

    private FacetRows rows(String label, java.util.function.Function<String, EventFilter> pressed) {
        return new FacetRows(words.say(label), id -> null, id -> changed.accept(pressed.apply(id)));
    }

    private Span label(String key) {
        var label = new Span(words.say(key));
        label.addClassName("m-label");
        return label;
    }

    private static List<Facet> named(List<Facet> facets, UnaryOperator<String> name) {
        return facets.stream()
                .map(facet -> new Facet(facet.id(), name.apply(facet.id()), facet.count()))
                .toList();
    }

    private static Set<String> words(Set<Role> roles) {
        return roles.stream().map(Role::word).collect(Collectors.toSet());
    }

    static Set<String> toggled(Set<String> chosen, String id) {
        var result = new HashSet<>(chosen);
        if (!result.remove(id)) {
            result.add(id);
        }
        return result;
    }
}
