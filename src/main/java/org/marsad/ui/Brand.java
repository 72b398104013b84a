package org.marsad.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import org.marsad.text.Language;

/** Marsad's mark and name in two scripts, the reader's first; leads to the map. */
public final class Brand extends Anchor {
    private static final long serialVersionUID = 1;

    public Brand(Language language) {
        super(".");
        var mark = new Span();
        mark.addClassName("m-mark");
        var latin = new Span("Marsad");
        latin.getElement().setAttribute("lang", "en");
        var arabic = new Span("مرصد");
        arabic.getElement().setAttribute("lang", "ar");
        add(mark);
        if (language == Language.AR) {
            add(arabic, latin);
        } else {
            add(latin, arabic);
        }
        addClassName("m-brand");
    }
}
