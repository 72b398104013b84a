package org.marsad.ui.curation;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.marsad.curation.Curation.Found;

/** Places near the one that is edited, and others of its names: so that nobody makes a place twice. */
final class Neighbours extends Div {
    private static final long serialVersionUID = 1;

    private final transient GazetteerWords words;

    Neighbours(GazetteerWords words) {
        this.words = words;
        addClassName("m-neighbours");
    }

    void show(List<Found> near, List<Found> namesakes) {
        removeAll();
        add(list(words.say("near.namesakes"), namesakes));
        add(list(words.say("near.near"), near));
        setVisible(!near.isEmpty() || !namesakes.isEmpty());
    }

    private Div list(String heading, List<Found> places) {
        var list = new Div(new H3(heading));
        places.forEach(found -> list.add(row(found)));
        list.setVisible(!places.isEmpty());
        return list;
    }

    /** Opens beside the page, so that what is being written stays. */
    private Anchor row(Found found) {
        var km = found.km();
        var distance = km == null || km > 20_000 ? "" : words.say("near.km", km);
        var row = new Anchor(
                "gazetteer?place=" + URLEncoder.encode(found.place().id(), StandardCharsets.UTF_8),
                "",
                AnchorTarget.BLANK);
        row.add(
                Rows.own(found.place().name(), "m-place-name"),
                Rows.span(words.whereabouts(found.place()), "m-fact-note"),
                Rows.span(distance, "m-km"));
        row.addClassName("m-neighbour");
        return row;
    }
}
