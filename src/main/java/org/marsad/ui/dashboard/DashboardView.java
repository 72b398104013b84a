package org.marsad.ui.dashboard;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.RolesAllowed;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.marsad.gazetteer.Place;
import org.marsad.gazetteer.PlaceId;
import org.marsad.mapview.BadParameterException;
import org.marsad.mapview.DrawnArea;
import org.marsad.mapview.EventChange.Kind;
import org.marsad.mapview.EventCounts;
import org.marsad.mapview.EventFilter;
import org.marsad.mapview.EventFilterCodec;
import org.marsad.mapview.EventSummary;
import org.marsad.mapview.SavedView;
import org.marsad.mapview.SavedViews;
import org.marsad.snapshot.freeze.Extents;
import org.marsad.text.Language;
import org.marsad.ui.i18n.Messages;
import org.marsad.ui.snapshot.SnapshotDialog;
import org.springframework.dao.DataAccessException;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.transaction.TransactionException;

/**
 * The analyst's dashboard. Every control changes the one state; whatever the state is, is shown everywhere and written into
 * the address.
 */
@Route("")
@JsModule("./marsad-keys.ts")
@RolesAllowed({"ANALYST", "BRIEFER", "ADMIN"})
class DashboardView extends Main implements BeforeEnterObserver, HasDynamicTitle, TopBar.Intents, DetailPanel.Intents {
    private static final long serialVersionUID = 1;
    private static final Duration STAY = Duration.ofMinutes(1);

    private final transient Desk desk;
    private final transient AuthenticationContext authentication;
    private final transient Words words;
    private final transient String user;
    private final EventMap map;
    private final Timeline timeline;
    private final TopBar top;
    private final ViewsMenu views;
    private final FilterPanel filters;
    private final FilterChips chips;
    private final ResultList results;
    private final DetailPanel detail;
    private final ChangesPanel changed;
    private final transient Panels panels;
    private final transient @Nullable Instant lastVisit;
    private final transient FilterSteps steps = new FilterSteps();
    private transient DashboardState state = DashboardState.START;
    private transient Instant stayed = Instant.now();
    private transient @Nullable SavedView view;
    private boolean entered;

    /** The parameters that stand in the browser's address, as far as is known here. */
    private String address = "";

    private boolean atSpot;

    DashboardView(Desk desk, AuthenticationContext authentication) {
        this.desk = desk;
        this.authentication = authentication;
        var messages = desk.messages();
        words = new Words(messages, Messages.languageOf(UI.getCurrent().getLocale()));
        var texts = messages.forBrowser(words.language());
        map = new EventMap(words.language(), texts);
        timeline = new Timeline(words.language(), texts);
        user = authentication
                .getAuthenticatedUser(UserDetails.class)
                .map(UserDetails::getUsername)
                .orElse("");
        lastVisit = enter();
        boolean admin = authentication.hasRole("ADMIN");
        top = new TopBar(
                words,
                user,
                admin ? desk.reports().countOpen() : null,
                desk.snapshots().signer().issues(),
                this);
        views = new ViewsMenu(words, desk.views(), user, () -> query(viewOf(state)), this::openView);
        filters = new FilterPanel(words, views, this::filter, days -> become(state.withRecent(days, LocalDate.now())));
        chips = new FilterChips(words, this::filter, this::undo);
        results = new ResultList(
                words,
                desk.events(),
                this::openFromPanel,
                sort -> go(state.withSort(sort)),
                this::leaveSpot,
                () -> filter(EventFilter.ALL),
                () -> change(ChangesRange.SINCE_VISIT),
                this::marks);
        detail = new DetailPanel(words, this);
        changed = new ChangesPanel(words, desk.changes(), this::change, this::openFromPanel, this::close);
        panels = new Panels(words, getElement(), results, detail, changed);
        build();
    }

    /** The last visit, where the database says so; without it nothing is marked as new. */
    private @Nullable Instant enter() {
        try {
            return desk.visits().enter(user).orElse(null);
        } catch (DataAccessException | TransactionException e) {
            return null;
        }
    }

    private void build() {
        addClassName("m-dash");
        map.addClassName("m-map");
        map.addEventSelectedListener(event -> open(event.id()));
        map.addSpotSelectedListener(event -> openSpot(event.ids()));
        map.addViewChangedListener(event -> {
            state = state.withAt(event.at());
            writeAddress(false);
        });
        map.addLookChangedListener(event -> {
            state = state.withLook(event.look());
            writeAddress(false);
        });
        map.addAreaDrawnListener(event -> filterArea(event.area()));
        map.addSignedOutListener(event -> UI.getCurrent().getPage().reload());
        timeline.addRangeListener(event -> filter(state.filter().withRange(event.from(), event.to())));
        timeline.addMovedListener(event -> preview(state.filter().withRange(event.from(), event.to())));
        timeline.addUndatedListener(
                event -> filter(state.filter().withUndated(!state.filter().undated())));
        getElement()
                .addEventListener(
                        "marsad-key",
                        event -> key(event.getEventData().get("event.detail").asString()))
                .addEventData("event.detail");
        var time = new Div(timeline);
        time.addClassNames("m-panel", "m-time");
        add(map, top, chips, filters, panels.side(), time, panels.tabs());
    }

    @Override
    protected void onAttach(AttachEvent event) {
        getElement().executeJs("window.marsadKeys.listen(this)");
    }

    /** What a key asks for; see marsad-keys.ts, which moves the focus. */
    private void key(String key) {
        switch (key) {
            case "undo" -> undo();
            case "changes" -> change(ChangesRange.SINCE_VISIT);
            case "save" -> views.askName();
            case "help" -> help();
            case "next" -> beside(1);
            case "previous" -> beside(-1);
            case "filters" -> panels.bring("filters");
            case "list" -> panels.bring("results");
            case "map" -> panels.bring("");
            case "time" -> panels.bring("time");
            case "close" -> escape();
            default -> {
                // a key of a newer page; nothing to do
            }
        }
    }

    private void beside(int step) {
        results.findBeside(state.event(), step).ifPresent(this::openFromPanel);
    }

    /** Leaves what is open, one thing at a time. */
    private void escape() {
        var open = state.event();
        if (open != null) {
            close();
            getElement().executeJs("window.marsadKeys.focus(this, $0)", ".m-event[data-event='" + open + "']");
        } else if (state.changes() != null) {
            close();
        } else if (atSpot) {
            leaveSpot();
        }
    }

    @Override
    public String getPageTitle() {
        return words.say("app.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        address = event.getLocation().getQueryParameters().getQueryString();
        DashboardState asked;
        try {
            var parameters = event.getLocation().getQueryParameters().getParameters();
            asked = named(parameters, DashboardState.decode(parameters));
        } catch (BadParameterException e) {
            warn(words.say("address.bad", e.getMessage()));
            asked = DashboardState.START;
        }
        if (!entered || !asked.at().equals(state.at())) {
            map.setAt(asked.at());
        }
        map.setLook(asked.look());
        // Back and forward come here too: what they leave behind is what can be taken back.
        if (entered && !asked.step().equals(state.step())) {
            steps.leave(state.step(), asked.step());
        }
        entered = true;
        show(asked);
        if (asked.event() != null) {
            open(asked.event());
        } else if (asked.changes() != null) {
            change(asked.changes());
        } else {
            close();
        }
    }

    /** What {@code view=} names, where the address names one of the analyst's views; then the address says it all. */
    private DashboardState named(Map<String, List<String>> parameters, DashboardState otherwise) {
        var asked = parameters.getOrDefault("view", List.of());
        if (asked.isEmpty() || asked.getFirst().isBlank()) {
            return otherwise;
        }
        var found = desk.views().find(user, asked.getFirst());
        if (found.isEmpty()) {
            warn(words.say("views.missing", asked.getFirst()));
            return otherwise;
        }
        view = found.get();
        return DashboardState.decode(SavedViews.parameters(found.get().query()));
    }

    private void filterArea(String area) {
        try {
            filter(state.filter().withArea(new EventFilter.AreaFilter(DrawnArea.parse(area), false)));
        } catch (IllegalArgumentException e) {
            warn(words.say("address.bad", e.getMessage()));
        }
    }

    private void openView(SavedView chosen) {
        var next = DashboardState.decode(SavedViews.parameters(chosen.query()));
        view = chosen;
        if (!next.step().equals(state.step())) {
            steps.leave(state.step(), next.step());
        }
        if (!next.at().isEmpty()) {
            map.setAt(next.at());
        }
        map.setLook(next.look());
        var lang = state.lang();
        show(lang == null ? next : next.withLang(lang));
        writeAddress(true);
        close();
    }

    /** What of a state is kept under a name. */
    private static Map<String, List<String>> viewOf(DashboardState state) {
        return state.withEvent(null).withChanges(null).encode();
    }

    /** A change by the analyst, which the browser's back takes back. */
    private void filter(EventFilter filter) {
        become(state.withFilter(filter));
    }

    private void become(DashboardState next) {
        if (next.step().equals(state.step())) {
            return;
        }
        steps.leave(state.step(), next.step());
        show(next);
        writeAddress(true);
    }

    private void undo() {
        steps.findLast().ifPresent(step -> become(state.withStep(step)));
    }

    @Override
    public void filterActor(String actor) {
        filter(state.filter().withActors(FilterPanel.toggled(state.filter().actors(), actor)));
    }

    private void go(DashboardState next) {
        show(next);
        writeAddress(false);
    }

    /** Shows a state everywhere but in the address. */
    private void show(DashboardState next) {
        state = next;
        var filter = state.filter();
        var query = query(EventFilterCodec.encode(filter));
        map.setFilter(query, query(EventFilterCodec.encode(EventFilter.ALL.withCorridor(filter.corridor()))));
        // The undated are counted whether they are shown or not, so that they can be had back.
        timeline.setFilter(
                query(EventFilterCodec.encode(filter.withRange(null, null).withUndated(true))), filter);
        top.show(filter.text());
        atSpot = false;
        try {
            var found = desk.counter().count(filter, words.language());
            filters.show(filter, state.recent(), found);
            chips.show(filter, found, !steps.isEmpty());
            results.show(filter, state.sort(), found.total(), state.event(), note(found));
            var range = state.changes();
            if (!desk.isAway()) {
                views.show(view);
                stay();
                if (range != null) {
                    changed.show(filter, range, lastVisit);
                }
            }
            removeClassName("m-away");
        } catch (DataAccessException | TransactionException e) {
            addClassName("m-away");
            warn(words.say("server.away"));
        }
    }

    /** The figures of a range that is still being brushed; the map and the timeline know of it already. */
    private void preview(EventFilter filter) {
        try {
            var found = desk.counter().count(filter, words.language());
            filters.preview(filter, found);
            chips.show(filter, found, !steps.isEmpty());
        } catch (DataAccessException | TransactionException e) {
            // It is said when the range is chosen.
        }
    }

    private void stay() {
        var now = Instant.now();
        if (now.isAfter(stayed.plus(STAY))) {
            desk.visits().stay(user);
            stayed = now;
        }
    }

    private Map<Long, Set<Kind>> marks(Collection<Long> ids) {
        return lastVisit == null || desk.isAway() ? Map.of() : desk.changes().marks(ids, lastVisit);
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

    private void openFromPanel(long id) {
        open(id);
        getElement().executeJs("window.marsadKeys.focus(this, '.m-detail h2')");
    }

    @Override
    public void open(long id) {
        try {
            var found = desk.details().find(id, state.filter(), words.language());
            if (found.isEmpty()) {
                gone(id);
                return;
            }
            state = state.withEvent(id);
            detail.show(
                    found.get(),
                    desk.changes().listOfEvent(id, words.language()),
                    desk.reports().listOfEvent(id));
            showPanel(detail);
            results.select(id);
            map.setSelected(id);
        } catch (DataAccessException | TransactionException e) {
            warn(words.say("server.away"));
        }
        writeAddress(false);
    }

    /** An event that another took over is shown there; of any other it is said that it is gone. */
    private void gone(long id) {
        var successor = desk.changes().findSuccessor(id);
        if (successor.isPresent()) {
            warn(words.say("event.merged", id));
            open(successor.get());
        } else {
            warn(words.say("event.gone", id));
            close();
        }
    }

    private void openSpot(List<Long> ids) {
        results.showSpot(ids, state.filter());
        atSpot = true;
        state = state.withEvent(null).withChanges(null);
        map.setSelected(null);
        showPanel(results);
        panels.bring("results");
        writeAddress(false);
    }

    private void leaveSpot() {
        go(state);
    }

    /** Back to what the event was opened from: the changes, or the list. */
    @Override
    public void close() {
        if (state.event() == null) {
            state = state.withChanges(null);
        }
        state = state.withEvent(null);
        results.select(null);
        map.setSelected(null);
        showPanel(state.changes() == null ? results : changed);
        writeAddress(false);
    }

    private void change(ChangesRange range) {
        state = state.withEvent(null).withChanges(range);
        map.setSelected(null);
        try {
            changed.show(state.filter(), range, lastVisit);
            showPanel(changed);
            panels.bring("results");
        } catch (DataAccessException | TransactionException e) {
            warn(words.say("server.away"));
        }
        writeAddress(false);
    }

    private void showPanel(Component shown) {
        panels.show(shown);
        if (shown == detail) {
            panels.bring("results");
        }
    }

    @Override
    public void reportPlace(EventSummary event) {
        new ReportDialog(words, event, desk.places(), draft -> {
                    try {
                        desk.reports().add(draft, user);
                        warn(words.say("report.sent"));
                        open(event.id());
                    } catch (DataAccessException | TransactionException e) {
                        warn(words.say("server.away"));
                    }
                })
                .open();
    }

    @Override
    public String placeName(String id) {
        return desk.gazetteer().find(new PlaceId(id)).map(Place::name).orElse(id);
    }

    /**
     * @param step whether the browser's back leads to what was before
     */
    private void writeAddress(boolean step) {
        var query = QueryParameters.full(state.encode().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().toArray(String[]::new))));
        // What stands there already is not written again: it could reach the browser after the analyst has gone on, and
        // then
        // be put in the wrong place of its history.
        if (query.getQueryString().equals(address)) {
            return;
        }
        address = query.getQueryString();
        var history = UI.getCurrent().getPage().getHistory();
        if (step) {
            history.pushState(null, new Location("", query));
        } else {
            history.replaceState(null, new Location("", query));
        }
    }

    private static String query(Map<String, List<String>> parameters) {
        return QueryParameters.full(parameters.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, entry -> entry.getValue().toArray(String[]::new))))
                .getQueryString();
    }

    private static void warn(String text) {
        Notification.show(text, 6000, Notification.Position.TOP_CENTER);
    }

    @Override
    public void lookFor(String text) {
        filter(state.filter().withText(text));
    }

    /** The whole page again, so that its direction, fonts and every text are right from the first paint. */
    @Override
    public void speak(Language language) {
        var parameters = state.withLang(language.tag()).encode();
        UI.getCurrent().getPage().setLocation("?" + query(parameters));
    }

    @Override
    public void switchScheme() {
        UI.getCurrent().getPage().executeJs("window.marsadScheme.toggle()");
    }

    @Override
    public void help() {
        new KeyHelp(words).open();
    }

    /** Asks the map what it shows just now, whatever the address says. */
    @Override
    public void snapshot() {
        map.getElement().executeJs("return this.seen()").then(String.class, seen -> {
            try {
                var shown = view;
                new SnapshotDialog(
                                desk.snapshots(),
                                words.language(),
                                state.filter(),
                                Extents.parse(seen),
                                shown == null ? null : shown.name(),
                                shown == null ? chips.text() : shown.name(),
                                List.of(state.look().split(",")).contains("actor"))
                        .open();
            } catch (IllegalArgumentException e) {
                warn(words.say("address.bad", e.getMessage()));
            }
        });
    }

    @Override
    public void signOut() {
        authentication.logout();
    }
}
