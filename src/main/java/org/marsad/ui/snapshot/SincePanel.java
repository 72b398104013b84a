package org.marsad.ui.snapshot;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.marsad.mapview.EventChange;
import org.marsad.mapview.EventSummary;
import org.marsad.snapshot.Snapshot;
import org.marsad.text.Language;
import org.marsad.ui.i18n.DateWords;

/** What has changed in a snapshot's view since it was frozen. */
final class SincePanel extends Div {
    private static final long serialVersionUID = 1;
    private static final int SHOWN = 50;

    private final transient SnapshotDesk desk;
    private final transient Language reader;

    SincePanel(SnapshotDesk desk, Language reader, Snapshot snapshot) {
        this.desk = desk;
        this.reader = reader;
        addClassName("m-since");
        var since = desk.snapshots().changes(snapshot.code(), reader);
        if (since.isEmpty()) {
            add(new Paragraph(say("since.nothing")));
            return;
        }
        var sums = new Div();
        sums.addClassName("m-choices");
        if (since.added() > 0) {
            sums.add(SnapshotCard.badge(say("since.added", since.added()), ""));
        }
        since.kinds()
                .forEach((kind, count) -> sums.add(SnapshotCard.badge(
                        say("change." + kind.word()) + " " + count,
                        kind == EventChange.Kind.WITHDRAWN ? "m-bad" : "")));
        if (since.left() > 0) {
            sums.add(SnapshotCard.badge(say("since.left", since.left()), ""));
        }
        add(sums);
        if (!since.restricted().isEmpty()) {
            var line = new Paragraph(say("since.restricted", String.join(say("list.comma"), since.restricted())));
            line.addClassName("m-snap-problem");
            add(line);
        }
        var list = new UnorderedList();
        since.changes().stream().limit(SHOWN).forEach(change -> list.add(item(change)));
        since.newest().stream().limit(SHOWN).forEach(event -> list.add(item(event)));
        add(list);
        int more = since.changes().size() + since.added() - list.getComponentCount();
        if (more > 0) {
            add(new Paragraph(say("since.more", more)));
        }
    }

    private ListItem item(EventChange change) {
        var kinds = change.kinds().stream()
                .map(kind -> say("change." + kind.word()))
                .collect(Collectors.joining(say("list.comma")));
        var before = change.before();
        var after = change.after();
        var now = change.now();
        var item = new ListItem(SnapshotCard.badge(kinds, now == null ? "m-bad" : ""));
        item.getElement().setAttribute("data-event", Long.toString(change.event()));
        var was = before == null ? "" : type(before.plover()) + say("list.dash") + places(before.places());
        if (now == null) {
            item.add(text(was));
            var into = change.into();
            if (into != null) {
                item.add(new Anchor("?event=" + into, say("changes.into")));
            }
            return item;
        }
        var link = new Anchor("?event=" + change.event(), was);
        link.getElement().setAttribute("dir", "auto");
        item.add(link);
        if (before != null && after != null && !before.places().equals(after.places())) {
            item.add(text("→ " + places(after.places())));
        }
        return item;
    }

    private ListItem item(EventSummary event) {
        var dates = new DateWords(desk.messages());
        var link = new Anchor(
                "?event=" + event.id(),
                type(event.plover())
                        + say("list.dash")
                        + places(event.places().stream()
                                .map(EventSummary.NamedPlace::name)
                                .toList())
                        + say("list.dash")
                        + dates.of(event.start(), event.end(), event.datePrecision(), reader));
        link.getElement().setAttribute("dir", "auto");
        var item = new ListItem(SnapshotCard.badge(say("change.new"), ""), link);
        item.getElement().setAttribute("data-event", Long.toString(event.id()));
        return item;
    }

    private String type(String plover) {
        var key = "type." + plover;
        return desk.messages().has(key, java.util.Locale.ENGLISH) ? say(key) : plover;
    }

    private String places(List<String> places) {
        return places.isEmpty() ? say("place.unknown") : String.join(say("list.comma"), places);
    }

    private static Span text(@Nullable String text) {
        var span = new Span(text);
        span.getElement().setAttribute("dir", "auto");
        return span;
    }

    private String say(String key, Object... parameters) {
        return desk.say(reader, key, parameters);
    }
}
