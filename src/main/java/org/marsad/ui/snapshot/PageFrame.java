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

    /**
     * @param here the address of the page
     */
    PageFrame(SnapshotDesk desk, Language reader, String here) {
        addClassName("m-page");
        var pages = new Nav(
                page("snapshots", desk.say(reader, "snapshot.gallery"), here),
                page("verify", desk.say(reader, "snapshot.verify"), here));
        pages.addClassName("m-pages");
        var back = new Anchor(".", desk.say(reader, "import.back"));
        back.addClassName("m-page-back");
        var top = new Header(new Brand(reader), pages, back);
        top.addClassName("m-top");
        add(top, main);
    }

    /** From any depth of address: the page's base is the server's root. */
    private static Anchor page(String where, String name, String here) {
        var page = new Anchor(where, name);
        if (where.equals(here)) {
            page.getElement().setAttribute("aria-current", "page");
        }
        return page;
    }

    final void show(Component... parts) {
        main.removeAll();
        main.add(parts);
    }

    final Main main() {
        return main;
    }
}
