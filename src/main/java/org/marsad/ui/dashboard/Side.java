package org.marsad.ui.dashboard;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.Element;
import java.util.ArrayList;
import java.util.List;
import org.marsad.gazetteer.Place;
import org.marsad.gazetteer.PlaceId;
import org.marsad.mapview.EventCounts;
import org.marsad.mapview.EventFilter;
import org.marsad.mapview.EventSort;
import org.marsad.mapview.EventSummary;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** What is read beside the map: the list of events, one of them, or what has changed; and the ways between these. */
final class Side implements DetailPanel.Intents {
    private final Words words;
    private final Desk desk;
    private final String user;
    private final Visit visit;
    private final Standing standing;
    private final EventMap map;
    private final Element dashboard;
    private final Wishes wishes;
    private final ResultList results;
    private final DetailPanel detail;
    private final ChangesPanel changed;
    private final Panels panels;
    private boolean atSpot;

    /** What is asked for here and concerns all of the dashboard. */
    interface Wishes {
        void filter(EventFilter filter);

        void sort(EventSort sort);

        /** All of the filter again, rather than what lies at one spot. */
        void leaveSpot();
    }

    Side(
            Words words,
            Desk desk,
            String user,
            Visit visit,
            Standing standing,
            EventMap map,
            Element dashboard,
            Wishes wishes) {
        this.words = words;
        this.desk = desk;
        this.user = user;
        this.visit = visit;
        this.standing = standing;
        this.map = map;
        this.dashboard = dashboard;
        this.wishes = wishes;
        results = new ResultList(
                words,
                desk.events(),
                this::openToRead,
                wishes::sort,
                wishes::leaveSpot,
                () -> wishes.filter(EventFilter.ALL),
                () -> change(ChangesRange.SINCE_VISIT),
                visit::marks);
        detail = new DetailPanel(words, this);
        changed = new ChangesPanel(words, desk.changes(), this::change, this::openToRead, this::close);
        panels = new Panels(words, dashboard, results, detail, changed);
    }

    Aside panel() {
        return panels.side();
    }

    Div tabs() {
        return panels.tabs();
    }

    /** On a phone, the panel that lies over the map; see {@link Panels#bring}. */
    void bring(String panel) {
        panels.bring(panel);
    }

    /** The events of the present filter. */
    void show(EventCounts found) {
        atSpot = false;
        var state = standing.now();
        results.show(state.filter(), state.sort(), found.total(), state.event(), note(found));
    }

    /** What has changed of the events of the present filter, where that is shown. */
    void showChanges() {
        var state = standing.now();
        var range = state.changes();
        if (range != null) {
            changed.show(state.filter(), range, visit.last());
        }
    }

    /** Whatever the present state says is open. */
    void openAsAsked() {
        var state = standing.now();
        if (state.event() != null) {
            open(state.event());
        } else if (state.changes() != null) {
            change(state.changes());
        } else {
            close();
        }
    }

    private String note(EventCounts found) {
        var notes = new ArrayList<String>();
        if (found.undated() > 0) {
            notes.add(words.say("list.undated", found.undated()));
        }
        if (found.nowhere() > 0) {
            notes.add(words.say("list.nowhere", found.nowhere()));
        }
        return String.join(" · ", notes);
    }

    /** With the focus on what is opened. */
    private void openToRead(long id) {
        open(id);
        dashboard.executeJs("window.marsadKeys.focus(this, '.m-detail h2')");
    }

    @Override
    public void open(long id) {
        try {
            var found = desk.details().find(id, standing.now().filter(), words.language());
            if (found.isEmpty()) {
                gone(id);
                return;
            }
            standing.become(standing.now().withEvent(id));
            detail.show(
                    found.get(),
                    desk.changes().listOfEvent(id, words.language()),
                    desk.reports().listOfEvent(id));
            show(detail);
            results.select(id);
            map.setSelected(id);
        } catch (DataAccessException | TransactionException e) {
            DashboardView.warn(words.say("server.away"));
        }
        standing.write(false);
    }

    /** An event that another took over is shown there; of any other it is said that it is gone. */
    private void gone(long id) {
        var successor = desk.changes().findSuccessor(id);
        if (successor.isPresent()) {
            DashboardView.warn(words.say("event.merged", id));
            open(successor.get());
        } else {
            DashboardView.warn(words.say("event.gone", id));
            close();
        }
    }

    void openSpot(List<Long> ids) {
        results.showSpot(ids, standing.now().filter());
        atSpot = true;
        standing.become(standing.now().withEvent(null).withChanges(null));
        map.setSelected(null);
        show(results);
        panels.bring("results");
        standing.write(false);
    }

    /** The event before or after the open one. */
    void openBeside(int step) {
        results.findBeside(standing.now().event(), step).ifPresent(this::openToRead);
    }

    /** Back to what the event was opened from: the changes, or the list. */
    @Override
    public void close() {
        if (standing.now().event() == null) {
            standing.become(standing.now().withChanges(null));
        }
        standing.become(standing.now().withEvent(null));
        results.select(null);
        map.setSelected(null);
        show(standing.now().changes() == null ? results : changed);
        standing.write(false);
    }

    /** Leaves what is open, one thing at a time. */
    void escape() {
        var open = standing.now().event();
        if (open != null) {
            close();
            dashboard.executeJs("window.marsadKeys.focus(this, $0)", ".m-event[data-event='" + open + "']");
        } else if (standing.now().changes() != null) {
            close();
        } else if (atSpot) {
            wishes.leaveSpot();
        }
    }

    void change(ChangesRange range) {
        standing.become(standing.now().withEvent(null).withChanges(range));
        map.setSelected(null);
        try {
            changed.show(standing.now().filter(), range, visit.last());
            show(changed);
            panels.bring("results");
        } catch (DataAccessException | TransactionException e) {
            DashboardView.warn(words.say("server.away"));
        }
        standing.write(false);
    }

    private void show(Component shown) {
        panels.show(shown);
        if (shown == detail) {
            panels.bring("results");
        }
    }

    @Override
    public void filterActor(String actor) {
        var filter = standing.now().filter();
        wishes.filter(filter.withActors(FilterPanel.toggled(filter.actors(), actor)));
    }

    @Override
    public void reportPlace(EventSummary event) {
        new ReportDialog(words, event, desk.places(), draft -> {
                    try {
                        desk.reports().add(draft, user);
                        DashboardView.note(words.say("report.sent"));
                        open(event.id());
                    } catch (DataAccessException | TransactionException e) {
                        DashboardView.warn(words.say("server.away"));
                    }
                })
                .open();
    }

    @Override
    public String placeName(String id) {
        return desk.gazetteer().find(new PlaceId(id)).map(Place::name).orElse(id);
    }
}
