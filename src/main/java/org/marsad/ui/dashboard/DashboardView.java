package org.marsad.ui.dashboard;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.marsad.mapview.BadParameterException;
import org.marsad.mapview.DrawnArea;
import org.marsad.mapview.EventFilter;
import org.marsad.mapview.EventFilterCodec;
import org.marsad.mapview.EventSort;
import org.marsad.mapview.SavedView;
import org.marsad.mapview.SavedViews;
import org.marsad.ui.i18n.Messages;
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
class DashboardView extends Main implements BeforeEnterObserver, HasDynamicTitle, Side.Wishes {
    private static final long serialVersionUID = 1;

    private final transient Desk desk;
    private final transient Words words;
    private final transient String user;
    private final EventMap map;
    private final Timeline timeline;
    private final TopBar top;
    private final ViewsMenu views;
    private final FilterPanel filters;
    private final FilterChips chips;
    private final transient Visit visit;
    private final transient Standing standing = new Standing();
    private final transient Side side;
    private transient @Nullable SavedView view;
    private boolean entered;

    DashboardView(Desk desk, AuthenticationContext authentication) {
        this.desk = desk;
        words = new Words(desk.messages(), Messages.languageOf(UI.getCurrent().getLocale()));
        var texts = desk.messages().forBrowser(words.language());
        map = new EventMap(words.language(), texts);
        timeline = new Timeline(words.language(), texts);
        user = authentication
                .getAuthenticatedUser(UserDetails.class)
                .map(UserDetails::getUsername)
                .orElse("");
        visit = new Visit(desk, user);
        views = new ViewsMenu(words, desk.views(), user, () -> Standing.query(viewOf(standing.now())), this::openView);
        filters = new FilterPanel(
                words, views, this::filter, days -> become(standing.now().withRecent(days, LocalDate.now())));
        chips = new FilterChips(words, this::filter, this::undo);
        top = new TopBar(
                words,
                user,
                authentication.hasRole("ADMIN") ? desk.reports().countOpen() : null,
                desk.snapshots().signer().issues(),
                new HeadIntents(words, desk, authentication, standing, map, () -> view, chips::text, this::lookFor));
        side = new Side(words, desk, user, visit, standing, map, getElement(), this);
        build();
    }

    private void build() {
        addClassName("m-dash");
        map.addClassName("m-map");
        map.addEventSelectedListener(event -> side.open(event.id()));
        map.addSpotSelectedListener(event -> side.openSpot(event.ids()));
        map.addViewChangedListener(event -> note(standing.now().withAt(event.at())));
        map.addLookChangedListener(event -> note(standing.now().withLook(event.look())));
        map.addAreaDrawnListener(event -> filterArea(event.area()));
        map.addSignedOutListener(event -> UI.getCurrent().getPage().reload());
        timeline.addRangeListener(event -> filter(filter().withRange(event.from(), event.to())));
        timeline.addMovedListener(event -> preview(filter().withRange(event.from(), event.to())));
        timeline.addUndatedListener(event -> filter(filter().withUndated(!filter().undated())));
        getElement()
                .addEventListener(
                        "marsad-key",
                        event -> key(event.getEventData().get("event.detail").asString()))
                .addEventData("event.detail");
        var time = new Div(timeline);
        time.addClassNames("m-panel", "m-time");
        add(map, top, chips, filters, side.panel(), time, side.tabs());
    }

    @Override
    protected void onAttach(AttachEvent event) {
        getElement().executeJs("window.marsadKeys.listen(this)");
    }

    /** What a key asks for; see marsad-keys.ts, which moves the focus. */
    private void key(String key) {
        switch (key) {
            case "undo" -> undo();
            case "changes" -> side.change(ChangesRange.SINCE_VISIT);
            case "save" -> views.askName();
            case "help" -> new KeyHelp(words).open();
            case "next" -> side.openBeside(1);
            case "previous" -> side.openBeside(-1);
            case "filters" -> side.bring("filters");
            case "list" -> side.bring("results");
            case "map" -> side.bring("");
            case "time" -> side.bring("time");
            case "close" -> side.escape();
            default -> {
                // a key of a newer page; nothing to do
            }
        }
    }

    @Override
    public String getPageTitle() {
        return words.say("app.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        standing.arrive(event.getLocation().getQueryParameters());
        DashboardState asked;
        try {
            var parameters = event.getLocation().getQueryParameters().getParameters();
            asked = named(parameters, DashboardState.decode(parameters));
        } catch (BadParameterException e) {
            warn(words.say("address.bad", e.getMessage()));
            asked = DashboardState.START;
        }
        if (!entered || !asked.at().equals(standing.now().at())) {
            map.setAt(asked.at());
        }
        map.setLook(asked.look());
        // Back and forward come here too: what they leave behind is what can be taken back.
        if (entered) {
            standing.leaveFor(asked);
        }
        entered = true;
        show(asked);
        side.openAsAsked();
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
            filter(filter().withArea(new EventFilter.AreaFilter(DrawnArea.parse(area), false)));
        } catch (IllegalArgumentException e) {
            warn(words.say("address.bad", e.getMessage()));
        }
    }

    private void openView(SavedView chosen) {
        var next = DashboardState.decode(SavedViews.parameters(chosen.query()));
        view = chosen;
        standing.leaveFor(next);
        if (!next.at().isEmpty()) {
            map.setAt(next.at());
        }
        map.setLook(next.look());
        var lang = standing.now().lang();
        show(lang == null ? next : next.withLang(lang));
        standing.write(true);
        side.close();
    }

    /** What of a state is kept under a name. */
    private static Map<String, List<String>> viewOf(DashboardState state) {
        return state.withEvent(null).withChanges(null).encode();
    }

    private EventFilter filter() {
        return standing.now().filter();
    }

    /** A change by the analyst, which the browser's back takes back. */
    @Override
    public void filter(EventFilter filter) {
        become(standing.now().withFilter(filter));
    }

    private void lookFor(String text) {
        filter(filter().withText(text));
    }

    private void become(DashboardState next) {
        if (next.step().equals(standing.now().step())) {
            return;
        }
        standing.leaveFor(next);
        show(next);
        standing.write(true);
    }

    private void undo() {
        standing.findBefore().ifPresent(this::become);
    }

    @Override
    public void sort(EventSort sort) {
        show(standing.now().withSort(sort));
        standing.write(false);
    }

    @Override
    public void leaveSpot() {
        show(standing.now());
    }

    /** What is shown so already needs only to be said in the address. */
    private void note(DashboardState next) {
        standing.become(next);
        standing.write(false);
    }

    /** Shows a state everywhere but in the address. */
    private void show(DashboardState next) {
        standing.become(next);
        var filter = next.filter();
        map.setFilter(query(filter), query(EventFilter.ALL.withCorridor(filter.corridor())));
        // The undated are counted whether they are shown or not, so that they can be had back.
        timeline.setFilter(query(filter.withRange(null, null).withUndated(true)), filter);
        top.show(filter.text());
        try {
            var found = desk.counter().count(filter, words.language());
            filters.show(filter, next.recent(), found);
            chips.show(filter, found, standing.isUndoable());
            side.show(found);
            if (!desk.isAway()) {
                views.show(view);
                visit.stay();
                side.showChanges();
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
            chips.preview(filter, found, standing.isUndoable());
        } catch (DataAccessException | TransactionException e) {
            // It is said when the range is chosen.
        }
    }

    private static String query(EventFilter filter) {
        return Standing.query(EventFilterCodec.encode(filter));
    }

    /** Something went well. */
    static void note(String text) {
        Notification.show(text, 6000, Notification.Position.BOTTOM_CENTER);
    }

    static void warn(String text) {
        Notification.show(text, 6000, Notification.Position.TOP_CENTER);
    }
}
