package org.marsad.ui.dashboard;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.marsad.mapview.EventCounts;
import org.marsad.mapview.EventCounts.Facet;
import org.marsad.mapview.EventFilter;
import org.marsad.mapview.RecentDays;

/** One facet of the filter: its values as rows and, where they are many, a field to choose from by typing. */
final class FacetPart implements FilterPart {
    /** Rows that are shown where a field has the others. */
    private static final int LISTED = 6;

    private static final int ALL = 40;

    private final Words words;
    private final Of of;
    private final FacetRows rows;
    private final @Nullable FacetPicker picker;
    private final @Nullable String label;
    private EventFilter filter = EventFilter.ALL;

    /**
     * Which facet it is.
     *
     * @param values those there are events of, by name, most first
     * @param chosen what the filter has of it
     * @param with the filter with others chosen
     */
    record Of(
            Function<EventCounts, List<Facet>> values,
            Function<EventFilter, Set<String>> chosen,
            BiFunction<EventFilter, Set<String>, EventFilter> with) {}

    /**
     * How the field to choose from is to be.
     *
     * @param otherwise the name of a value that there are no events of
     */
    record Picking(String label, String placeholder, UnaryOperator<String> otherwise) {}

    /**
     * @param label key of what it is called
     * @param titled whether that stands over it
     */
    FacetPart(
            Words words,
            String label,
            boolean titled,
            Of of,
            @Nullable Picking picking,
            Function<String, @Nullable String> symbol,
            Consumer<EventFilter> changed) {
        this.words = words;
        this.of = of;
        this.label = titled ? words.say(label) : null;
        rows = new FacetRows(
                words.say(label),
                symbol,
                id -> changed.accept(of.with.apply(filter, FilterPanel.toggled(of.chosen.apply(filter), id))));
        picker = picking == null
                ? null
                : new FacetPicker(
                        words,
                        picking.label,
                        picking.placeholder,
                        picking.otherwise,
                        chosen -> changed.accept(of.with.apply(filter, chosen)));
    }

    /** Several as one. */
    static FilterPart all(FilterPart... parts) {
        var each = List.of(parts);
        return new FilterPart() {
            @Override
            public List<Component> content() {
                return each.stream().flatMap(part -> part.content().stream()).toList();
            }

            @Override
            public void show(EventFilter filter, @Nullable RecentDays recent, EventCounts counts) {
                each.forEach(part -> part.show(filter, recent, counts));
            }

            @Override
            public void count(EventFilter passing, EventCounts counts) {
                each.forEach(part -> part.count(passing, counts));
            }
        };
    }

    @Override
    public List<Component> content() {
        var content = new ArrayList<Component>();
        if (label != null) {
            var title = new Span(label);
            title.addClassName("m-label");
            content.add(title);
        }
        if (picker != null) {
            content.add(picker);
        }
        content.add(rows);
        return content;
    }

    @Override
    public void show(EventFilter shown, @Nullable RecentDays recent, EventCounts counts) {
        filter = shown;
        var values = of.values.apply(counts);
        var chosen = of.chosen.apply(shown);
        if (picker != null) {
            picker.show(values, chosen);
        }
        rows.show(values, chosen, picker == null ? ALL : LISTED, words::number);
    }

    @Override
    public void count(EventFilter passing, EventCounts counts) {
        rows.count(of.values.apply(counts), words::number);
    }
}
