package org.marsad.ui.dashboard;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.marsad.mapview.EventCounts.Facet;

/** Choices of a filter as rows that are pressed in and out, each with its count as a number and as a bar. */
final class FacetRows extends Div {
    private static final long serialVersionUID = 1;

    private final Consumer<String> toggle;
    private final Function<String, @Nullable String> symbol;

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
     * @param most rows that are not chosen are shown up to this many
     */
    void show(List<Facet> facets, Set<String> chosen, int most, Function<Integer, String> number) {
        removeAll();
        int top = facets.stream().mapToInt(Facet::count).max().orElse(1);
        int shown = 0;
        for (Facet facet : facets) {
            boolean isChosen = chosen.contains(facet.id());
            if (isChosen || shown < most) {
                add(row(facet, isChosen, top, number));
                shown += isChosen ? 0 : 1;
            }
        }
    }

    private NativeButton row(Facet facet, boolean chosen, int top, Function<Integer, String> number) {
        var row = new NativeButton();
        row.addClassName("m-facet");
        row.getElement().setAttribute("aria-pressed", Boolean.toString(chosen));
        row.getElement().setAttribute("data-id", facet.id());
        var mark = symbol.apply(facet.id());
        if (mark != null) {
            var icon = new Span();
            icon.addClassNames("m-symbol", mark);
            icon.getElement().setAttribute("aria-hidden", "true");
            row.add(icon);
        }
        var name = new Span(facet.name());
        name.addClassName("m-facet-name");
        name.getElement().setAttribute("dir", "auto");
        var bar = new Span();
        bar.addClassName("m-facet-bar");
        bar.getStyle().set("inline-size", Math.max(2, 100 * facet.count() / top) + "%");
        var count = new Span(number.apply(facet.count()));
        count.addClassName("m-facet-count");
        row.add(name, count, bar);
        row.addClickListener(click -> toggle.accept(facet.id()));
        return row;
    }
}
