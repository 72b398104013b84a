package org.marsad.ui.dashboard;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.marsad.mapview.EventCounts.Facet;

/** Choices of a filter as rows that are pressed in and out, each with its count as a number and as a bar. */
final class FacetRows extends Div {
    private static final long serialVersionUID = 1;

    private final Consumer<String> toggle;
    private final Function<String, @Nullable String> symbol;
    private final Map<String, Row> rows = new HashMap<>();
    private List<String> order = List.of();
    private @Nullable String pressed;

    /**
     * @param symbol the style class of a choice's symbol, or null for none
     * @param toggle told the id of a row that was pressed
     */
    FacetRows(String label, Function<String, @Nullable String> symbol, Consumer<String> toggle) {
        this.symbol = symbol;
        this.toggle = toggle;
        addClassName("m-facets");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", label);
    }

    /**
     * Rows that were there stay the same elements, so that a press on one is not lost while counts come in. The row that
     * was pressed keeps the focus.
     *
     * @param most rows that are not chosen are shown up to this many
     */
    void show(List<Facet> facets, Set<String> chosen, int most, Function<Integer, String> number) {
        int top = facets.stream().mapToInt(Facet::count).max().orElse(1);
        int shown = 0;
        var ids = new ArrayList<String>();
        for (Facet facet : facets) {
            boolean isChosen = chosen.contains(facet.id());
            if (isChosen || shown < most) {
                ids.add(facet.id());
                rows.computeIfAbsent(facet.id(), Row::new).show(facet, isChosen, top, number);
                shown += isChosen ? 0 : 1;
            }
        }
        if (!ids.equals(order)) {
            removeAll();
            ids.forEach(id -> add(rows.get(id)));
            rows.keySet().retainAll(Set.copyOf(ids));
            order = ids;
            if (pressed != null && rows.containsKey(pressed)) {
                rows.get(pressed).focus();
            }
        }
        pressed = null;
    }

    /** Other counts for the rows that are shown, each where it is: rows that changed places under a moving brush could not be read. */
    void count(List<Facet> facets, Function<Integer, String> number) {
        var counts = facets.stream().collect(Collectors.toMap(Facet::id, Facet::count, (one, _) -> one));
        int top = facets.stream().mapToInt(Facet::count).max().orElse(1);
        order.forEach(id -> rows.get(id).count(counts.getOrDefault(id, 0), top, number));
    }

    private final class Row extends NativeButton {
        private static final long serialVersionUID = 1;

        private final Span name = new Span();
        private final Span bar = new Span();
        private final Span count = new Span();

        Row(String id) {
            addClassName("m-facet");
            getElement().setAttribute("data-id", id);
            var mark = symbol.apply(id);
            if (mark != null) {
                var icon = new Span();
                icon.addClassNames("m-symbol", mark);
                icon.getElement().setAttribute("aria-hidden", "true");
                add(icon);
            }
            name.addClassName("m-facet-name");
            name.getElement().setAttribute("dir", "auto");
            bar.addClassName("m-facet-bar");
            count.addClassName("m-facet-count");
            add(name, count, bar);
            addClickListener(click -> {
                pressed = id;
                toggle.accept(id);
            });
        }

        void show(Facet facet, boolean chosen, int top, Function<Integer, String> number) {
            getElement().setAttribute("aria-pressed", Boolean.toString(chosen));
            name.setText(facet.name());
            count(facet.count(), top, number);
        }

        void count(int events, int top, Function<Integer, String> number) {
            count.setText(number.apply(events));
            bar.getStyle().set("inline-size", Math.max(2, 100 * events / Math.max(1, top)) + "%");
        }
    }
}
