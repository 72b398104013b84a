package org.marsad.ui.dashboard;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.marsad.mapview.EventCounts;
import org.marsad.mapview.EventCounts.Facet;
import org.marsad.mapview.EventFilter;
import org.marsad.mapview.RecentDays;

/** How well the place must be known, and how many deaths there must be. */
final class CertaintyControls extends Div implements FilterPart {
    private static final long serialVersionUID = 1;
    private static final List<Integer> PRECISIONS = List.of(7, 1, 2, 3, 4);
    private static final List<Integer> DEATHS = List.of(0, 1, 10, 50);
    private static final int MOST_DEATHS = 1_000_000;

    private final transient Words words;
    private final Map<Integer, NativeButton> precisions = new LinkedHashMap<>();
    private final Map<Integer, NativeButton> deaths = new LinkedHashMap<>();
    private final IntegerField least;

    CertaintyControls(Words words, Consumer<UnaryOperator<EventFilter>> edited) {
        this.words = words;
        addClassName("m-certainty");
        var precision = group("filter.precision");
        for (int atMost : PRECISIONS) {
            var button = choice(
                    precision,
                    () -> edited.accept(
                            filter -> filter.edit().precision(atMost).build()));
            button.setText(words.say(atMost == 7 ? "filter.anyPrecision" : "filter.precision." + atMost));
            precisions.put(atMost, button);
        }
        var fatal = group("filter.deaths");
        for (int atLeast : DEATHS) {
            var button = choice(
                    fatal,
                    () -> edited.accept(filter -> filter.edit().deaths(atLeast).build()));
            button.setText(words.say(atLeast == 0 ? "filter.anyDeaths" : "filter.deathsLeast", atLeast));
            deaths.put(atLeast, button);
        }
        least = new IntegerField();
        least.setAriaLabel(words.say("filter.deaths"));
        least.setPlaceholder(words.say("filter.deathsOther"));
        least.setMin(0);
        least.setMax(MOST_DEATHS);
        least.setValueChangeMode(ValueChangeMode.ON_CHANGE);
        least.addClassName("m-least");
        least.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                int value = change.getValue() == null ? 0 : Math.clamp(change.getValue(), 0, MOST_DEATHS);
                edited.accept(filter -> filter.edit().deaths(value).build());
            }
        });
        fatal.add(least);
        add(label("filter.precision"), precision, label("filter.deaths"), fatal);
    }

    @Override
    public List<Component> content() {
        return List.of(this);
    }

    @Override
    public void show(EventFilter filter, @Nullable RecentDays recent, EventCounts counts) {
        precisions.forEach((atMost, button) ->
                button.getElement().setAttribute("aria-pressed", Boolean.toString(filter.precision() == atMost)));
        deaths.forEach((atLeast, button) ->
                button.getElement().setAttribute("aria-pressed", Boolean.toString(filter.deaths() == atLeast)));
        least.setValue(filter.deaths() == 0 ? null : filter.deaths());
        count(filter, counts);
    }

    @Override
    public void count(EventFilter passing, EventCounts counts) {
        precisions.forEach((atMost, button) -> {
            int events = counts.precisions().stream()
                    .filter(facet -> Integer.parseInt(facet.id()) <= atMost)
                    .mapToInt(Facet::count)
                    .sum();
            button.setTitle(words.say("events", events));
        });
    }

    private Div group(String key) {
        var group = new Div();
        group.addClassName("m-choices");
        group.getElement().setAttribute("role", "group");
        group.getElement().setAttribute("aria-label", words.say(key));
        return group;
    }

    private Span label(String key) {
        var label = new Span(words.say(key));
        label.addClassName("m-label");
        return label;
    }

    private static NativeButton choice(Div group, Runnable chosen) {
        var button = new NativeButton("", click -> chosen.run());
        button.addClassName("m-choice");
        group.add(button);
        return button;
    }
}
