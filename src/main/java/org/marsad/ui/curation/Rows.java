package org.marsad.ui.curation;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.marsad.curation.MentionTexts.Excerpt;

/** Small pieces that the gazetteer's pages are made of. */
final class Rows {
    private Rows() {}

    static Span span(String text, String... classes) {
        var span = new Span(text);
        span.addClassNames(classes);
        return span;
    }

    /** Text of whoever wrote it: its own direction. */
    static Span own(String text, String... classes) {
        var span = span(text, classes);
        span.getElement().setAttribute("dir", "auto");
        return span;
    }

    static Paragraph note(String text) {
        var note = new Paragraph(text);
        note.addClassName("m-fact-note");
        return note;
    }

    static Div div(String classes, Component... content) {
        var div = new Div(content);
        div.addClassNames(classes.split(" "));
        return div;
    }

    static NativeButton choice(String text, Runnable pressed) {
        var button = new NativeButton(text, click -> pressed.run());
        button.addClassName("m-choice");
        return button;
    }

    static NativeButton link(String text, Runnable pressed) {
        var button = new NativeButton(text, click -> pressed.run());
        button.addClassName("m-link");
        return button;
    }

    /** A figure with what it counts. */
    static Div figure(String number, String of) {
        return div("m-figure", span(number, "m-figure-number"), span(of, "m-figure-of"));
    }

    /** The sentence with the mention marked, in the direction of its language. */
    static Div sentence(Excerpt excerpt) {
        return sentence(excerpt.language(), excerpt.before(), excerpt.text(), excerpt.after());
    }

    static Div sentence(String language, String before, String text, String after) {
        var mark = new Span(text);
        mark.getElement().setAttribute("role", "mark");
        mark.addClassName("m-marked");
        var sentence = div("m-sentence m-source-text", new Span(before), mark, new Span(after));
        sentence.getElement().setAttribute("lang", language).setAttribute("dir", "auto");
        return sentence;
    }
}
