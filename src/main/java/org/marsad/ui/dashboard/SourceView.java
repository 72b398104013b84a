package org.marsad.ui.dashboard;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.marsad.mapview.EventDetail.Source;
import org.marsad.ui.dashboard.MarkedText.Piece;

/** One source's text in its own direction, with what the event was read from marked. */
final class SourceView extends Article {
    private static final long serialVersionUID = 1;

    /** {@code <mark>}, which Flow has no class for. */
    @Tag("mark")
    private static final class Mark extends Component {
        private static final long serialVersionUID = 1;

        Mark(List<Component> pieces) {
            pieces.forEach(piece -> getElement().appendChild(piece.getElement()));
        }
    }

    private final transient Words words;
    private final transient Map<String, String> actorNames;
    private final List<Component> beyond = new ArrayList<>();

    /**
     * @param actorNames names of the event's actors by their ids
     */
    SourceView(Source source, Words words, Map<String, String> actorNames) {
        this.words = words;
        this.actorNames = actorNames;
        addClassName("m-source");
        boolean rtl = source.language().equals("ar");
        var paragraphs = MarkedText.of(source).paragraphs();
        boolean titled = !paragraphs.isEmpty() && isTitle(paragraphs.getFirst(), source);
        var title = titled ? fill(new H4(), paragraphs.getFirst()) : new H4(source.title());
        title.getElement().setAttribute("dir", rtl ? "rtl" : "ltr").setAttribute("lang", source.language());
        var about = new Div(new Span(words.say("language." + source.language())));
        var published = source.published();
        about.add(new Span(
                published == null
                        ? words.say("source.unpublished")
                        : words.say("source.published", words.day(published))));
        var document = new Span(source.document());
        document.getElement().setAttribute("dir", "ltr");
        about.add(document);
        about.addClassName("m-source-about");
        var text = new Div();
        text.addClassName("m-source-text");
        text.getElement().setAttribute("dir", rtl ? "rtl" : "ltr").setAttribute("lang", source.language());
        paragraphs.stream().skip(titled ? 1 : 0).forEach(paragraph -> {
            var shown = fill(new Paragraph(), paragraph);
            if (!paragraph.hasEvidence()) {
                beyond.add(shown);
                shown.setVisible(false);
            }
            text.add(shown);
        });
        add(title, about, text);
        if (!beyond.isEmpty()) {
            add(more());
        }
    }

    private static boolean isTitle(MarkedText.Paragraph paragraph, Source source) {
        var text = paragraph.pieces().stream().map(Piece::text).collect(Collectors.joining());
        return text.strip().equals(source.title().strip());
    }

    private <T extends HasComponents> T fill(T shown, MarkedText.Paragraph paragraph) {
        var marked = new ArrayList<Component>();
        for (var piece : paragraph.pieces()) {
            if (piece.evidence()) {
                marked.add(piece(piece));
            } else {
                flush(marked, shown);
                shown.add(piece(piece));
            }
        }
        flush(marked, shown);
        return shown;
    }

    /** One mark around a stretch of evidence, whatever is named within it. */
    private static void flush(List<Component> marked, HasComponents paragraph) {
        if (!marked.isEmpty()) {
            paragraph.add(new Mark(marked));
            marked.clear();
        }
    }

    private Span piece(Piece piece) {
        var span = new Span(piece.text());
        var place = piece.place();
        if (place != null) {
            span.addClassName(place.ofEvent() ? "m-place-here" : "m-place");
            if (place.place() != null) {
                span.setTitle(words.say("source.place", place.place().name(), Math.round(place.confidence() * 100)));
            }
        } else if (piece.actor() != null) {
            span.addClassName("m-actor");
            span.setTitle(actorNames.getOrDefault(piece.actor(), piece.actor()));
        }
        return span;
    }

    private NativeButton more() {
        var more = new NativeButton(words.say("source.more"));
        more.addClassNames("m-choice", "m-more");
        more.getElement().setAttribute("aria-expanded", "false");
        more.addClickListener(click -> {
            boolean open = !beyond.getFirst().isVisible();
            beyond.forEach(paragraph -> paragraph.setVisible(open));
            more.setText(words.say(open ? "source.less" : "source.more"));
            more.getElement().setAttribute("aria-expanded", Boolean.toString(open));
        });
        return more;
    }
}
