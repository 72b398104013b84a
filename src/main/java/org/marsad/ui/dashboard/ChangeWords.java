package org.marsad.ui.dashboard;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.marsad.geo.BorderId;
import org.marsad.mapview.EventChange;
import org.marsad.mapview.EventChange.Kind;
import org.marsad.mapview.EventChange.State;

/** What became of an event, in words: what kind of change, and each thing that differs, before and after. */
final class ChangeWords {
    private ChangeWords() {}

    static Span kinds(Set<Kind> kinds, Words words) {
        var tags = new Span();
        tags.addClassName("m-change-kinds");
        kinds.stream().sorted().forEach(kind -> {
            var tag = new Span(words.say("change." + kind.word()));
            tag.addClassNames("m-tag", "m-tag-" + kind.word());
            tags.add(tag);
        });
        return tags;
    }

    static List<Component> differences(EventChange change, Words words) {
        var lines = new ArrayList<Component>();
        var before = change.before();
        var after = change.after();
        if (before == null || after == null) {
            return lines;
        }
        differ(lines, where(before, words), where(after, words), words);
        differ(
                lines,
                words.say("where." + before.wherePrecision()),
                words.say("where." + after.wherePrecision()),
                words);
        differ(lines, type(before, words), type(after, words), words);
        differ(lines, when(before, words), when(after, words), words);
        differ(lines, deaths(before, words), deaths(after, words), words);
        differ(lines, actors(before, words), actors(after, words), words);
        if (before.sources() != after.sources()) {
            differ(lines, words.say("sources", before.sources()), words.say("sources", after.sources()), words);
        }
        var moved = Objects.equals(before.lat(), after.lat()) && Objects.equals(before.lon(), after.lon());
        if (!moved && lines.isEmpty()) {
            differ(lines, position(before), position(after), words);
        }
        return lines;
    }

    /** What an event that is gone was. */
    static String heading(State state, Words words) {
        return words.type(state.plover()) + words.say("list.dash") + where(state, words);
    }

    static String when(State state, Words words) {
        return words.date(state.start(), state.end(), state.datePrecision());
    }

    private static String type(State state, Words words) {
        var sub = words.acled(state.acledSub());
        return words.type(state.plover()) + (sub.isEmpty() ? "" : " (" + sub + ")");
    }

    private static String where(State state, Words words) {
        if (state.border() != null) {
            return words.say("place.along", words.border(BorderId.parse(state.border())));
        }
        return state.places().isEmpty()
                ? words.say("place.unknown")
                : String.join(words.say("list.comma"), state.places());
    }

    private static String position(State state) {
        return state.lat() + ", " + state.lon();
    }

    private static String deaths(State state, Words words) {
        return state.deaths() == null ? words.say("deaths.unknown") : words.deaths(state.deaths());
    }

    private static String actors(State state, Words words) {
        return state.actors().isEmpty()
                ? words.say("change.nobody")
                : String.join(words.say("list.comma"), state.actors());
    }

    private static void differ(List<Component> lines, String before, String after, Words words) {
        if (before.equals(after)) {
            return;
        }
        var was = new Span(before);
        was.addClassName("m-was");
        was.getElement().setAttribute("dir", "auto");
        var arrow = new Span(words.say("change.arrow"));
        arrow.getElement().setAttribute("aria-label", words.say("change.to"));
        var is = new Span(after);
        is.getElement().setAttribute("dir", "auto");
        var line = new Div(was, arrow, is);
        line.addClassName("m-difference");
        lines.add(line);
    }
}
