package org.marsad.ui.curation;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import org.marsad.curation.PlaceReport;
import org.marsad.curation.PlaceReport.State;
import org.marsad.curation.PlaceReports;
import org.marsad.ui.Brand;
import org.marsad.ui.i18n.DateWords;
import org.marsad.ui.i18n.Messages;
import org.springframework.security.core.userdetails.UserDetails;

/** The places that analysts say are wrong, for an admin to accept or decline. */
@Route("reports")
@RolesAllowed("ADMIN")
class PlaceReportsView extends Div implements HasDynamicTitle {
    private static final long serialVersionUID = 1;

    private final transient PlaceReports reports;
    private final transient DateWords dates;
    private final String user;
    private final Div list = new Div();
    private final Map<State, NativeButton> states = new EnumMap<>(State.class);
    private State shown = State.OPEN;

    PlaceReportsView(PlaceReports reports, Messages messages, AuthenticationContext authentication) {
        this.reports = reports;
        dates = new DateWords(messages);
        user = authentication
                .getAuthenticatedUser(UserDetails.class)
                .map(UserDetails::getUsername)
                .orElse("");
        addClassName("m-page");
        var back = new Anchor(".", getTranslation("import.back"));
        back.addClassName("m-page-back");
        var top = new Header(new Brand(Messages.languageOf(UI.getCurrent().getLocale())), back);
        top.addClassName("m-top");
        var about = new Paragraph(getTranslation("reports.about"));
        about.addClassName("m-fact-note");
        var choices = new Div();
        choices.addClassName("m-choices");
        choices.getElement().setAttribute("role", "group").setAttribute("aria-label", getTranslation("reports.states"));
        for (var state : State.values()) {
            var button = new NativeButton(getTranslation("reports." + state.word()), click -> show(state));
            button.addClassName("m-choice");
            button.getElement().setAttribute("data-state", state.word());
            states.put(state, button);
            choices.add(button);
        }
        list.addClassName("m-jobs");
        add(top, new Main(new H1(getTranslation("reports.title")), about, choices, list));
        show(State.OPEN);
    }

    private void show(State state) {
        shown = state;
        states.forEach(
                (each, button) -> button.getElement().setAttribute("aria-pressed", Boolean.toString(each == state)));
        list.removeAll();
        var found = reports.list(state);
        if (found.isEmpty()) {
            list.add(new Span(getTranslation("reports.none")));
        }
        found.forEach(report -> list.add(card(report)));
    }

    private Div card(PlaceReport report) {
        var heading = new Anchor("?event=" + report.event(), report.heading());
        heading.getElement().setAttribute("dir", "auto");
        heading.addClassName("m-job-origin");
        var who = new Span(getTranslation("reports.by", report.reportedBy(), moment(report.reportedAt())));
        who.addClassName("m-fact-note");
        var head = new Div(heading, who);
        head.addClassName("m-job-head");
        var card = new Div(head);
        if (!report.eventIsThere()) {
            card.add(note(getTranslation("reports.gone")));
        }
        card.add(text(getTranslation("reports.place", report.placeName())), text(report.problem()));
        if (report.suggested() != null) {
            card.add(text(getTranslation("reports.suggested", report.suggested())));
        }
        if (report.suggestedId() != null) {
            var id = note(report.suggestedId());
            id.getElement().setAttribute("dir", "ltr");
            card.add(id);
        }
        if (report.decidedAt() != null) {
            card.add(note(getTranslation(
                    "reports.decided",
                    report.decidedBy() == null ? "" : report.decidedBy(),
                    moment(report.decidedAt()))));
        }
        if (report.answer() != null) {
            card.add(text(report.answer()));
        }
        card.add(decision(report));
        card.addClassName("m-job");
        card.getElement().setAttribute("data-report", Long.toString(report.id()));
        return card;
    }

    private Div decision(PlaceReport report) {
        var foot = new Div();
        foot.addClassName("m-job-foot");
        if (report.state() != State.OPEN) {
            foot.add(button("reports.reopen", () -> decide(report, State.OPEN, "")));
            return foot;
        }
        var answer = new TextField();
        answer.setPlaceholder(getTranslation("reports.answer"));
        answer.setAriaLabel(getTranslation("reports.answer"));
        answer.setMaxLength(PlaceReports.MOST_TEXT);
        answer.getElement().setAttribute("dir", "auto");
        foot.add(
                answer,
                button("reports.accept", () -> decide(report, State.ACCEPTED, answer.getValue())),
                button("reports.decline", () -> decide(report, State.DECLINED, answer.getValue())));
        return foot;
    }

    private NativeButton button(String key, Runnable pressed) {
        var button = new NativeButton(getTranslation(key), click -> pressed.run());
        button.addClassName("m-choice");
        return button;
    }

    private void decide(PlaceReport report, State state, String answer) {
        reports.decide(report.id(), state, answer, user);
        show(shown);
    }

    private Paragraph text(String text) {
        var paragraph = new Paragraph(text);
        paragraph.getElement().setAttribute("dir", "auto");
        return paragraph;
    }

    private Span note(String text) {
        var note = new Span(text);
        note.addClassName("m-fact-note");
        return note;
    }

    private String moment(Instant at) {
        return dates.day(
                at.atZone(ZoneId.systemDefault()).toLocalDate(),
                Messages.languageOf(UI.getCurrent().getLocale()));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("reports.title") + " · " + getTranslation("app.title");
    }
}
