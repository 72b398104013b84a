package org.marsad.ui.dashboard;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.data.renderer.LitRenderer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.marsad.mapview.EventCounts.Facet;

/** Actors to choose from, each with the number of events that it would show. */
final class ActorPicker extends MultiSelectComboBox<String> {
    private static final long serialVersionUID = 1;

    private final transient Map<String, Facet> facets = new HashMap<>();

    ActorPicker(Words words, Consumer<Set<String>> changed) {
        super(words.say("filter.chooseActors"));
        setItemLabelGenerator(this::name);
        setPlaceholder(words.say("filter.anyActor"));
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

    void show(List<Facet> actors, Set<String> chosen) {
        facets.clear();
        actors.forEach(facet -> facets.put(facet.id(), facet));
        var items = new ArrayList<>(actors.stream().map(Facet::id).toList());
        // One that the rest of the filter leaves no events stays, so that it can be taken out again.
        chosen.stream().filter(id -> !facets.containsKey(id)).forEach(items::add);
        setItems(items);
        setValue(chosen);
    }

    private String name(String id) {
        var facet = facets.get(id);
        return facet == null ? id : facet.name();
    }
}
