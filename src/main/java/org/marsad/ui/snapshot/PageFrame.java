package org.marsad.ui.snapshot;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Nav;
import org.marsad.text.Language;
import org.marsad.ui.Brand;

/** The head of the pages about snapshots, and the ways between them. */
abstract class PageFrame extends Div {
    private static final long serialVersionUID = 1;

    private final Main main = new Main();

    PageFrame(SnapshotDesk desk, Language reader) {
        addClassName("m-page");
        var ways = new Nav(
                way("snapshots", desk.say(reader, "snapshot.gallery")),
                way("verify", desk.say(reader, "snapshot.verify")),
                way(".", desk.say(reader, "import.back")));
        ways.addClassName("m-ways");
        var top = new Header(new Brand(reader), ways);
        top.addClassName("m-top");
        add(top, main);
    }

    /** From any depth of address: the page's base is the server's root. */
    private static Anchor way(String where, String name) {
        var way = new Anchor(where, name);
        way.addClassName("m-page-back");
        return way;
    }

    final void show(Component... parts) {
        main.removeAll();
        main.add(parts);
    }

    final Main main() {
        return main;
    }
}
