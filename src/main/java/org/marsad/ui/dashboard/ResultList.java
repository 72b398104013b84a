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
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.marsad.mapview.EventChange.Kind;
import org.marsad.mapview.EventFilter;
import org.marsad.mapview.EventList;
import org.marsad.mapview.EventSort;
import org.marsad.mapview.EventSummary;

/** The events that the filter selects, or those at one spot of the map, fetched as they scroll into sight. */
final class ResultList extends Div {
    private static final long serialVersionUID = 1;
    private static final int MOST_AT_ONCE = 1000;
    /** Events that can be scrolled to; the filter finds the others. */
    private static final int MOST_LISTED = 1_000_000;

    private final transient Words words;
    private final transient EventList events;
    private final H2 heading = new H2();
    private final Div notes = new Div();
    private final Span note = new Span();
    private final Select<EventSort> sort = new Select<>();
    private final NativeButton leaveSpot;
    private final VirtualList<EventSummary> list = new VirtualList<>();
    private final Div empty = new Div();
    private final transient Function<Collection<Long>, Map<Long, Set<Kind>>> marksOf;
    private final transient Map<Long, Set<Kind>> marks = new HashMap<>();
    private final transient List<Long> order = new ArrayList<>();
    private transient @Nullable Long open;

    ResultList(
            Words words,
            EventList events,
            Consumer<Long> chosen,
            Consumer<EventSort> sorted,
            Runnable left,
            Runnable widen,
            Runnable changesAsked,
            Function<Collection<Long>, Map<Long, Set<Kind>>> marksOf) {
        this.words = words;
        this.events = events;
        this.marksOf = marksOf;
        addClassName("m-results-list");
        var changed = new NativeButton(words.say("changes.title"), click -> changesAsked.run());
        changed.addClassNames("m-link", "m-changed");
        notes.setClassName("m-notes");
        notes.add(note, changed);
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
        var head = new Div(heading, sort, leaveSpot);
        head.addClassName("m-panel-head");
        list.setRenderer(new ComponentRenderer<>(event -> new EventRow(
                event, Long.valueOf(event.id()).equals(open), marks.getOrDefault(event.id(), Set.of()), words)));
        EventRow.listen(list, chosen);
        list.addClassName("m-list");
        list.getElement().setAttribute("aria-label", words.say("list.label"));
        var advice = new Paragraph(words.say("list.empty"));
        var button = new Button(words.say("list.widen"), click -> widen.run());
        empty.add(advice, button);
        empty.addClassName("m-empty");
        empty.setVisible(false);
        add(head, notes, list, empty);
    }

    void show(EventFilter filter, EventSort by, int total, @Nullable Long selected, String noteText) {
        open = selected;
        marks.clear();
        order.clear();
        heading.setText(words.say("events", total));
        note.setText(noteText);
        notes.setVisible(true);
        sort.setVisible(true);
        sort.setValue(by);
        leaveSpot.setVisible(false);
        list.setVisible(total > 0);
        empty.setVisible(total == 0);
        list.setDataProvider(DataProvider.fromCallbacks(
                query -> read(
                        query.getOffset(),
                        events.list(
                                filter,
                                by,
                                words.language(),
                                query.getOffset(),
                                Math.min(query.getLimit(), MOST_AT_ONCE)))
                        .stream(),
                query -> Math.min(total, MOST_LISTED)));
    }

    /** The event before or after one in the list's order, as far as the list has been read; empty beyond its ends. */
    Optional<Long> findBeside(@Nullable Long event, int step) {
        int at = order.indexOf(event == null ? Long.valueOf(-1) : event) + step;
        return at < 0 || at >= order.size() ? Optional.empty() : Optional.of(order.get(at));
    }

    private List<EventSummary> read(int offset, List<EventSummary> page) {
        if (offset <= order.size()) {
            for (int i = 0; i < page.size(); i++) {
                if (offset + i == order.size()) {
                    order.add(page.get(i).id());
                }
            }
        }
        return marked(page);
    }

    private List<EventSummary> marked(List<EventSummary> page) {
        marks.putAll(marksOf.apply(page.stream().map(EventSummary::id).toList()));
        return page;
    }

    /** Which event is open; the list marks it. */
    void select(@Nullable Long event) {
        if (!Objects.equals(open, event)) {
            open = event;
            list.getDataProvider().refreshAll();
        }
    }

    /** Only these, which lie at one spot. */
    void showSpot(List<Long> ids, EventFilter filter) {
        marks.clear();
        order.clear();
        var found = events.listByIds(ids, filter, words.language());
        heading.setText(words.say("list.atSpot", found.size()));
        notes.setVisible(false);
        sort.setVisible(false);
        leaveSpot.setVisible(true);
        list.setVisible(true);
        empty.setVisible(false);
        list.setItems(read(0, found));
    }
}
