package org.marsad.ui.dashboard;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.dom.Element;
import java.util.List;

/** Which of the side's contents is seen; and on a phone, which one panel lies over the map. */
final class Panels {
    private final Words words;
    private final Element dashboard;
    private final List<Component> contents;

    /**
     * @param dashboard whose attribute {@code data-panel} its styles go by
     * @param contents of which the side shows one, the first to begin with
     */
    Panels(Words words, Element dashboard, Component... contents) {
        this.words = words;
        this.dashboard = dashboard;
        this.contents = List.of(contents);
        show(contents[0]);
        bring("");
    }

    Aside side() {
        var side = new Aside(contents.toArray(Component[]::new));
        side.addClassNames("m-panel", "m-results");
        side.getElement().setAttribute("aria-label", words.say("list.label"));
        return side;
    }

    Div tabs() {
        var tabs = new Div();
        tabs.addClassName("m-tabs");
        tabs.getElement().setAttribute("role", "group");
        for (var panel : List.of("", "filters", "results", "time")) {
            var name = panel.isEmpty() ? "map" : panel;
            var button = new NativeButton(words.say("tab." + name), click -> bring(panel));
            button.addClassName("m-tab");
            button.getElement().setAttribute("data-tab", name);
            tabs.add(button);
        }
        return tabs;
    }

    void show(Component shown) {
        contents.forEach(content -> content.setVisible(content == shown));
    }

    /**
     * @param panel {@code filters}, {@code results}, {@code time}, or empty for the map
     */
    void bring(String panel) {
        dashboard.setAttribute("data-panel", panel);
    }
}
