package org.marsad.ui.dashboard;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.data.renderer.LitRenderer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.marsad.mapview.EventCounts.Facet;

/** Values of a facet to choose from by typing, each with the number of events that it would show. */
final class FacetPicker extends MultiSelectComboBox<String> {
    private static final long serialVersionUID = 1;

    private final transient Map<String, Facet> facets = new HashMap<>();
    private final transient UnaryOperator<String> otherwise;

    /**
     * @param otherwise the name of a value that the counts do not hold
     */
    FacetPicker(
            Words words,
            String label,
            String placeholder,
            UnaryOperator<String> otherwise,
            Consumer<Set<String>> changed) {
        super(label);
        this.otherwise = otherwise;
        setItemLabelGenerator(this::name);
        setPlaceholder(placeholder);
        setClearButtonVisible(true);
        setRenderer(LitRenderer.<String>of(
                        "<span class=\"m-item\"><span>${item.name}</span><span class=\"m-item-count\">${item.count}</span></span>")
                .withProperty("name", this::name)
                .withProperty(
                        "count",
                        id -> facets.containsKey(id)
                                ? words.number(facets.get(id).count())
                                : ""));
        addValueChangeListener(change -> {
            if (change.isFromClient()) {
                changed.accept(change.getValue());
            }
        });
    }

    void show(List<Facet> values, Set<String> chosen) {
        facets.clear();
        values.forEach(facet -> facets.put(facet.id(), facet));
        var items = new ArrayList<>(values.stream().map(Facet::id).toList());
        // One that the rest of the filter leaves no events stays, so that it can be taken out again.
        chosen.stream().filter(id -> !facets.containsKey(id)).forEach(items::add);
        setItems(items);
        setValue(chosen);
    }

    private String name(String id) {
        var facet = facets.get(id);
        return facet == null ? otherwise.apply(id) : facet.name();
    }
}
