package org.marsad.ui.dashboard;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.marsad.coding.event.Role;
import org.marsad.mapview.EventCounts;
import org.marsad.mapview.EventCounts.Facet;
import org.marsad.mapview.EventFilter;
import org.marsad.mapview.RecentDays;
import org.marsad.ui.TypeFamily;

/** The filter's controls. Each tells the whole filter that it asks for; what is shown comes back by {@link #show}. */
final class FilterPanel extends Aside {
    private static final long serialVersionUID = 1;

    private final transient Words words;
    private final transient Consumer<EventFilter> changed;
    private final transient Consumer<RecentDays> recent;
    private final transient List<FilterSection> sections;
    private final Button reset;
    private transient EventFilter filter = EventFilter.ALL;

    FilterPanel(Words words, ViewsMenu views, Consumer<EventFilter> changed, Consumer<RecentDays> recent) {
        this.words = words;
        this.changed = changed;
        this.recent = recent;
        reset = new Button(words.say("filter.reset"), click -> changed.accept(EventFilter.ALL));
        reset.addThemeVariants(ButtonVariant.TERTIARY);
        reset.addClassName("m-reset");
        addClassNames("m-panel", "m-filters");
        setId("filters");
        getElement().setAttribute("aria-label", words.say("filter.title"));
        var heading = new Div(new H2(words.say("filter.title")), views, reset);
        heading.addClassName("m-panel-head");
        sections = sections();
        var body = new Div();
        sections.forEach(body::add);
        body.addClassName("m-panel-body");
        add(heading, body);
    }

    private List<FilterSection> sections() {
        return List.of(
                new FilterSection(
                        words,
                        "filter.time",
                        true,
                        filter -> (filter.from() == null && filter.to() == null ? 0 : 1) + (filter.undated() ? 0 : 1),
                        () -> new TimeFilter(words, this::edit, recent)),
                new FilterSection(
                        words,
                        "filter.border",
                        true,
                        filter -> filter.corridor() == null ? 0 : 1,
                        () -> new CorridorControls(words, choice -> changed.accept(filter.withCorridor(choice)))),
                new FilterSection(
                        words, "filter.types", true, filter -> filter.plover().size(), this::types),
                new FilterSection(
                        words, "filter.actors", true, filter -> filter.actors().size(), this::actors),
                new FilterSection(
                        words,
                        "filter.parts",
                        false,
                        filter -> filter.kinds().size() + filter.roles().size(),
                        () -> FacetPart.all(kinds(), roles())),
                new FilterSection(
                        words,
                        "filter.where",
                        false,
                        filter -> filter.countries().size() + filter.regions().size(),
                        () -> FacetPart.all(countries(), regions())),
                new FilterSection(
                        words,
                        "filter.certainty",
                        false,
                        filter -> (filter.precision() < 7 ? 1 : 0) + (filter.deaths() > 0 ? 1 : 0),
                        () -> new CertaintyControls(words, this::edit)),
                new FilterSection(
                        words,
                        "filter.origin",
                        false,
                        filter -> filter.sources().size()
                                + filter.without().size()
                                + filter.languages().size(),
                        () -> FacetPart.all(sources(), languages())));
    }

    private FilterPart types() {
        return new FacetPart(
                words,
                "filter.types",
                false,
                new FacetPart.Of(named(EventCounts::types, words::type), EventFilter::plover, EventFilter::withPlover),
                null,
                id -> TypeFamily.of(id).styleName(),
                changed);
    }

    private FilterPart actors() {
        return part(
                "filter.actors",
                false,
                new FacetPart.Of(EventCounts::actors, EventFilter::actors, EventFilter::withActors),
                picking("filter.chooseActors", "filter.anyActor", id -> id));
    }

    private FilterPart kinds() {
        return part(
                "filter.kinds",
                true,
                new FacetPart.Of(
                        named(EventCounts::kinds, words::kind),
                        EventFilter::kinds,
                        (filter, chosen) -> filter.edit().kinds(chosen).build()),
                null);
    }

    private FilterPart roles() {
        return part(
                "filter.roles",
                true,
                new FacetPart.Of(
                        named(EventCounts::roles, role -> words.say("role." + role)),
                        filter -> filter.roles().stream().map(Role::word).collect(Collectors.toSet()),
                        (filter, chosen) -> filter.edit()
                                .roles(chosen.stream().map(Words::role).collect(Collectors.toSet()))
                                .build()),
                null);
    }

    private FilterPart countries() {
        return part(
                "filter.countries",
                false,
                new FacetPart.Of(
                        named(EventCounts::countries, words::country),
                        EventFilter::countries,
                        (filter, chosen) -> filter.edit().countries(chosen).build()),
                picking("filter.countries", "filter.anyCountry", words::country));
    }

    private FilterPart regions() {
        return part(
                "filter.regions",
                true,
                new FacetPart.Of(
                        EventCounts::regions,
                        EventFilter::regions,
                        (filter, chosen) -> filter.edit().regions(chosen).build()),
                picking("filter.regions", "filter.anyRegion", words::region));
    }

    private FilterPart sources() {
        return part(
                "filter.sources",
                true,
                new FacetPart.Of(
                        counts -> counts.sources().stream()
                                .map(source -> new Facet(
                                        source.id(), words.source(source.id(), source.name()), source.count()))
                                .toList(),
                        EventFilter::sources,
                        (filter, chosen) ->
                                filter.edit().sources(chosen).without(Set.of()).build()),
                null);
    }

    private FilterPart languages() {
        return part(
                "filter.languages",
                true,
                new FacetPart.Of(
                        named(EventCounts::languages, tag -> words.say("language." + tag)),
                        EventFilter::languages,
                        EventFilter::withLanguages),
                null);
    }

    private FilterPart part(String label, boolean titled, FacetPart.Of of, FacetPart.@Nullable Picking picking) {
        return new FacetPart(words, label, titled, of, picking, id -> null, changed);
    }

    private FacetPart.Picking picking(String label, String placeholder, UnaryOperator<String> otherwise) {
        return new FacetPart.Picking(words.say(label), words.say(placeholder), otherwise);
    }

    /**
     * @param recent where the filter's days are the last ones: which
     */
    void show(EventFilter shown, @Nullable RecentDays recent, EventCounts counts) {
        filter = shown;
        reset.setEnabled(!shown.equals(EventFilter.ALL));
        sections.forEach(section -> section.show(shown, recent, counts));
    }

    /** The counts of a range that is still being brushed; what is to be chosen from follows when it is settled. */
    void preview(EventFilter passing, EventCounts counts) {
        sections.forEach(section -> section.preview(passing, counts));
    }

    private void edit(UnaryOperator<EventFilter> edit) {
        changed.accept(edit.apply(filter));
    }

    private static Function<EventCounts, List<Facet>> named(
            Function<EventCounts, List<Facet>> facets, UnaryOperator<String> name) {
        return counts -> facets.apply(counts).stream()
                .map(facet -> new Facet(facet.id(), name.apply(facet.id()), facet.count()))
                .toList();
    }

    static Set<String> toggled(Set<String> chosen, String id) {
        var result = new HashSet<>(chosen);
        if (!result.remove(id)) {
            result.add(id);
        }
        return result;
    }
}
