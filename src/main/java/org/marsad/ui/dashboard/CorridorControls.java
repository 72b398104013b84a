package org.marsad.ui.dashboard;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.data.renderer.LitRenderer;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.marsad.geo.BorderId;
import org.marsad.geo.Borders;
import org.marsad.mapview.EventCounts;
import org.marsad.mapview.EventFilter;
import org.marsad.mapview.EventFilter.CorridorFilter;
import org.marsad.mapview.RecentDays;

/** A border and how far to both sides of it; the borders with most events come first. */
final class CorridorControls extends Div implements FilterPart {
    private static final long serialVersionUID = 1;
    private static final List<Integer> WIDTHS = List.of(10, 25, 50, 100, 200);
    private static final int DEFAULT_KM = 50;
    private static final int LISTED = 4;

    private final transient Words words;
    private final ComboBox<String> border;
    private final FacetRows busiest;
    private final IntegerField km;
    private final Map<Integer, NativeButton> widths = new LinkedHashMap<>();
    private final Checkbox certainOnly;
    private final Span inside = new Span();
    private final Div width = new Div();
    private final Map<String, Integer> counts = new HashMap<>();
    private transient @Nullable CorridorFilter shown;

    CorridorControls(Words words, Consumer<@Nullable CorridorFilter> changed) {
        this.words = words;
        border = new ComboBox<>(words.say("filter.chooseBorder"));
        border.setItemLabelGenerator(id -> words.border(BorderId.parse(id)));
        border.setPlaceholder(words.say("filter.anyBorder"));
        border.setClearButtonVisible(true);
        border.setRenderer(LitRenderer.<String>of(
                        "<span class=\"m-item\"><span>${item.name}</span><span class=\"m-item-count\">${item.count}</span></span>")
                .withProperty("name", id -> words.border(BorderId.parse(id)))
                .withProperty("count", id -> counts.containsKey(id) ? words.number(counts.getOrDefault(id, 0)) : ""));
        km = new IntegerField(words.say("filter.km"));
        km.setMin(1);
        km.setMax(200);
        km.setStepButtonsVisible(true);
        certainOnly = new Checkbox(words.say("filter.certainOnly"));
        busiest = new FacetRows(
                words.say("filter.busiest"),
                id -> null,
                id -> changed.accept(isShown(id) ? null : with(id, DEFAULT_KM)));
        border.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                changed.accept(change.getValue() == null ? null : with(change.getValue(), DEFAULT_KM));
            }
        });
        km.addValueChangeListener(change -> {
            var value = change.getValue();
            if (change.isFromClient() && value != null && value >= 1 && value <= 200 && shown != null) {
                changed.accept(new CorridorFilter(shown.border(), value, shown.certainOnly()));
            }
        });
        certainOnly.addValueChangeListener(change -> {
            if (change.isFromClient() && shown != null) {
                changed.accept(new CorridorFilter(shown.border(), shown.km(), change.getValue()));
            }
        });
        var choices = new Div();
        choices.addClassName("m-choices");
        for (int each : WIDTHS) {
            var button = new NativeButton(words.number(each), click -> {
                if (shown != null) {
                    changed.accept(new CorridorFilter(shown.border(), each, shown.certainOnly()));
                }
            });
            button.addClassName("m-choice");
            button.getElement().setAttribute("aria-label", words.say("filter.kmEach", each));
            widths.put(each, button);
            choices.add(button);
        }
        inside.addClassName("m-inside");
        var row = new Div(choices, km);
        row.addClassName("m-width");
        width.add(row, inside, certainOnly);
        add(border, busiest, width);
        addClassName("m-corridor");
    }

    @Override
    public List<Component> content() {
        return List.of(this);
    }

    @Override
    public void show(EventFilter filter, @Nullable RecentDays recent, EventCounts events) {
        var corridor = filter.corridor();
        shown = corridor;
        counts.clear();
        events.borders().forEach(facet -> counts.put(facet.id(), facet.count()));
        border.setItems(Borders.builtIn().list().stream()
                .map(each -> each.id().toString())
                .sorted(Comparator.<String>comparingInt(id -> -counts.getOrDefault(id, 0))
                        .thenComparing(id -> words.border(BorderId.parse(id))))
                .toList());
        border.setValue(corridor == null ? null : corridor.border().toString());
        busiest.setVisible(corridor == null);
        busiest.show(events.borders(), Set.of(), LISTED, words::number);
        width.setVisible(corridor != null);
        if (corridor != null) {
            km.setValue((int) Math.round(corridor.km()));
            certainOnly.setValue(corridor.certainOnly());
            widths.forEach((each, button) ->
                    button.getElement().setAttribute("aria-pressed", Boolean.toString(each == corridor.km())));
            inside(events);
        }
    }

    @Override
    public void count(EventFilter passing, EventCounts events) {
        busiest.count(events.borders(), words::number);
        inside(events);
    }

    private void inside(EventCounts events) {
        var count = events.corridor();
        inside.setText(count == null ? "" : words.say("corridor.counts", count.certain(), count.possible()));
    }

    private boolean isShown(String id) {
        return shown != null && shown.border().toString().equals(id);
    }

    private CorridorFilter with(String id, int otherwise) {
        return new CorridorFilter(
                BorderId.parse(id), shown == null ? otherwise : shown.km(), shown != null && shown.certainOnly());
    }
}
