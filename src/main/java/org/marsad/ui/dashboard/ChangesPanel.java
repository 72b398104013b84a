package org.marsad.ui.dashboard;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.marsad.mapview.EventChange;
import org.marsad.mapview.EventChange.Kind;
import org.marsad.mapview.EventChanges;
import org.marsad.mapview.EventFilter;
import org.marsad.ui.TypeFamily;

/** What became of the events of the filter: since the last visit, or between two days. */
final class ChangesPanel extends Div {
    private static final long serialVersionUID = 1;
    private static final int PAGE = 100;

    private final transient Words words;
    private final transient EventChanges changes;
    private final transient Consumer<ChangesRange> ranged;
    private final transient Consumer<Long> chosen;
    private final NativeButton visit;
    private final DatePicker from;
    private final DatePicker to;
    private final Div kinds = new Div();
    private final Div list = new Div();
    private final NativeButton more;
    private transient EventFilter filter = EventFilter.ALL;
    private transient ChangesRange range = ChangesRange.NONE;
    private transient @Nullable Instant lastVisit;
    private transient @Nullable Kind only;
    private int shown;

    ChangesPanel(
            Words words, EventChanges changes, Consumer<ChangesRange> ranged, Consumer<Long> chosen, Runnable closed) {
        this.words = words;
        this.changes = changes;
        this.ranged = ranged;
        this.chosen = chosen;
        addClassName("m-changes");
        var back = new NativeButton(words.say("detail.back"), click -> closed.run());
        back.addClassNames("m-choice", "m-back");
        var head = new Div(new H2(words.say("changes.title")), back);
        head.addClassName("m-panel-head");
        visit = new NativeButton("", click -> ranged.accept(ChangesRange.SINCE_VISIT));
        visit.addClassName("m-choice");
        from = TimeFilter.picker(words, "filter.from");
        to = TimeFilter.picker(words, "filter.to");
        from.addValueChangeListener(change -> days(change.isFromClient()));
        to.addValueChangeListener(change -> days(change.isFromClient()));
        var days = new Div(from, to);
        days.addClassName("m-days");
        kinds.addClassNames("m-choices", "m-kinds");
        kinds.getElement().setAttribute("role", "group");
        kinds.getElement().setAttribute("aria-label", words.say("changes.kinds"));
        list.addClassName("m-changes-list");
        EventRow.listen(list, chosen);
        list.getElement().setAttribute("role", "list");
        more = new NativeButton(words.say("changes.more"), click -> append());
        more.addClassNames("m-choice", "m-more");
        var body = new Div(visit, days, kinds, list, more);
        body.addClassName("m-panel-body");
        add(head, body);
    }

    /**
     * @param lastVisit the end of the visit before this one, or null on the first
     */
    void show(EventFilter filter, ChangesRange range, @Nullable Instant lastVisit) {
        this.filter = filter;
        this.range = range;
        this.lastVisit = lastVisit;
        visit.setText(
                lastVisit == null
                        ? words.say("changes.firstVisit")
                        : words.say("changes.sinceVisit", words.moment(lastVisit)));
        visit.setEnabled(lastVisit != null);
        visit.getElement().setAttribute("aria-pressed", Boolean.toString(range.equals(ChangesRange.SINCE_VISIT)));
        from.setValue(range.from());
        to.setValue(range.to());
        var begin = range.begin(lastVisit);
        if (begin == null) {
            kinds.removeAll();
            list.removeAll();
            list.add(new Paragraph(words.say("changes.choose")));
            more.setVisible(false);
            return;
        }
        var counts = changes.count(filter, begin, range.end());
        if (only != null && !counts.containsKey(only)) {
            only = null;
        }
        showKinds(counts);
        list.removeAll();
        shown = 0;
        append();
        if (shown == 0) {
            list.add(new Paragraph(words.say("changes.none")));
        }
    }

    private void days(boolean byAnalyst) {
        var first = from.getValue();
        if (byAnalyst && first != null) {
            var last = to.getValue() == null || to.getValue().isBefore(first) ? LocalDate.now() : to.getValue();
            ranged.accept(new ChangesRange(first, last.isBefore(first) ? first : last));
        }
    }

    private void showKinds(Map<Kind, Integer> counts) {
        kinds.removeAll();
        for (var kind : EnumSet.allOf(Kind.class)) {
            int count = counts.getOrDefault(kind, 0);
            if (count == 0) {
                continue;
            }
            var button = new NativeButton(words.say("change." + kind.word()) + " " + words.number(count), click -> {
                only = kind == only ? null : kind;
                show(filter, range, lastVisit);
            });
            button.addClassNames("m-choice", "m-kind");
            button.getElement()
                    .setAttribute("data-kind", kind.word())
                    .setAttribute("aria-pressed", Boolean.toString(kind == only));
            kinds.add(button);
        }
    }

    private void append() {
        var begin = range.begin(lastVisit);
        if (begin == null) {
            return;
        }
        var found = changes.list(filter, begin, range.end(), only, words.language(), shown, PAGE);
        found.forEach(change -> list.add(row(change)));
        shown += found.size();
        more.setVisible(found.size() == PAGE);
    }

    private Div row(EventChange change) {
        var row = new Div();
        row.addClassName("m-change");
        row.getElement().setAttribute("role", "listitem");
        var when = new Span(words.moment(change.at()));
        when.addClassName("m-fact-note");
        var head = new Div(when, ChangeWords.kinds(change.kinds(), words));
        head.addClassName("m-change-head");
        row.add(head);
        var now = change.now();
        if (now != null) {
            row.add(new EventRow(now, false, Set.of(), words));
        } else if (change.before() != null) {
            row.add(gone(change, change.before()));
        }
        ChangeWords.differences(change, words).forEach(row::add);
        return row;
    }

    private Div gone(EventChange change, EventChange.State before) {
        var symbol = new Span();
        symbol.addClassNames("m-symbol", TypeFamily.of(before.plover()).styleName());
        symbol.getElement().setAttribute("aria-hidden", "true");
        var title = new Span(ChangeWords.heading(before, words));
        title.addClassName("m-event-title");
        title.getElement().setAttribute("dir", "auto");
        var date = new Span(ChangeWords.when(before, words));
        date.addClassName("m-fact-note");
        var box = new Div(symbol, new Div(title, date));
        box.addClassName("m-gone");
        if (change.into() != null) {
            long into = change.into();
            var open = new NativeButton(words.say("changes.into"), click -> chosen.accept(into));
            open.addClassName("m-choice");
            box.add(open);
        }
        return box;
    }
}
