package org.marsad.ui.dashboard;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;

/** A part of the filter that folds away. Its heading says how much is chosen in it, open or not. */
final class FilterSection extends NativeDetails {
    private static final long serialVersionUID = 1;

    private final transient Words words;
    private final Span chosen = new Span();

    /**
     * @param key of its title; also its name in the page
     */
    FilterSection(Words words, String key, boolean open, Component... content) {
        this.words = words;
        var title = new H3(words.say(key));
        chosen.addClassName("m-section-chosen");
        chosen.setVisible(false);
        var head = new Div(title, chosen);
        head.addClassName("m-section-head");
        setSummary(head);
        var body = new Div(content);
        body.addClassName("m-section-body");
        setContent(body);
        setOpen(open);
        addClassNames("m-section", "m-fold");
        getElement().setAttribute("data-section", key.substring(key.indexOf('.') + 1));
    }

    void show(int choices) {
        chosen.setVisible(choices > 0);
        chosen.setText(words.number(choices));
        chosen.getElement().setAttribute("aria-label", words.say("filter.chosen", choices));
    }
}
