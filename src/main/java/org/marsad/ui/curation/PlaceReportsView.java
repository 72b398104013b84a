package org.marsad.ui.curation;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.RolesAllowed;
import java.util.EnumMap;
import java.util.Map;
import org.marsad.curation.PlaceReport.State;
import org.marsad.ui.EmptyState;

/** The places that analysts say are wrong, for an admin to accept or decline. */
@Route("reports")
@RolesAllowed("ADMIN")
class PlaceReportsView extends CurationPage {
    private static final long serialVersionUID = 1;

    private final Div list = Rows.div("m-jobs");
    private final Map<State, NativeButton> states = new EnumMap<>(State.class);
    private State shown = State.OPEN;

    PlaceReportsView(CurationDesk desk, AuthenticationContext authentication) {
        super(desk, authentication, Page.REPORTS);
        var choices = Rows.div("m-choices");
        choices.getElement().setAttribute("role", "group").setAttribute("aria-label", words.say("reports.states"));
        for (var state : State.values()) {
            var button = Rows.choice(words.say("reports." + state.word()), () -> show(state));
            button.getElement().setAttribute("data-state", state.word());
            states.put(state, button);
            choices.add(button);
        }
        add(new Main(new H1(words.say("reports.title")), Rows.note(words.say("reports.about")), choices, list));
        show(State.OPEN);
    }

    private void show(State state) {
        shown = state;
        states.forEach(
                (each, button) -> button.getElement().setAttribute("aria-pressed", Boolean.toString(each == state)));
        list.removeAll();
        var found = desk.reports().list(state);
        if (found.isEmpty()) {
            list.add(new EmptyState(
                    words.say("reports.none." + state.word()),
                    words.say("reports.noneHow"),
                    new Anchor(".", words.say("empty.map"))));
        }
        found.forEach(report -> list.add(new ReportCard(desk, words, user, report, this::decided)));
    }

    private void decided(State now) {
        tell(words.say("reports.now." + now.word()));
        countReports();
        show(shown);
    }
}
