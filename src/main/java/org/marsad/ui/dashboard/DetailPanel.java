package org.marsad.ui.dashboard;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.marsad.curation.PlaceReport;
import org.marsad.mapview.EventChange;
import org.marsad.mapview.EventDetail;
import org.marsad.mapview.EventDetail.BorderDistance;
import org.marsad.mapview.EventDetail.Imported;
import org.marsad.mapview.EventDetail.Near;
import org.marsad.mapview.EventSummary;
import org.marsad.mapview.EventSummary.NamedActor;
import org.marsad.mapview.EventSummary.NamedPlace;
import org.marsad.ui.TypeFamily;

/** One event: what, when, where, who, and the sentences that say so. */
final class DetailPanel extends Div {
    private static final long serialVersionUID = 1;
    private static final int NEAR_BORDERS = 4;

    private final transient Words words;
    private final transient Intents intents;

    /** What the panel asks for. */
    interface Intents {
        void filterActor(String actor);

        void open(long event);

        void close();

        void reportPlace(EventSummary event);

        /** The name of a place of the gazetteer, or its id where there is none. */
        String placeName(String id);
    }

    private transient List<Object> shown = List.of();

    DetailPanel(Words words, Intents intents) {
        this.words = words;
        this.intents = intents;
        addClassName("m-detail");
    }

    /**
     * Shows an event. Where all of it is shown already, nothing is drawn anew: a click that is on its way would be on something
     * that is no longer there, and be lost.
     *
     * @param history what became of the event, the last first
     * @param reports what analysts said of its place
     */
    void show(EventDetail detail, List<EventChange> history, List<PlaceReport> reports) {
        List<Object> all = List.of(detail, history, reports);
        if (all.equals(shown)) {
            return;
        }
        shown = all;
        removeAll();
        var event = detail.summary();
        var back = new NativeButton(words.say("detail.back"), click -> intents.close());
        back.addClassNames("m-choice", "m-back");
        var head = new Div(back);
        head.addClassName("m-panel-head");
        var body = new Div(title(event), facts(detail), actors(event));
        if (!event.places().isEmpty()) {
            body.add(places(event));
        }
        body.add(reports(event, reports));
        var imported = detail.imported();
        if (imported != null) {
            body.add(section("detail.imported", imported(imported)));
        }
        if (detail.sources().size() > 1) {
            body.add(section("detail.figures", new FiguresTable(words, detail.sources())));
        }
        if (!detail.sources().isEmpty()) {
            body.add(section("detail.sources", sources(detail)));
        }
        if (!detail.borders().isEmpty()) {
            body.add(section("detail.borders", borders(detail)));
        }
        var why = new WhyHere(words, detail, intents::placeName);
        if (!why.isEmpty()) {
            body.add(section("detail.why", why));
        }
        if (!detail.near().isEmpty()) {
            body.add(section("detail.near", near(detail.near())));
        }
        if (!history.isEmpty()) {
            body.add(section("detail.history", history(history)));
        }
        body.addClassName("m-panel-body");
        add(head, body);
    }

    /** Saying that a place is wrong, and what was said before. */
    private Div reports(EventSummary event, List<PlaceReport> reports) {
        var report = new NativeButton(
                words.say(event.places().isEmpty() ? "report.missing" : "report.open"),
                click -> intents.reportPlace(event));
        report.addClassNames("m-choice", "m-report");
        var box = new Div(report);
        box.addClassName("m-reports");
        reports.forEach(each -> {
            var text = new Span(words.say(
                    "report.state." + each.state().word(), each.placeName(), words.moment(each.reportedAt())));
            text.getElement().setAttribute("dir", "auto");
            text.addClassName("m-fact-note");
            box.add(text);
            if (each.answer() != null) {
                var answer = new Span(each.answer());
                answer.getElement().setAttribute("dir", "auto");
                answer.addClassName("m-report-answer");
                box.add(answer);
            }
        });
        return box;
    }

    private Component imported(Imported row) {
        var name = new Anchor(row.url(), row.source());
        name.setTarget("_blank");
        name.getElement().setAttribute("rel", "noopener noreferrer");
        var id = new Span(row.sourceId());
        id.getElement().setAttribute("dir", "ltr");
        id.addClassName("m-position");
        var head = new Div(name, id);
        head.addClassName("m-place-card");
        var terms = new Span(row.terms());
        terms.getElement().setAttribute("dir", "auto");
        terms.addClassName("m-fact-note");
        var box = new Div(head, terms);
        if (row.restricted()) {
            var held = new Span(words.say("detail.restricted"));
            held.addClassNames("m-tag", "m-tag-area");
            box.add(held);
        }
        if (row.notes() != null) {
            var notes = new Paragraph(row.notes());
            notes.getElement().setAttribute("dir", "auto");
            box.add(notes);
        }
        box.addClassName("m-imported");
        return box;
    }

    private Component near(List<Near> near) {
        var list = new Div();
        list.addClassName("m-near");
        EventRow.listen(list, intents::open);
        near.forEach(each -> {
            var row = new EventRow(each.event(), false, Set.of(), words);
            var how = new Span(words.say("detail.nearBy", Math.round(each.km()))
                    + words.say("list.dash")
                    + words.say(
                            each.days() == 0 ? "detail.sameTime" : each.days() > 0 ? "detail.later" : "detail.earlier",
                            Math.abs(each.days())));
            how.addClassName("m-fact-note");
            var box = new Div(how, row);
            list.add(box);
        });
        return list;
    }

    private Component history(List<EventChange> history) {
        var list = new Div();
        list.addClassName("m-history");
        history.forEach(change -> {
            var when = new Span(words.moment(change.at()));
            when.addClassName("m-fact-note");
            var row = new Div(when, ChangeWords.kinds(change.kinds(), words));
            ChangeWords.differences(change, words).forEach(row::add);
            list.add(row);
        });
        return list;
    }

    private Div title(EventSummary event) {
        var symbol = new Span();
        symbol.addClassNames(
                "m-symbol", "m-symbol-large", TypeFamily.of(event.plover()).styleName());
        symbol.getElement().setAttribute("aria-hidden", "true");
        var heading = new H2(words.type(event.plover()) + words.say("list.dash") + words.where(event));
        heading.getElement().setAttribute("dir", "auto").setAttribute("tabindex", "-1");
        var codes = new Div(words.acled(event.acledSub()));
        codes.addClassName("m-codes");
        var title = new Div(symbol, new Div(heading, codes));
        title.addClassName("m-title");
        return title;
    }

    private Div facts(EventDetail detail) {
        var event = detail.summary();
        var facts = new Div();
        facts.addClassName("m-facts");
        facts.add(fact("detail.when", words.date(event), words.say("date.precision." + event.datePrecision())));
        facts.add(fact(
                "detail.precision",
                words.say("where." + event.wherePrecision()),
                words.say("detail.wherePrec", event.wherePrecision())));
        facts.add(fact(
                "detail.deaths",
                event.deaths() == null ? words.say("deaths.unknown") : words.deaths(event.deaths()),
                ""));
        facts.add(fact("detail.confidence", words.say("detail.percent", Math.round(detail.confidence() * 100)), ""));
        return facts;
    }

    private Div fact(String label, String value, String note) {
        var name = new Span(words.say(label));
        name.addClassName("m-fact-name");
        var text = new Span(value);
        text.addClassName("m-fact-value");
        var fact = new Div(name, text);
        if (!note.isEmpty()) {
            var small = new Span(note);
            small.addClassName("m-fact-note");
            fact.add(small);
        }
        return fact;
    }

    /** Each actor once, with all its roles. */
    private Div actors(EventSummary event) {
        var roles = new LinkedHashMap<String, List<NamedActor>>();
        event.actors()
                .forEach(actor -> roles.computeIfAbsent(actor.id(), id -> new ArrayList<>())
                        .add(actor));
        var actors = new Div();
        actors.addClassName("m-people");
        roles.forEach((id, each) -> {
            var role = new Span(each.stream()
                    .map(actor -> words.say("role." + actor.role()))
                    .collect(Collectors.joining(words.say("list.comma"))));
            role.addClassName("m-role");
            var name = new Span(each.getFirst().name());
            name.getElement().setAttribute("dir", "auto");
            var chip = new NativeButton("", click -> intents.filterActor(id));
            chip.add(name, role);
            chip.addClassName("m-person");
            chip.setTitle(words.say("detail.filterActor", each.getFirst().name()));
            actors.add(chip);
        });
        return actors;
    }

    private Component places(EventSummary event) {
        var list = new Div();
        list.addClassName("m-places");
        for (NamedPlace place : event.places()) {
            var name = new Span(place.name());
            name.addClassName("m-place-name");
            name.getElement().setAttribute("dir", "auto");
            var about = new Span(String.join(
                    words.say("list.comma"),
                    Stream.of(
                                    words.say("level." + place.level()),
                                    place.admin1() == null ? "" : place.admin1(),
                                    place.country() == null ? "" : words.country(place.country()))
                            .filter(text -> !text.isEmpty() && !text.equals(place.name()))
                            .toList()));
            about.addClassName("m-fact-note");
            var position = new Span(String.format(
                    Locale.ROOT,
                    "%.3f° %s  %.3f° %s",
                    Math.abs(place.lat()),
                    place.lat() < 0 ? "S" : "N",
                    Math.abs(place.lon()),
                    place.lon() < 0 ? "W" : "E"));
            position.getElement().setAttribute("dir", "ltr");
            position.addClassName("m-position");
            var card = new Div(new Div(name, about), position);
            card.addClassName("m-place-card");
            list.add(card);
        }
        return list;
    }

    private Div sources(EventDetail detail) {
        var names = detail.summary().actors().stream()
                .collect(Collectors.toMap(NamedActor::id, NamedActor::name, (a, b) -> a));
        var list = new Div();
        detail.sources().forEach(source -> list.add(new SourceView(source, words, names)));
        return list;
    }

    private Div borders(EventDetail detail) {
        var list = new Div();
        list.addClassName("m-borders");
        detail.borders().stream().limit(NEAR_BORDERS).forEach(border -> list.add(border(border)));
        return list;
    }

    private Div border(BorderDistance border) {
        var name = new Span(border.name());
        var km = new Span(
                border.km() < 0.05
                        ? words.say("detail.onBorder")
                        : words.say("detail.fromBorder", Math.round(border.km() * 10) / 10.0));
        km.addClassName("m-km");
        var row = new Div(name, km);
        if (!border.side().isEmpty()) {
            var side = new Span(words.say("detail.side", words.country(border.side()), Math.round(border.kmAlong())));
            side.addClassName("m-fact-note");
            row.add(side);
        }
        row.addClassName("m-border");
        return row;
    }

    private Section section(String title, Component content) {
        var section = new Section(new H3(words.say(title)), content);
        section.addClassName("m-section");
        return section;
    }
}
