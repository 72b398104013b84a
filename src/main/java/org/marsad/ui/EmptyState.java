package org.marsad.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

/** What a page says while it has nothing to show: that there is nothing, what will stand here, and where to go on. */
public final class EmptyState extends Div {
    private static final long serialVersionUID = 1;

    /**
     * @param ways links or buttons to what can be done next
     */
    public EmptyState(String nothing, String purpose, Component... ways) {
        addClassName("m-nothing");
        var title = new Paragraph(nothing);
        title.addClassName("m-nothing-title");
        add(title, new Paragraph(purpose));
        if (ways.length > 0) {
            var row = new Div(ways);
            row.addClassName("m-nothing-ways");
            add(row);
        }
    }
}
