package org.marsad.ui.curation;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.spring.security.AuthenticationContext;
import java.util.Locale;
import org.marsad.curation.Changeset;
import org.marsad.curation.Curation.Progress;
import org.marsad.curation.Curation.Why;
import org.marsad.curation.Edit;
import org.marsad.curation.Rehearsal;
import org.marsad.ui.Brand;
import org.springframework.security.core.userdetails.UserDetails;

/** The frame of the gazetteer's pages: the way from one to the other, and back to the map. */
@JsModule("./marsad-scheme.ts")
abstract class CurationPage extends Div implements HasDynamicTitle {
    private static final long serialVersionUID = 1;
    private static final int NOTE_MILLIS = 7000;

    private final String title;
    private final Span openReports = new Span();
    protected final transient CurationDesk desk;
    protected final transient GazetteerWords words;
    protected final String user;

    /** The pages, by their addresses. */
    enum Page {
        GAZETTEER("gazetteer"),
        ACTORS("gazetteer/actors"),
        TRIGGERS("gazetteer/triggers"),
        REVIEW("gazetteer/review"),
        REPORTS("reports"),
        FILES("gazetteer/files"),
        HISTORY("gazetteer/history");

        private final String route;

        Page(String route) {
            this.route = route;
        }

        String route() {
            return route;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    CurationPage(CurationDesk desk, AuthenticationContext authentication, Page here) {
        this.desk = desk;
        words = new GazetteerWords(desk.messages(), UI.getCurrent().getLocale());
        title = words.say("curation." + here.word());
        user = authentication
                .getAuthenticatedUser(UserDetails.class)
                .map(UserDetails::getUsername)
                .orElse("");
        addClassName("m-page");
        addClassName("m-curation");
        add(top(here));
    }

    private Header top(Page here) {
        var pages = new Nav();
        pages.addClassName("m-pages");
        pages.getElement().setAttribute("aria-label", words.say("curation.pages"));
        for (var page : Page.values()) {
            var link = new Anchor(page.route, words.say("curation." + page.word()));
            if (page == here) {
                link.getElement().setAttribute("aria-current", "page");
            }
            if (page == Page.REPORTS) {
                link.add(openReports);
            }
            pages.add(link);
        }
        openReports.addClassName("m-pages-count");
        countReports();
        var back = new Anchor(".", words.say("import.back"));
        back.addClassName("m-page-back");
        var icon = new Span();
        icon.addClassName("m-icon-scheme");
        var scheme = new Button(icon, click -> UI.getCurrent().getPage().executeJs("window.marsadScheme.toggle()"));
        scheme.addThemeVariants(ButtonVariant.TERTIARY);
        scheme.setAriaLabel(words.say("scheme.switch"));
        scheme.setTooltipText(words.say("scheme.switch"));
        scheme.addClassName("m-scheme");
        var end = new Div(back, scheme);
        end.addClassName("m-top-end");
        var top = new Header(new Brand(words.language()), pages, end);
        top.addClassName("m-top");
        return top;
    }

    /** Beside the page of reports stands how many are open. */
    void countReports() {
        int open = desk.reports().countOpen();
        openReports.setText(words.number(open));
        openReports.setVisible(open > 0);
    }

    /** An edit by who is signed in, to be rehearsed and then made. */
    RehearsalPanel.Change change(Edit edit, Why why) {
        return new RehearsalPanel.Change() {
            @Override
            public Rehearsal rehearse(boolean everything, Progress progress) {
                return desk.curation().rehearse(edit, everything, progress);
            }

            @Override
            public Changeset apply(Progress progress) {
                return desk.curation().apply(edit, user, why, progress);
            }
        };
    }

    static void tell(String text) {
        Notification.show(text, NOTE_MILLIS, Notification.Position.BOTTOM_CENTER);
    }

    @Override
    public String getPageTitle() {
        return title + " · " + getTranslation("app.title");
    }
}
