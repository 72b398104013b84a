package org.marsad.ui.dashboard;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.marsad.mapview.DrawnArea;
import org.marsad.mapview.EventCounts;
import org.marsad.mapview.EventCounts.Facet;
import org.marsad.mapview.EventFilter;

/** The filter in words, each part with a button that takes it away. */
final class FilterChips extends Div {
    private static final long serialVersionUID = 1;

    private final transient Words words;
    private final transient Consumer<EventFilter> changed;

    FilterChips(Words words, Consumer<EventFilter> changed) {
        this.words = words;
        this.changed = changed;
        addClassName("m-chips");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", words.say("chips.label"));
    }

    void show(EventFilter filter, EventCounts counts) {
        removeAll();
        var total = new Span(words.say("events", counts.total()));
        total.addClassNames("m-chip", "m-chip-total");
        total.getElement().setAttribute("aria-live", "polite");
        add(total);
        time(filter);
        var corridor = filter.corridor();
        if (corridor != null) {
            var count = counts.corridor();
            chip(
                    words.say("chips.corridor", words.border(corridor.border()), corridor.km())
                            + (count == null
                                    ? ""
                                    : " · " + words.say("corridor.counts", count.certain(), count.possible())),
                    filter.withCorridor(null));
        }
        var area = filter.area();
        if (area != null) {
            chip(
                    words.say(
                            switch (area.area()) {
                                case DrawnArea.Box box -> "chips.box";
                                case DrawnArea.Circle circle -> "chips.circle";
                                case DrawnArea.Outline outline -> "chips.polygon";
                            },
                            area.area() instanceof DrawnArea.Circle circle ? circle.km() : 0),
                    filter.withArea(null));
        }
        if (!filter.actors().isEmpty()) {
            var names = counts.actors().stream().collect(Collectors.toMap(Facet::id, Facet::name));
            chip(join(filter.actors(), names), filter.withActors(Set.of()));
        }
        if (!filter.plover().isEmpty()) {
            chip(
                    filter.plover().stream()
                            .sorted()
                            .map(words::type)
                            .collect(Collectors.joining(words.say("list.or"))),
                    filter.withPlover(Set.of()));
        }
        if (!filter.languages().isEmpty()) {
            chip(
                    words.say(
                            "chips.languages",
                            filter.languages().stream()
                                    .sorted()
                                    .map(tag -> words.say("language." + tag))
                                    .collect(Collectors.joining(words.say("list.or")))),
                    filter.withLanguages(Set.of()));
        }
        if (!filter.text().isEmpty()) {
            chip(words.say("chips.text", filter.text()), filter.withText(""));
        }
    }

    private void time(EventFilter filter) {
        var from = filter.from();
        var to = filter.to();
        if (from != null && to != null) {
            chip(words.range(from, to), filter.withRange(null, null));
        } else if (from != null) {
            chip(words.say("chips.from", words.day(from)), filter.withRange(null, null));
        } else if (to != null) {
            chip(words.say("chips.to", words.day(to)), filter.withRange(null, null));
        }
        if (!filter.undated()) {
            chip(words.say("chips.noUndated"), filter.withUndated(true));
        }
    }

    private String join(Set<String> ids, Map<String, String> names) {
        return ids.stream()
                .map(id -> names.getOrDefault(id, id))
                .sorted()
                .collect(Collectors.joining(words.say("list.or")));
    }

    private void chip(String text, EventFilter without) {
        var label = new Span(text);
        label.getElement().setAttribute("dir", "auto");
        var remove = new NativeButton("×", click -> changed.accept(without));
        remove.getElement().setAttribute("aria-label", words.say("chips.remove", text));
        var chip = new Span(label, remove);
        chip.addClassName("m-chip");
        add(chip);
    }
}
