package org.marsad.ui.curation;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.RolesAllowed;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.marsad.curation.Changeset;
import org.marsad.curation.Changeset.FieldChange;
import org.marsad.curation.Changeset.FileChange;
import org.marsad.curation.Curation.Progress;
import org.marsad.curation.Curation.Why;
import org.marsad.curation.EditConflict;
import org.marsad.curation.PlaceState;
import org.marsad.curation.Rehearsal;
import org.marsad.ui.EmptyState;

/** What was changed in the gazetteer: by whom, when, why and with what effect; and the way to take it back. */
@Route("gazetteer/history")
@RolesAllowed("ADMIN")
class HistoryView extends CurationPage implements AfterNavigationObserver {
    private static final long serialVersionUID = 1;
    private static final int PAGE = 50;
    private static final int NAMED = 3;

    private final Div list = Rows.div("m-queue");
    private final Div of = Rows.div("m-history-of");
    private final PlaceMap map;
    private final Section right = new Section();
    private final Main main = new Main();
    private final transient List<Changeset> shown = new ArrayList<>();
    private final transient Map<Long, NativeButton> rows = new HashMap<>();
    private @Nullable String place;
    private @Nullable String actor;
    private long selected = -1;
    private boolean showsDetail;

    HistoryView(CurationDesk desk, AuthenticationContext authentication) {
        super(desk, authentication, Page.HISTORY);
        var left = new Section(Rows.div("m-panel-head", new H1(words.say("curation.history"))), of, list);
        left.addClassNames("m-panel", "m-places");
        map = new PlaceMap(words.language(), desk.messages().forBrowser(words.language()));
        right.addClassNames("m-panel", "m-place-side");
        main.add(left, map, right);
        main.addClassName("m-gazetteer");
        add(main);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        place = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("place")
                .orElse(null);
        actor = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("actor")
                .orElse(null);
        load();
    }

    private void load() {
        shown.clear();
        var ofPlace = place;
        var ofActor = actor;
        of.removeAll();
        of.setVisible(ofPlace != null || ofActor != null);
        if (ofPlace != null) {
            shown.addAll(desk.curation().historyOf(ofPlace));
            of.add(Rows.own(words.say("history.of", name(ofPlace))));
        } else if (ofActor != null) {
            shown.addAll(desk.curation().historyOfActor(ofActor));
            of.add(Rows.own(words.say("history.of", actorName(ofActor))));
        } else {
            shown.addAll(desk.curation().history(Long.MAX_VALUE, PAGE));
        }
        of.add(new Anchor("gazetteer/history", words.say("history.all")));
        showList();
        shown.stream()
                .filter(one -> one.version() == selected)
                .findFirst()
                .or(() -> shown.stream().findFirst())
                .ifPresentOrElse(this::show, this::showNothing);
    }

    private void showNothing() {
        showsDetail = false;
        right.removeAll();
        right.add(Rows.div("m-empty", Rows.span(words.say("history.hint"))));
        map.showEffects(List.of());
    }

    private void showList() {
        list.removeAll();
        rows.clear();
        shown.forEach(one -> {
            var row = row(one);
            rows.put(one.version(), row);
            list.add(row);
        });
        mark();
        boolean more = place == null
                && actor == null
                && shown.size() >= PAGE
                && shown.getLast().version() > 1;
        if (more) {
            list.add(Rows.choice(words.say("history.more"), () -> {
                shown.addAll(desk.curation().history(shown.getLast().version(), PAGE));
                showList();
            }));
        }
        if (shown.isEmpty()) {
            list.add(new EmptyState(
                    words.say("history.none"),
                    words.say("history.noneHow"),
                    new Anchor("gazetteer", words.say("curation.gazetteer")),
                    new Anchor("gazetteer/review", words.say("curation.review"))));
        }
    }

    private NativeButton row(Changeset change) {
        var row = new NativeButton();
        var head = Rows.div(
                "m-effect-head",
                Rows.span(words.say("history.number", change.version()), "m-tag"),
                Rows.span(words.edit(change.kind()), "m-strong"),
                Rows.own(about(change)));
        if (change.undoneBy() != null) {
            head.add(Rows.span(words.say("history.undone"), "m-tag", "m-tag-withdrawn"));
        }
        row.add(head, Rows.own(by(change), "m-fact-note"));
        if (change.note() != null) {
            row.add(Rows.own(change.note(), "m-clip"));
        }
        row.addClassName("m-queue-row");
        row.getElement().setAttribute("data-version", Long.toString(change.version()));
        row.addClickListener(click -> open(change));
        return row;
    }

    private void mark() {
        rows.forEach((version, row) -> {
            if (version == selected) {
                row.getElement().setAttribute("aria-current", "true");
            } else {
                row.getElement().removeAttribute("aria-current");
            }
        });
    }

    private String by(Changeset change) {
        return change.by()
                + words.say("list.dash")
                + words.moment(change.at())
                + words.say("list.dash")
                + words.say("history.moved", change.events());
    }

    private String about(Changeset change) {
        if (!change.actors().isEmpty()) {
            return change.actors().stream()
                    .limit(NAMED)
                    .map(this::actorName)
                    .collect(Collectors.joining(words.say("list.comma")));
        }
        if (!change.files().isEmpty()) {
            return change.files().stream()
                    .map(FileChange::name)
                    .limit(NAMED)
                    .collect(Collectors.joining(words.say("list.comma")));
        }
        if (change.places().isEmpty()) {
            return change.changes().stream()
                    .map(FieldChange::place)
                    .distinct()
                    .limit(NAMED)
                    .collect(Collectors.joining(words.say("list.comma")));
        }
        return change.places().stream()
                .limit(NAMED)
                .map(this::name)
                .collect(Collectors.joining(words.say("list.comma")));
    }

    /** A place that is gone by the name it had, where a version still tells it. */
    private String name(String id) {
        return desk.curation()
                .find(id)
                .or(() -> desk.curation().listVersions(id).stream().findFirst())
                .map(PlaceState::name)
                .orElse(id);
    }

    private String actorName(String id) {
        return desk.lexicography()
                .findActor(id)
                .or(() -> desk.lexicography().listActorVersions(id).stream().findFirst())
                .map(words::actor)
                .orElse(id);
    }

    /**
     * A change was chosen. What is shown already stays: were it drawn anew, a click on it that is on its way, as on the button
     * that takes it back, would be one on something that is no longer there, and be lost.
     */
    private void open(Changeset change) {
        main.getElement().setAttribute("data-open", true);
        if (!showsDetail || selected != change.version()) {
            show(change);
        }
    }

    private void show(Changeset change) {
        selected = change.version();
        showsDetail = true;
        mark();
        right.removeAll();
        var title = new H2(
                words.say("history.number", change.version()) + words.say("list.dash") + words.edit(change.kind()));
        var back = Rows.link(words.say("places.back"), () -> main.getElement().setAttribute("data-open", false));
        back.addClassName("m-back");
        var body = Rows.div("m-panel-body", Rows.own(by(change), "m-fact-note"));
        if (change.source() != null && !change.source().isBlank()) {
            body.add(Rows.own(words.say("history.source", change.source()), "m-block"));
        }
        if (change.note() != null && !change.note().isBlank()) {
            body.add(Rows.own(change.note(), "m-block"));
        }
        body.add(subjects(change), standing(change));
        change.files().forEach(file -> body.add(file(file)));
        desk.files()
                .findWaiting()
                .filter(one -> one.version() == change.version())
                .ifPresent(one -> {
                    var link = new Anchor("gazetteer/files", words.say("files.recoding", one.left(), one.of()));
                    body.add(Rows.div("m-ways", link));
                });
        if (!change.changes().isEmpty()) {
            body.add(new H3(words.say("history.diff")), diff(change.changes()));
        }
        desk.curation().findEffect(change.version()).ifPresent(effect -> {
            map.showEffects(effect.events());
            map.fit();
            body.add(new H3(words.say("history.effect")), new RehearsalReport(desk, words, effect));
        });
        right.add(Rows.div("m-panel-head", title, back), body);
        if (change.undoneBy() == null) {
            var undo = new Button(words.say("history.undo"), click -> undo(change));
            undo.addClassName("m-undo-change");
            right.add(Rows.div("m-panel-foot", undo));
        }
    }

    /** A file of places before and after. */
    private Div file(FileChange file) {
        var shown = Rows.div("m-place-file", Rows.own(file.name(), "m-strong"));
        for (var one : Arrays.asList(file.before(), file.after())) {
            var side = words.say(one == file.after() ? "history.after" : "history.before");
            if (one != null) {
                shown.add(
                        Rows.div(
                                "m-effect-head",
                                Rows.span(side, "m-fact-note"),
                                Rows.own(one.source()),
                                Rows.span(words.day(one.imported()), "m-fact-note")),
                        PlaceFileCard.figures(words, one));
            }
        }
        return shown;
    }

    private Div subjects(Changeset change) {
        var places = Rows.div("m-ways");
        change.places().forEach(id -> {
            var link = new Anchor("gazetteer?place=" + URLEncoder.encode(id, StandardCharsets.UTF_8), name(id));
            link.getElement().setAttribute("dir", "auto");
            places.add(link);
        });
        change.actors().forEach(id -> {
            var link = new Anchor(
                    "gazetteer/actors?actor=" + URLEncoder.encode(id, StandardCharsets.UTF_8), actorName(id));
            link.getElement().setAttribute("dir", "auto");
            places.add(link);
        });
        return places;
    }

    private Component standing(Changeset change) {
        var undoes = change.undoes();
        var undoneBy = change.undoneBy();
        if (undoneBy != null) {
            return Rows.note(words.say("history.undoneBy", undoneBy));
        }
        return undoes == null ? new Div() : Rows.note(words.say("history.undoes", undoes));
    }

    private NativeTable diff(List<FieldChange> changes) {
        var table = new NativeTable();
        table.addClassNames("m-figures", "m-diff");
        table.getHead()
                .add(new NativeTableRow(
                        new NativeTableHeaderCell(words.say("conflict.field")),
                        new NativeTableHeaderCell(words.say("history.before")),
                        new NativeTableHeaderCell(words.say("history.after"))));
        for (var change : changes) {
            table.getBody()
                    .add(new NativeTableRow(
                            new NativeTableHeaderCell(words.field(change.field())),
                            cell(change.before(), "m-was"),
                            cell(change.after(), "m-after")));
        }
        return table;
    }

    private static NativeTableCell cell(@Nullable String text, String style) {
        var cell = new NativeTableCell(text == null ? "" : text);
        cell.getElement().setAttribute("dir", "auto");
        cell.addClassName(style);
        return cell;
    }

    private void undo(Changeset change) {
        var why = new Why(null, words.say("history.undoNote", change.version()));
        var what = new RehearsalPanel.Change() {
            @Override
            public Rehearsal rehearse(boolean everything, Progress progress) {
                return desk.curation().rehearseUndo(change.version(), everything, progress);
            }

            @Override
            public Changeset apply(Progress progress) {
                return desk.curation().undo(change.version(), user, why, progress);
            }
        };
        showsDetail = false;
        right.removeAll();
        right.add(new RehearsalPanel(
                desk, words, words.say("history.undoTitle", change.version()), what, new RehearsalPanel.Host() {
                    @Override
                    public void rehearsed(Rehearsal rehearsal) {
                        map.showEffects(rehearsal.events());
                        map.fit();
                    }

                    @Override
                    public void applied(Changeset changeset) {
                        tell(words.say("applied", changeset.version(), changeset.events()));
                        selected = changeset.version();
                        load();
                    }

                    @Override
                    public void conflict(EditConflict conflict) {
                        tell(String.valueOf(conflict.getMessage()));
                        load();
                    }

                    @Override
                    public void back() {
                        show(change);
                    }
                }));
    }
}
