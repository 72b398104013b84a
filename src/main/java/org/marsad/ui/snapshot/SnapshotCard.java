package org.marsad.ui.snapshot;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.marsad.snapshot.Snapshot;
import org.marsad.snapshot.SnapshotCode;
import org.marsad.text.Language;

/** A snapshot in the gallery: its picture, what it is of, and whether it stands. */
final class SnapshotCard extends Div {
    private static final long serialVersionUID = 1;

    /**
     * @param chosen told when it is chosen for a pack; null where packs are not the reader's to make
     */
    SnapshotCard(
            SnapshotDesk desk,
            Language reader,
            Snapshot snapshot,
            boolean isChosen,
            @Nullable BiConsumer<String, Boolean> chosen) {
        addClassName("m-snap-card");
        getElement().setAttribute("data-code", snapshot.code());
        var code = SnapshotCode.printed(snapshot.code());
        var picture = new Image("api/v1/snapshots/" + snapshot.code() + "/files/thumbnail.png", "");
        picture.getElement().setAttribute("loading", "lazy");
        var link = new Anchor("verify/" + code, picture);
        link.addClassName("m-snap-picture");
        link.getElement().setAttribute("aria-label", desk.say(reader, "snapshot.openOne", snapshot.title()));
        link.getElement().setAttribute("tabindex", "-1");
        var title = new H2(new Anchor("verify/" + code, snapshot.title()));
        title.getElement().setAttribute("dir", "auto").setAttribute("title", snapshot.title());
        var facts = new Span(desk.say(
                reader,
                "snapshot.facts",
                desk.moment(snapshot.frozenAt(), reader),
                desk.by(snapshot, reader),
                desk.say(reader, "events", snapshot.counts().total())));
        facts.addClassName("m-fact-note");
        var foot = new Div(ltr(code));
        foot.addClassName("m-snap-foot");
        if (snapshot.isWithdrawn()) {
            addClassName("m-withdrawn");
            foot.add(badge(desk.say(reader, "snapshot.withdrawn"), "m-bad"));
        } else if (snapshot.refreshedBy() != null) {
            foot.add(badge(desk.say(reader, "snapshot.older"), "m-old"));
        }
        if (snapshot.aggregated()) {
            foot.add(badge(desk.say(reader, "snapshot.aggregated"), ""));
        }
        if (chosen != null && !snapshot.isWithdrawn()) {
            var box = new Checkbox(desk.say(reader, "snapshot.choose"), isChosen);
            box.setAriaLabel(desk.say(reader, "snapshot.chooseOne", snapshot.title()));
            box.addValueChangeListener(change -> chosen.accept(snapshot.code(), change.getValue()));
            foot.add(box);
        }
        add(link, title, facts, foot);
    }

    static Span badge(String text, String kind) {
        var badge = new Span(text);
        badge.addClassName("m-badge");
        if (!kind.isEmpty()) {
            badge.addClassName(kind);
        }
        return badge;
    }

    static Span ltr(String text) {
        var span = new Span(text);
        span.addClassName("m-code");
        span.getElement().setAttribute("dir", "ltr");
        return span;
    }
}
