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
    private final Span total = new Span();
    private final List<String> shown = new ArrayList<>();
    private final List<Span> labels = new ArrayList<>();

    FilterChips(Words words, Consumer<EventFilter> changed, Runnable undone) {
        this.words = words;
        this.undone = undone;
        this.changed = changed;
        addClassName("m-chips");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", words.say("chips.label"));
        total.addClassNames("m-chip", "m-chip-total");
        total.getElement().setAttribute("aria-live", "polite");
    }

    /**
     * @param undoable whether there is a change to take back
     */
    void show(EventFilter filter, EventCounts counts, boolean undoable) {
        removeAll();
        shown.clear();
        labels.clear();
        total.setText(words.say("events", counts.total()));
        add(total);
        if (undoable) {
            var undo = new NativeButton(words.say("chips.undo"), click -> undone.run());
            undo.addClassNames("m-chip", "m-undo");
            undo.setTitle(words.say("chips.undoHint"));
            add(undo);
        }
        words(filter, counts).forEach(condition -> {
            shown.add(condition.text());
            chip(condition, text(condition, counts));
        });
    }

    /** Other figures and another range, while it is brushed: what is in the chips changes, and they stay. */
    void preview(EventFilter filter, EventCounts counts, boolean undoable) {
        var conditions = words(filter, counts);
        if (conditions.size() != labels.size()) {
            show(filter, counts, undoable);
            return;
        }
        total.setText(words.say("events", counts.total()));
        for (int i = 0; i < labels.size(); i++) {
            labels.get(i).setText(text(conditions.get(i), counts));
        }
    }

    private List<FilterWords.Condition> words(EventFilter filter, EventCounts counts) {
        UnaryOperator<String> source = id -> words.source(
                id, named(counts.sources(), UnaryOperator.identity()).apply(id));
        var names = new FilterWords.Naming(
                named(counts.actors(), UnaryOperator.identity()), named(counts.regions(), words::region), source);
        return new FilterWords(words, names).of(filter);
    }

    /** The condition, and what does not belong into a title: how many are certain of it. */
    private String text(FilterWords.Condition condition, EventCounts counts) {
        var count = switch (condition.about()) {
            case CORRIDOR -> counts.corridor();
            case AREA -> counts.area();
            case OTHER -> null;
        };
        return count == null
                ? condition.text()
                : condition.text() + " · " + words.say("corridor.counts", count.certain(), count.possible());
    }

    /** The filter in one line: a title for what is shown. */
    String text() {
        return shown.isEmpty() ? words.say("snapshot.allEvents") : String.join(words.say("list.dash"), shown);
    }

    private static UnaryOperator<String> named(List<Facet> facets, UnaryOperator<String> otherwise) {
        var names = facets.stream().collect(Collectors.toMap(Facet::id, Facet::name, (one, _) -> one));
        return id -> names.containsKey(id) ? names.get(id) : otherwise.apply(id);
    }

    private void chip(FilterWords.Condition condition, String text) {
        var label = new Span(text);
        label.getElement().setAttribute("dir", "auto");
        labels.add(label);
        var remove = new NativeButton("×", click -> changed.accept(condition.without()));
        remove.getElement().setAttribute("aria-label", words.say("chips.remove", text));
        var chip = new Span(label, remove);
        chip.addClassName("m-chip");
        add(chip);
    }
}
