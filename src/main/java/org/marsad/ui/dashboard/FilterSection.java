package org.marsad.ui.dashboard;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.marsad.mapview.EventCounts;
import org.marsad.mapview.EventFilter;
import org.marsad.mapview.RecentDays;

/**
 * A part of the filter that folds away. Its heading says how much is chosen in it, open or not. One that is closed at first is
 * filled when it is opened, so that the page does not wait for it.
 */
final class FilterSection extends NativeDetails {
    private static final long serialVersionUID = 1;

    private final transient Words words;
    private final transient ToIntFunction<EventFilter> choices;
    private final transient Supplier<FilterPart> maker;
    private final boolean atOnce;
    private final Span chosen = new Span();
    private final Div body = new Div();
    private transient @Nullable FilterPart part;
    private transient @Nullable Shown shown;

    private record Shown(EventFilter filter, @Nullable RecentDays recent, EventCounts counts) {}

    /**
     * @param key of its title; also its name in the page
     * @param open whether it is at first
     * @param choices how many a filter has in it
     */
    FilterSection(
            Words words, String key, boolean open, ToIntFunction<EventFilter> choices, Supplier<FilterPart> maker) {
        this.words = words;
        this.choices = choices;
        this.maker = maker;
        atOnce = open;
        var title = new H3(words.say(key));
        chosen.addClassName("m-section-chosen");
        chosen.setVisible(false);
        var head = new Div(title, chosen);
        head.addClassName("m-section-head");
        setSummary(head);
        body.addClassName("m-section-body");
        setContent(body);
        setOpen(open);
        addClassNames("m-section", "m-fold");
        getElement().setAttribute("data-section", key.substring(key.indexOf('.') + 1));
        if (!open) {
            addToggleListener(toggle -> fill());
        }
    }

    void show(EventFilter filter, @Nullable RecentDays recent, EventCounts counts) {
        shown = new Shown(filter, recent, counts);
        int count = choices.applyAsInt(filter);
        chosen.setVisible(count > 0);
        chosen.setText(words.number(count));
        chosen.getElement().setAttribute("aria-label", words.say("filter.chosen", count));
        fill();
    }

    /** The counts of a range that is still being brushed. */
    void preview(EventFilter passing, EventCounts counts) {
        if (part != null && isFilled()) {
            part.count(passing, counts);
        }
    }

    private boolean isFilled() {
        return atOnce || isOpen();
    }

    private void fill() {
        if (shown == null || !isFilled()) {
            return;
        }
        if (part == null) {
            part = maker.get();
            body.add(part.content());
        }
        part.show(shown.filter, shown.recent, shown.counts);
    }
}
