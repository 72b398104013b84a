package org.marsad.ui.curation;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.marsad.curation.PlaceReport;
import org.marsad.curation.PlaceReport.State;
import org.marsad.curation.PlaceReports;
import org.marsad.curation.PlaceState;

/** What an analyst says of a place, and the admin's answer. */
final class ReportCard extends Div {
    private static final long serialVersionUID = 1;

    private final transient CurationDesk desk;
    private final transient GazetteerWords words;
    private final String user;
    private final transient PlaceReport report;
    private final transient Consumer<State> decided;

    /**
     * @param decided is told where the report stands once it is accepted, declined or opened again
     */
    ReportCard(CurationDesk desk, GazetteerWords words, String user, PlaceReport report, Consumer<State> decided) {
        this.desk = desk;
        this.words = words;
        this.user = user;
        this.report = report;
        this.decided = decided;
        var heading = new Anchor("?event=" + report.event(), report.heading());
        heading.getElement().setAttribute("dir", "auto");
        heading.addClassName("m-job-origin");
        add(Rows.div(
                "m-job-head",
                heading,
                Rows.span(
                        words.say("reports.by", report.reportedBy(), words.moment(report.reportedAt())),
                        "m-fact-note")));
        if (!report.eventIsThere()) {
            add(Rows.span(words.say("reports.gone"), "m-fact-note"));
        }
        add(Rows.span(words.say("reports.place", report.placeName())), quoted(report.problem()));
        if (report.suggested() != null) {
            add(Rows.span(words.say("reports.suggested", report.suggested())));
        }
        add(ways());
        var at = report.decidedAt();
        if (at != null) {
            var by = report.decidedBy();
            add(Rows.span(words.say("reports.decided", by == null ? "" : by, words.moment(at)), "m-fact-note"));
        }
        if (report.answer() != null) {
            add(quoted(report.answer()));
        }
        add(decision());
        addClassName("m-job");
        getElement().setAttribute("data-report", Long.toString(report.id()));
    }

    /** To the places that it is about, and to a new one. */
    private Div ways() {
        var ways = Rows.div("m-ways");
        if (report.place() != null) {
            ways.add(way(
                    "gazetteer?place=" + encoded(report.place()), words.say("reports.openPlace", report.placeName())));
        }
        var suggestedId = report.suggestedId();
        if (suggestedId != null) {
            ways.add(way("gazetteer?place=" + encoded(suggestedId), words.say("reports.openPlace", name(suggestedId))));
        } else if (report.suggested() != null) {
            ways.add(way(
                    "gazetteer?new=1&name=" + encoded(report.suggested()) + "&source="
                            + encoded(words.say("reports.source", report.id(), report.reportedBy())),
                    words.say("reports.create", report.suggested())));
        }
        ways.setVisible(report.state() == State.OPEN);
        return ways;
    }

    private static Anchor way(String address, String text) {
        return new Anchor(address, text);
    }

    private String name(String place) {
        return desk.curation().find(place).map(PlaceState::name).orElse(place);
    }

    private static Div quoted(String text) {
        return Rows.div("m-sentence m-quoted", Rows.own(text));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Div decision() {
        var foot = Rows.div("m-job-foot");
        if (report.state() != State.OPEN) {
            foot.add(Rows.choice(words.say("reports.reopen"), () -> decide(State.OPEN, "")));
            return foot;
        }
        var answer = new TextField();
        answer.setPlaceholder(words.say("reports.answer"));
        answer.setAriaLabel(words.say("reports.answer"));
        answer.setMaxLength(PlaceReports.MOST_TEXT);
        answer.getElement().setAttribute("dir", "auto");
        var accept = Rows.choice(words.say("reports.accept"), () -> decide(State.ACCEPTED, answer.getValue()));
        accept.addClassName("m-choice-strong");
        foot.add(
                answer,
                accept,
                Rows.choice(words.say("reports.decline"), () -> decide(State.DECLINED, answer.getValue())));
        return foot;
    }

    private void decide(State state, String answer) {
        desk.reports().decide(report.id(), state, answer, user);
        decided.accept(state);
    }
}
