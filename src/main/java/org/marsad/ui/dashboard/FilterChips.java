package org.marsad.ui.dashboard;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.marsad.mapview.EventCounts;
import org.marsad.mapview.EventCounts.Facet;
import org.marsad.mapview.EventFilter;
import org.marsad.mapview.FilterWords;

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
        UnaryOperator<String> source = id -> words.source(
                id, named(counts.sources(), UnaryOperator.identity()).apply(id));
        var names = new FilterWords.Naming(
                named(counts.actors(), UnaryOperator.identity()), named(counts.regions(), words::region), source);
        new FilterWords(words, names).of(filter).forEach(condition -> {
            var count = switch (condition.about()) {
                case CORRIDOR -> counts.corridor();
                case AREA -> counts.area();
                case OTHER -> null;
            };
            chip(
                    condition,
                    count == null ? "" : " · " + words.say("corridor.counts", count.certain(), count.possible()));
        });
    }

    /** The filter in one line: a title for what is shown. */
    String text() {
        return shown.isEmpty() ? words.say("snapshot.allEvents") : String.join(words.say("list.dash"), shown);
    }

    private static UnaryOperator<String> named(List<Facet> facets, UnaryOperator<String> otherwise) {
        var names = facets.stream().collect(Collectors.toMap(Facet::id, Facet::name, (one, _) -> one));
        return id -> names.containsKey(id) ? names.get(id) : otherwise.apply(id);
    }

    /**
     * @param counted what does not belong into a title
     */
    private void chip(FilterWords.Condition condition, String counted) {
        shown.add(condition.text());
        var text = condition.text() + counted;
        var label = new Span(text);
        label.getElement().setAttribute("dir", "auto");
        var remove = new NativeButton("×", click -> changed.accept(condition.without()));
        remove.getElement().setAttribute("aria-label", words.say("chips.remove", text));
        var chip = new Span(label, remove);
        chip.addClassName("m-chip");
        add(chip);
    }
}
