package org.marsad.ui.dashboard;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.marsad.mapview.BadParameterException;
import org.marsad.mapview.DrawnArea;
import org.marsad.mapview.EventCounter;
import org.marsad.mapview.EventCounts;
import org.marsad.mapview.EventDetails;
import org.marsad.mapview.EventFilter;
import org.marsad.mapview.EventFilterCodec;
import org.marsad.mapview.EventList;
import org.marsad.text.Language;
import org.marsad.ui.i18n.Messages;
import org.springframework.dao.DataAccessException;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.transaction.TransactionException;

/**
 * The analyst's dashboard. Every control changes the one state; whatever the state is, is shown everywhere and written into
 * the address.
 */
@Route("")
@RolesAllowed({"ANALYST", "BRIEFER", "ADMIN"})
class DashboardView extends Main implements BeforeEnterObserver, HasDynamicTitle, TopBar.Intents {
    private static final long serialVersionUID = 1;

    private final transient EventCounter counter;
    private final transient EventDetails details;
    private final transient EventList events;
    private final transient AuthenticationContext authentication;
    private final transient Words words;
    private final EventMap map;
    private final Timeline timeline;
    private final TopBar top;
    private final FilterPanel filters;
    private final FilterChips chips;
    private final ResultList results;
    private final DetailPanel detail;
    private transient DashboardState state = DashboardState.START;
    private transient @Nullable EventCounts counts;

    DashboardView(
            EventCounter counter,
            EventDetails details,
            EventList events,
            AuthenticationContext authentication,
            Messages messages) {
        this.counter = counter;
        this.details = details;
        this.events = events;
        this.authentication = authentication;
        words = new Words(messages, Messages.languageOf(UI.getCurrent().getLocale()));
        var texts = messages.forBrowser(words.language());
        map = new EventMap(words.language(), texts);
        timeline = new Timeline(words.language(), texts);
        var user = authentication
                .getAuthenticatedUser(UserDetails.class)
                .map(UserDetails::getUsername)
                .orElse("");
        top = new TopBar(words, user, authentication.hasRole("ADMIN"), this);
        filters = new FilterPanel(words, this::filter);
        chips = new FilterChips(words, this::filter);
        results = new ResultList(
                words,
                events,
                this::open,
                sort -> go(state.withSort(sort)),
                () -> go(state),
                () -> filter(EventFilter.ALL));
        detail = new DetailPanel(words, this::filterActor, this::close);
        build();
    }

    private void build() {
        addClassName("m-dash");
        setPanel("");
        map.addClassName("m-map");
        map.addEventSelectedListener(event -> open(event.id()));
        map.addSpotSelectedListener(event -> openSpot(event.ids()));
        map.addViewChangedListener(event -> {
            state = state.withAt(event.at());
            writeAddress();
        });
        map.addLookChangedListener(event -> {
            state = state.withLook(event.look());
            writeAddress();
        });
        map.addAreaDrawnListener(event -> filterArea(event.area()));
        map.addSignedOutListener(event -> UI.getCurrent().getPage().reload());
        timeline.addRangeListener(event -> filter(state.filter().withRange(event.from(), event.to())));
        timeline.addUndatedListener(
                event -> filter(state.filter().withUndated(!state.filter().undated())));
        var side = new Aside(results, detail);
        side.addClassNames("m-panel", "m-results");
        side.getElement().setAttribute("aria-label", words.say("list.label"));
        detail.setVisible(false);
        var time = new Div(timeline);
        time.addClassNames("m-panel", "m-time");
        add(map, top, chips, filters, side, time, tabs());
    }

    /** On a phone, one panel at a time lies over the map. */
    private Div tabs() {
        var tabs = new Div();
        tabs.addClassName("m-tabs");
        tabs.getElement().setAttribute("role", "group");
        for (var panel : List.of("", "filters", "results", "time")) {
            var button =
                    new NativeButton(words.say("tab." + (panel.isEmpty() ? "map" : panel)), click -> setPanel(panel));
            button.addClassName("m-tab");
            button.getElement().setAttribute("data-tab", panel.isEmpty() ? "map" : panel);
            tabs.add(button);
        }
        return tabs;
    }

    private void setPanel(String panel) {
        getElement().setAttribute("data-panel", panel);
    }

    @Override
    public String getPageTitle() {
        return words.say("app.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        DashboardState asked;
        try {
            asked = DashboardState.decode(
                    event.getLocation().getQueryParameters().getParameters());
        } catch (BadParameterException e) {
            warn(words.say("address.bad", e.getMessage()));
            asked = DashboardState.START;
        }
        map.setAt(asked.at());
        map.setLook(asked.look());
        go(asked);
        if (asked.event() != null) {
            open(asked.event());
        }
    }

    private void filter(EventFilter filter) {
        go(state.withFilter(filter));
    }

    private void filterArea(String area) {
        try {
            filter(state.filter().withArea(new EventFilter.AreaFilter(DrawnArea.parse(area), false)));
        } catch (IllegalArgumentException e) {
            warn(words.say("address.bad", e.getMessage()));
        }
    }

    private void filterActor(String actor) {
        filter(state.filter().withActors(FilterPanel.toggled(state.filter().actors(), actor)));
    }

    /** Shows a state everywhere. */
    private void go(DashboardState next) {
        state = next;
        var filter = state.filter();
        var query = query(EventFilterCodec.encode(filter));
        map.setFilter(query, query(EventFilterCodec.encode(EventFilter.ALL.withCorridor(filter.corridor()))));
        timeline.setFilter(query(EventFilterCodec.encode(filter.withRange(null, null))), filter);
        top.show(filter.text());
        try {
            var found = counter.count(filter, words.language());
            counts = found;
            filters.show(filter, found);
            chips.show(filter, found);
            results.show(filter, state.sort(), found.total(), state.event(), note(found));
            removeClassName("m-away");
        } catch (DataAccessException | TransactionException e) {
            addClassName("m-away");
            warn(words.say("server.away"));
        }
        writeAddress();
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

    private void open(long id) {
        try {
            var found = details.find(id, state.filter(), words.language());
            if (found.isEmpty()) {
                warn(words.say("event.gone", id));
                close();
                return;
            }
            state = state.withEvent(id);
            detail.show(found.get());
            showDetail(true);
            map.setSelected(id);
        } catch (DataAccessException | TransactionException e) {
            warn(words.say("server.away"));
        }
        writeAddress();
    }

    private void openSpot(List<Long> ids) {
        results.showSpot(ids, state.filter());
        state = state.withEvent(null);
        map.setSelected(null);
        showDetail(false);
        setPanel("results");
        writeAddress();
    }

    private void close() {
        state = state.withEvent(null);
        map.setSelected(null);
        showDetail(false);
        writeAddress();
    }

    private void showDetail(boolean shown) {
        detail.setVisible(shown);
        results.setVisible(!shown);
        if (shown) {
            setPanel("results");
        }
    }

    private void writeAddress() {
        var query = QueryParameters.full(state.encode().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().toArray(String[]::new))));
        UI.getCurrent().getPage().getHistory().replaceState(null, new Location("", query));
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
    public void signOut() {
        authentication.logout();
    }
}
