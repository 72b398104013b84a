package org.marsad.ui.dashboard;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.util.Set;
import java.util.function.Consumer;
import org.marsad.mapview.EventChange.Kind;
import org.marsad.mapview.EventSummary;
import org.marsad.ui.TypeFamily;

/** One event in the list. */
final class EventRow extends NativeButton {
    private static final long serialVersionUID = 1;
    private static final String CHOSEN = "Number(event.target.closest('.m-event')?.dataset.event)";

    /**
     * @param marks what became of it since the last visit
     */
    EventRow(EventSummary event, boolean open, Set<Kind> marks, Words words) {
        addClassName("m-event");
        getElement().setAttribute("data-event", Long.toString(event.id()));
        if (open) {
            getElement().setAttribute("aria-current", "true");
        }
        var symbol = new Span();
        symbol.addClassNames("m-symbol", TypeFamily.of(event.plover()).styleName());
        symbol.getElement().setAttribute("aria-hidden", "true");
        var title = line("m-event-title", words.type(event.plover()) + words.say("list.dash") + words.where(event));
        var facts = line("m-event-facts", words.date(event));
        marks.forEach(mark -> facts.add(tag(words.say("change." + mark.word()), "m-tag-" + mark.word())));
        if (event.deaths() != null) {
            facts.add(tag(words.deaths(event.deaths()), "m-tag-deaths"));
        }
        if (event.wherePrecision() > 2 && event.border() == null) {
            facts.add(tag(words.say("where.short." + event.wherePrecision()), "m-tag-area"));
        }
        if (Boolean.FALSE.equals(event.certain())) {
            facts.add(tag(words.say("corridor.possible"), "m-tag-area"));
        }
        if (event.sources() > 1) {
            facts.add(tag(words.say("sources", event.sources()), "m-tag-sources"));
        }
        var content = new Div(title, facts);
        var actors = words.actors(event);
        if (!actors.isEmpty()) {
            content.add(line("m-event-actors", actors));
        }
        if (event.headline() != null) {
            content.add(line("m-event-headline", event.headline()));
        }
        content.addClassName("m-event-content");
        add(symbol, content);
    }

    /**
     * Hears the choice of a row of this list, by pointer or key. The list tells it, not the row: a row that is drawn anew
     * while the message is under way is no longer known to the server, which would then take no notice.
     *
     * @param chosen the event's id
     */
    static void listen(Component list, Consumer<Long> chosen) {
        list.getElement()
                .addEventListener(
                        "click",
                        click -> chosen.accept(click.getEventData().get(CHOSEN).asLong()))
                .setFilter("event.target.closest('.m-event') !== null")
                .addEventData(CHOSEN);
    }

    private static Div line(String style, String text) {
        var words = new Span(text);
        words.getElement().setAttribute("dir", "auto");
        var line = new Div(words);
        line.addClassName(style);
        return line;
    }

    private static Span tag(String text, String style) {
        var tag = new Span(text);
        tag.addClassNames("m-tag", style);
        return tag;
    }
}
