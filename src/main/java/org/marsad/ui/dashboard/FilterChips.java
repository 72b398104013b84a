package org.marsad.ui.dashboard;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.marsad.coding.Role;
import org.marsad.mapview.EventCounts;
import org.marsad.mapview.EventCounts.Facet;
import org.marsad.mapview.EventFilter;
import org.marsad.mapview.EventFilterBuilder;

/** The filter in words, each part with a button that takes it away. */
final class FilterChips extends Div {
    private static final long serialVersionUID = 1;

    private final transient Words words;
    private final transient Consumer<EventFilter> changed;
    private final transient Runnable undone;
    private final List<String> shown = new ArrayList<>();

    FilterChips(Words words, Consumer<EventFilter> changed, Runnable undone) {
        this.words = words;
        this.undone = undone;
        this.changed = changed;
        addClassName("m-chips");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", words.say("chips.label"));
    }

    /**
     * @param undoable whether there is a change to take back
     */
    void show(EventFilter filter, EventCounts counts, boolean undoable) {
        removeAll();
        shown.clear();
        var total = new Span(words.say("events", counts.total()));
        total.addClassNames("m-chip", "m-chip-total");
        total.getElement().setAttribute("aria-live", "polite");
        add(total);
        if (undoable) {
            var undo = new NativeButton(words.say("chips.undo"), click -> undone.run());
            undo.addClassNames("m-chip", "m-undo");
            undo.setTitle(words.say("chips.undoHint"));
            add(undo);
        }
        time(filter);
        var corridor = filter.corridor();
        if (corridor != null) {
            var count = counts.corridor();
            var name = words.say("chips.corridor", words.border(corridor.border()), corridor.km());
            chip(
                    name,
                    name
                            + (count == null
                                    ? ""
                                    : " · " + words.say("corridor.counts", count.certain(), count.possible())),
                    filter.withCorridor(null));
        }
        var area = filter.area();
        if (area != null) {
            var count = counts.area();
            var name = words.area(area.area());
            chip(
                    name,
                    name
                            + (count == null
                                    ? ""
                                    : " · " + words.say("corridor.counts", count.certain(), count.possible())),
                    filter.withArea(null));
        }
        any(filter.countries(), words::country, "", filter.edit().countries(Set.of()));
        any(
                filter.regions(),
                named(counts.regions(), words::region),
                "",
                filter.edit().regions(Set.of()));
        who(filter, counts);
        if (!filter.plover().isEmpty()) {
            chip(
                    filter.plover().stream()
                            .sorted()
                            .map(words::type)
                            .collect(Collectors.joining(words.say("list.or"))),
                    filter.withPlover(Set.of()));
        }
        if (filter.precision() < 7) {
            chip(
                    words.say("chips.precision", words.say("where." + filter.precision())),
                    filter.edit().precision(7).build());
        }
        if (filter.deaths() > 0) {
            chip(
                    words.say("deaths.least", filter.deaths()),
                    filter.edit().deaths(0).build());
        }
        UnaryOperator<String> source = id -> words.source(
                id, named(counts.sources(), UnaryOperator.identity()).apply(id));
        any(filter.sources(), source, "chips.sources", filter.edit().sources(Set.of()));
        any(filter.without(), source, "chips.without", filter.edit().without(Set.of()));
        any(
                filter.languages(),
                tag -> words.say("language." + tag),
                "chips.languages",
                filter.edit().languages(Set.of()));
        if (!filter.text().isEmpty()) {
            chip(words.say("chips.text", filter.text()), filter.withText(""));
        }
    }

    /** The filter in one line: a title for what is shown. */
    String text() {
        return shown.isEmpty() ? words.say("snapshot.allEvents") : String.join(words.say("list.dash"), shown);
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

    /** Actors and kinds are alternatives to each other, and one chip; the roles they must have are another. */
    private void who(EventFilter filter, EventCounts counts) {
        var names = new ArrayList<>(names(filter.actors(), named(counts.actors(), UnaryOperator.identity())));
        names.addAll(names(filter.kinds(), words::kind));
        if (!names.isEmpty()) {
            chip(
                    String.join(words.say("list.or"), names),
                    filter.edit().actors(Set.of()).kinds(Set.of()).build());
        }
        any(
                filter.roles().stream().map(Role::word).collect(Collectors.toSet()),
                role -> words.say("role." + role),
                "chips.roles",
                filter.edit().roles(Set.of()));
    }

    /** A chip for any of some values; {@code key} is of the words around them, or empty. */
    private void any(Set<String> ids, UnaryOperator<String> name, String key, EventFilterBuilder without) {
        if (!ids.isEmpty()) {
            var text = String.join(words.say("list.or"), names(ids, name));
            chip(key.isEmpty() ? text : words.say(key, text), without.build());
        }
    }

    private static List<String> names(Set<String> ids, UnaryOperator<String> name) {
        return ids.stream().map(name).sorted().toList();
    }

    private static UnaryOperator<String> named(List<Facet> facets, UnaryOperator<String> otherwise) {
        var names = facets.stream().collect(Collectors.toMap(Facet::id, Facet::name, (one, _) -> one));
        return id -> names.containsKey(id) ? names.get(id) : otherwise.apply(id);
    }

    private void chip(String text, EventFilter without) {
        chip(text, text, without);
    }

    /**
     * @param name the condition without its counts, which do not belong into a title
     */
    private void chip(String name, String text, EventFilter without) {
        shown.add(name);
        var label = new Span(text);
        label.getElement().setAttribute("dir", "auto");
        var remove = new NativeButton("×", click -> changed.accept(without));
        remove.getElement().setAttribute("aria-label", words.say("chips.remove", text));
        var chip = new Span(label, remove);
        chip.addClassName("m-chip");
        add(chip);
    }
}
