package org.marsad.ui.curation;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.marsad.curation.Changeset;
import org.marsad.curation.Curation.Found;
import org.marsad.curation.Curation.Why;
import org.marsad.curation.EditConflict;
import org.marsad.curation.PlaceEdit;
import org.marsad.curation.PlaceState;
import org.marsad.curation.Rehearsal;
import org.marsad.ui.curation.PlaceMap.Spot;
import org.marsad.ui.curation.PlaceMap.SpotKind;

/** The places: found by a name in any script, seen on a map, and edited with a rehearsal before every change. */
@Route("gazetteer")
@RolesAllowed("ADMIN")
class GazetteerView extends CurationPage implements AfterNavigationObserver, PlacePanel.Host {
    private static final long serialVersionUID = 1;
    private static final int FOUND = 60;

    private final TextField search = new TextField();
    private final Grid<Found> grid = new Grid<>();
    private final PlaceMap map;
    private final Section right = new Section();
    private final Main main = new Main();
    private transient List<Found> found = List.of();
    private transient @Nullable PlacePanel panel;

    GazetteerView(CurationDesk desk, AuthenticationContext authentication) {
        super(desk, authentication, Page.GAZETTEER);
        search.setPlaceholder(words.say("places.search"));
        search.setAriaLabel(words.say("places.search"));
        search.setHelperText(words.say("places.searchHow"));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.setValueChangeTimeout(300);
        search.setMaxLength(200);
        search.setWidthFull();
        search.getElement().setAttribute("dir", "auto");
        search.addValueChangeListener(change -> {
            find(change.getValue());
            writeAddress(null);
        });
        setUpGrid();
        var create = new Button(words.say("places.new"), click -> create());
        create.addThemeVariants(ButtonVariant.PRIMARY);
        create.addClassName("m-new-place");
        var exports = Rows.div(
                "m-exports",
                Rows.span(words.say("places.export"), "m-fact-note"),
                download("api/v1/gazetteer.csv", "CSV"),
                download("api/v1/gazetteer.lpf.json", words.say("places.lpf")));
        var left = new Section(
                Rows.div("m-panel-head", new H1(words.say("curation.gazetteer")), create),
                Rows.div("m-search-places", search),
                grid,
                exports);
        left.addClassNames("m-panel", "m-places");
        map = new PlaceMap(words.language(), desk.messages().forBrowser(words.language()));
        map.addPlacePickedListener(picked -> {
            // A click beside what is being written must not throw it away.
            if (panel == null || panel.isUnchanged()) {
                open(picked.id());
            } else {
                panel.pick(picked.id());
            }
        });
        map.addPinMovedListener(moved -> {
            if (panel != null) {
                panel.moveTo(moved.lon(), moved.lat());
            }
        });
        right.addClassNames("m-panel", "m-place-side");
        main.add(left, map, right);
        main.addClassName("m-gazetteer");
        add(main);
        put(hint());
    }

    private Div hint() {
        return Rows.div("m-empty", Rows.span(words.say("places.hint")));
    }

    private void setUpGrid() {
        grid.addColumn(LitRenderer.<Found>of(
                                "<span class=\"m-found\"><bdi class=\"m-place-name\">${item.name}</bdi><bdi class=\"m-fact-note\">${item.matched}</bdi></span>")
                        .withProperty("name", one -> one.place().name())
                        .withProperty(
                                "matched",
                                one -> one.matched().equals(one.place().name()) ? "" : one.matched()))
                .setHeader(words.say("names.name"))
                .setFlexGrow(3);
        grid.addColumn(LitRenderer.<Found>of(
                                "<span class=\"m-found\"><span>${item.where}</span><span class=\"m-fact-note\">${item.level}</span></span>")
                        .withProperty(
                                "where",
                                one -> words.whereabouts(
                                        null, one.place().admin1(), one.place().country()))
                        .withProperty("level", one -> words.level(one.place().level())))
                .setHeader(words.say("places.where"))
                .setFlexGrow(2);
        grid.addThemeVariants(GridVariant.NO_BORDER);
        grid.setEmptyStateText(words.say("places.begin"));
        grid.addClassName("m-places-grid");
        grid.addItemClickListener(click -> open(click.getItem().place().id()));
        grid.asSingleSelect().addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                open(change.getValue().place().id());
            }
        });
    }

    private static Anchor download(String address, String text) {
        var link = new Anchor(address, text);
        link.getElement().setAttribute("download", true);
        link.setRouterIgnore(true);
        return link;
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        var parameters = event.getLocation().getQueryParameters();
        parameters.getSingleParameter("q").ifPresent(text -> {
            search.setValue(text);
            find(text);
        });
        if (parameters.getSingleParameter("new").isPresent()) {
            show(created -> created.create(
                    parameters.getSingleParameter("name").orElse(""),
                    degrees(parameters, "lon"),
                    degrees(parameters, "lat"),
                    parameters.getSingleParameter("source").orElse(null)));
            return;
        }
        parameters.getSingleParameter("place").ifPresent(this::open);
    }

    private static @Nullable Double degrees(QueryParameters parameters, String name) {
        return parameters
                .getSingleParameter(name)
                .filter(text -> text.matches("-?\\d{1,3}(\\.\\d{1,8})?"))
                .map(Double::valueOf)
                .orElse(null);
    }

    private void find(String text) {
        found = desk.curation().search(text, FOUND);
        grid.setItems(found);
        grid.setEmptyStateText(words.say(text.isBlank() ? "places.begin" : "places.none"));
        if (panel == null) {
            showFound();
        }
    }

    private void showFound() {
        map.hidePin();
        map.showEffects(List.of());
        map.showSpots(found.stream().map(one -> spot(one, SpotKind.FOUND)).toList());
        if (!found.isEmpty()) {
            map.fit();
        }
    }

    private static Spot spot(Found one, SpotKind kind) {
        var place = one.place();
        return new Spot(place.id(), place.name(), place.lon(), place.lat(), kind, "");
    }

    private void create() {
        show(created -> created.create("", null, null, null));
    }

    private interface Showing {
        void of(PlacePanel panel);
    }

    private void show(Showing showing) {
        var shown = new PlacePanel(desk, words, this);
        panel = shown;
        map.showEffects(List.of());
        map.hidePin();
        put(shown);
        showing.of(shown);
        map.fit();
    }

    private void put(Component content) {
        right.removeAll();
        right.add(content);
        main.getElement().setAttribute("data-open", panel != null);
    }

    @Override
    public void open(String id) {
        desk.curation().find(id).ifPresentOrElse(this::open, () -> tell(words.say("places.gone", id)));
    }

    private void open(PlaceState place) {
        show(shown -> shown.show(place));
        writeAddress(place.id());
    }

    @Override
    public void close() {
        panel = null;
        put(hint());
        showFound();
        writeAddress(null);
    }

    @Override
    public void showPin(String name, double lon, double lat, boolean movable, double @Nullable [] was) {
        map.showPin(name, lon, lat, movable, was);
    }

    @Override
    public void showNeighbours(List<Found> near, List<Found> namesakes) {
        var spots = new LinkedHashMap<String, Spot>();
        near.forEach(one -> spots.put(one.place().id(), spot(one, SpotKind.NEAR)));
        namesakes.forEach(one -> spots.put(one.place().id(), spot(one, SpotKind.NAMESAKE)));
        map.showSpots(new ArrayList<>(spots.values()));
    }

    @Override
    public void rehearse(PlaceEdit edit, Why why) {
        var editor = panel;
        if (editor == null) {
            return;
        }
        put(new RehearsalPanel(desk, words, words.edit(edit.kind()), change(edit, why), new RehearsalPanel.Host() {
            @Override
            public void rehearsed(Rehearsal rehearsal) {
                map.showEffects(rehearsal.events());
                if (!rehearsal.events().isEmpty()) {
                    map.fit();
                }
            }

            @Override
            public void applied(Changeset changeset) {
                tell(words.say("applied", changeset.version(), changeset.events()));
                find(search.getValue());
                Stream.concat(changeset.places().stream(), Stream.of(""))
                        .flatMap(id -> desk.curation().find(id).stream())
                        .reduce((_, last) -> last)
                        .ifPresentOrElse(GazetteerView.this::open, GazetteerView.this::close);
            }

            @Override
            public void conflict(EditConflict conflict) {
                GazetteerView.this.conflict(conflict, why);
            }

            @Override
            public void back() {
                map.showEffects(List.of());
                put(editor);
            }
        }));
    }

    @Override
    public void conflict(EditConflict conflict, Why why) {
        var editor = panel;
        put(new ConflictPanel(
                words,
                conflict,
                () -> open(conflict.theirs().id()),
                edit -> rehearse(edit, why),
                () -> put(editor == null ? new Div() : editor)));
    }

    /** So that the page can be loaded anew, and the address handed on. */
    private void writeAddress(@Nullable String place) {
        var parameters = new LinkedHashMap<String, String>();
        if (!search.isEmpty()) {
            parameters.put("q", search.getValue());
        }
        if (place != null) {
            parameters.put("place", place);
        }
        UI.getCurrent()
                .getPage()
                .getHistory()
                .replaceState(null, new Location("gazetteer", QueryParameters.simple(Map.copyOf(parameters))));
    }
}
