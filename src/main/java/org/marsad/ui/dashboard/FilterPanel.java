package org.marsad.ui.dashboard;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Section;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.marsad.mapview.EventCounts;
import org.marsad.mapview.EventFilter;
import org.marsad.ui.TypeFamily;

/** The filter's controls. Each tells the whole filter that it asks for; what is shown comes back by {@link #show}. */
final class FilterPanel extends Aside {
    private static final long serialVersionUID = 1;
    private static final int LISTED = 6;

    private final transient Words words;
    private final TimeFilter time;
    private final CorridorControls corridor;
    private final ActorPicker actorPicker;
    private final FacetRows actors;
    private final FacetRows types;
    private final FacetRows languages;
    private final Button reset;
    private transient EventFilter filter = EventFilter.ALL;

    FilterPanel(Words words, Consumer<EventFilter> changed) {
        this.words = words;
        time = new TimeFilter(words, edit -> changed.accept(edit.apply(filter)));
        corridor = new CorridorControls(words, choice -> changed.accept(filter.withCorridor(choice)));
        actorPicker = new ActorPicker(words, chosen -> changed.accept(filter.withActors(chosen)));
        actors = new FacetRows(
                words.say("filter.actors"),
                id -> null,
                id -> changed.accept(filter.withActors(toggled(filter.actors(), id))));
        types = new FacetRows(
                words.say("filter.types"),
                id -> TypeFamily.of(id).styleName(),
                id -> changed.accept(filter.withPlover(toggled(filter.plover(), id))));
        languages = new FacetRows(
                words.say("filter.languages"),
                id -> null,
                id -> changed.accept(filter.withLanguages(toggled(filter.languages(), id))));
        reset = new Button(words.say("filter.reset"), click -> changed.accept(EventFilter.ALL));
        reset.addThemeVariants(ButtonVariant.TERTIARY);
        reset.addClassName("m-reset");
        addClassNames("m-panel", "m-filters");
        setId("filters");
        getElement().setAttribute("aria-label", words.say("filter.title"));
        var heading = new Div(new H2(words.say("filter.title")), reset);
        heading.addClassName("m-panel-head");
        var body = new Div(
                section("filter.time", time),
                section("filter.border", corridor),
                section("filter.types", types),
                section("filter.actors", actorPicker, actors),
                section("filter.languages", languages));
        body.addClassName("m-panel-body");
        add(heading, body);
    }

    void show(EventFilter filter, EventCounts counts) {
        this.filter = filter;
        reset.setEnabled(!filter.equals(EventFilter.ALL));
        time.show(filter);
        corridor.show(filter.corridor(), counts);
        actorPicker.show(counts.actors(), filter.actors());
        actors.show(counts.actors(), filter.actors(), LISTED, words::number);
        types.show(
                counts.types().stream()
                        .map(type -> new EventCounts.Facet(type.id(), words.type(type.id()), type.count()))
                        .toList(),
                filter.plover(),
                20,
                words::number);
        languages.show(
                counts.languages().stream()
                        .map(tag -> new EventCounts.Facet(tag.id(), words.say("language." + tag.id()), tag.count()))
                        .toList(),
                filter.languages(),
                3,
                words::number);
    }

    private Section section(String title, Component... content) {
        var heading = new H3(words.say(title));
        var section = new Section(heading);
        section.add(content);
        section.addClassName("m-section");
        return section;
    }

    static Set<String> toggled(Set<String> chosen, String id) {
        var result = new HashSet<>(chosen);
        if (!result.remove(id)) {
            result.add(id);
        }
        return result;
    }
}
