package org.marsad.ui.dashboard;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.LinkedHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.marsad.mapview.EventDetail;
import org.marsad.mapview.EventDetail.Alternative;
import org.marsad.mapview.EventDetail.PlaceMention;

/** Each place of an event once, with the best reason that a source gave for it, and what else it could have been. */
final class WhyHere extends Div {
    private static final long serialVersionUID = 1;

    private final transient Words words;
    private final transient UnaryOperator<String> placeName;

    /**
     * @param placeName the name of a place of the gazetteer by its id
     */
    WhyHere(Words words, EventDetail detail, UnaryOperator<String> placeName) {
        this.words = words;
        this.placeName = placeName;
        addClassName("m-why");
        var best = new LinkedHashMap<String, PlaceMention>();
        detail.sources().stream()
                .flatMap(source -> source.mentions().stream())
                .filter(mention -> mention.ofEvent() && mention.place() != null)
                .forEach(mention -> best.merge(
                        mention.place().id(),
                        mention,
                        (one, other) -> other.confidence() > one.confidence() ? other : one));
        best.values().forEach(mention -> add(why(mention)));
    }

    boolean isEmpty() {
        return getComponentCount() == 0;
    }

    private Div why(PlaceMention mention) {
        var place = mention.place();
        var heading = new Span(words.say(
                "detail.whyPlace", place == null ? "" : place.name(), Math.round(mention.confidence() * 100)));
        heading.addClassName("m-place-name");
        var reasons = new UnorderedList();
        mention.because().forEach(reason -> {
            var item = new ListItem(words.reason(reason));
            item.getElement().setAttribute("dir", "auto");
            reasons.add(item);
        });
        var card = new Div(heading, reasons);
        if (!mention.alternatives().isEmpty()) {
            var others = new Span(words.say("detail.alternatives") + " "
                    + mention.alternatives().stream().map(this::alternative).collect(Collectors.joining(" · ")));
            others.addClassName("m-fact-note");
            card.add(others);
        }
        card.addClassName("m-why-card");
        return card;
    }

    private String alternative(Alternative other) {
        var name = other.name().equals(other.id()) ? placeName.apply(other.id()) : other.name();
        return name + (other.country() == null ? "" : " (" + words.country(other.country()) + ")") + " "
                + words.say("detail.percent", Math.round(other.confidence() * 100));
    }
}
