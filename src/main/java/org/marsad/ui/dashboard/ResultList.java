package org.marsad.ui.dashboard;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.virtuallist.VirtualList;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.marsad.mapview.EventFilter;
import org.marsad.mapview.EventList;
import org.marsad.mapview.EventSort;
import org.marsad.mapview.EventSummary;

/** The events that the filter selects, or those at one spot of the map, fetched as they scroll into sight. */
final class ResultList extends Div {
    private static final long serialVersionUID = 1;
    private static final int MOST_AT_ONCE = 1000;

    private final transient Words words;
    private final transient EventList events;
    private final H2 heading = new H2();
    private final Span notes = new Span();
    private final Select<EventSort> sort = new Select<>();
    private final NativeButton leaveSpot;
    private final VirtualList<EventSummary> list = new VirtualList<>();
    private final Div empty = new Div();
    private transient @Nullable Long open;

    ResultList(
            Words words,
            EventList events,
            Consumer<Long> chosen,
            Consumer<EventSort> sorted,
            Runnable left,
            Runnable widen) {
        this.words = words;
        this.events = events;
        addClassName("m-results-list");
        sort.setItems(EventSort.values());
        sort.setItemLabelGenerator(order -> words.say("sort." + order.parameter()));
        sort.setAriaLabel(words.say("sort.label"));
        sort.addClassName("m-sort");
        sort.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                sorted.accept(change.getValue());
            }
        });
        leaveSpot = new NativeButton(words.say("list.leaveSpot"), click -> left.run());
        leaveSpot.addClassName("m-choice");
        notes.addClassName("m-notes");
        var head = new Div(heading, sort, leaveSpot);
        head.addClassName("m-panel-head");
        list.setRenderer(new ComponentRenderer<>(
                event -> new EventRow(event, Long.valueOf(event.id()).equals(open), words, chosen)));
        list.addClassName("m-list");
        list.getElement().setAttribute("aria-label", words.say("list.label"));
        var advice = new Paragraph(words.say("list.empty"));
        var button = new Button(words.say("list.widen"), click -> widen.run());
        empty.add(advice, button);
        empty.addClassName("m-empty");
        empty.setVisible(false);
        add(head, notes, list, empty);
    }

    void show(EventFilter filter, EventSort order, int total, @Nullable Long selected, String note) {
        open = selected;
        heading.setText(words.say("events", total));
        notes.setText(note);
        notes.setVisible(!note.isEmpty());
        sort.setVisible(true);
        sort.setValue(order);
        leaveSpot.setVisible(false);
        list.setVisible(total > 0);
        empty.setVisible(total == 0);
        list.setDataProvider(DataProvider.fromCallbacks(
                query -> events
                        .list(
                                filter,
                                order,
                                words.language(),
                                query.getOffset(),
                                Math.min(query.getLimit(), MOST_AT_ONCE))
                        .stream(),
                query -> total));
    }

    /** Only these, which lie at one spot. */
    void showSpot(List<Long> ids, EventFilter filter) {
        var found = events.listByIds(ids, filter, words.language());
        heading.setText(words.say("list.atSpot", found.size()));
        notes.setVisible(false);
        sort.setVisible(false);
        leaveSpot.setVisible(true);
        list.setVisible(true);
        empty.setVisible(false);
        list.setItems(found);
    }
}
