package org.marsad.ui.curation;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.marsad.curation.Changeset;
import org.marsad.curation.Curation.Found;
import org.marsad.curation.Curation.Why;
import org.marsad.curation.EditConflict;
import org.marsad.curation.PlaceEdit;
import org.marsad.curation.PlaceState;
import org.marsad.ui.curation.PlaceMap.Spot;
import org.marsad.ui.curation.PlaceMap.SpotKind;

/** The places: found by a name in any script, seen on a map, and edited with a rehearsal before every change. */
@Route("gazetteer")
@RolesAllowed("ADMIN")
class GazetteerView extends EditingPage<PlacePanel, PlaceEdit> implements PlacePanel.Host {
    private static final long serialVersionUID = 1;
    private static final int FOUND = 60;
    private static final int LONGEST = 200;

    private final Grid<Found> grid = new Grid<>();
    private transient List<Found> found = List.of();

    GazetteerView(CurationDesk desk, AuthenticationContext authentication) {
        super(desk, authentication, Page.GAZETTEER, "places", LONGEST);
        search.setHelperText(words.say("places.searchHow"));
        search.setWidthFull();
        search.addValueChangeListener(change -> {
            find(change.getValue());
            writeAddress("place", null);
        });
        grid.addColumn(EditingPage.<Found>cell(
                        true,
                        one -> one.place().name(),
                        one -> one.matched().equals(one.place().name()) ? "" : one.matched()))
                .setHeader(words.say("names.name"))
                .setFlexGrow(3);
        grid.addColumn(EditingPage.<Found>cell(
                        false,
                        one -> words.whereabouts(
                                null, one.place().admin1(), one.place().country()),
                        one -> words.level(one.place().level())))
                .setHeader(words.say("places.where"))
                .setFlexGrow(2);
        setUp(grid, words.say("places.begin"), one -> open(one.place().id()));
        var exports = Rows.div(
                "m-exports",
                Rows.span(words.say("places.export"), "m-fact-note"),
                download("api/v1/gazetteer.csv", "CSV"),
                download("api/v1/gazetteer.lpf.json", words.say("places.lpf")));
        map.addPlacePickedListener(picked -> {
            // A click beside what is being written must not throw it away.
            var panel = panel();
            if (panel == null || panel.isUnchanged()) {
                open(picked.id());
            } else {
                panel.pick(picked.id());
            }
        });
        map.addPinMovedListener(moved -> {
            var panel = panel();
            if (panel != null) {
                panel.moveTo(moved.lon(), moved.lat());
            }
        });
        lay(Page.GAZETTEER, words.say("places.new"), this::create, Rows.div("m-search-places", search), grid, exports);
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
        if (panel() == null) {
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

    private void show(Consumer<PlacePanel> showing) {
        var made = new PlacePanel(desk, words, this);
        map.hidePin();
        show(made);
        showing.accept(made);
        map.fit();
    }

    @Override
    public void open(String id) {
        desk.curation().find(id).ifPresentOrElse(this::open, () -> tell(words.say("places.gone", id)));
    }

    private void open(PlaceState place) {
        show(shown -> shown.show(place));
        writeAddress("place", place.id());
    }

    @Override
    public void close() {
        super.close();
        showFound();
        writeAddress("place", null);
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
    void applied(PlaceEdit edit, Changeset changeset) {
        find(search.getValue());
        Stream.concat(changeset.places().stream(), Stream.of(""))
                .flatMap(id -> desk.curation().find(id).stream())
                .reduce((_, last) -> last)
                .ifPresentOrElse(this::open, this::close);
    }

    @Override
    public void conflict(EditConflict conflict, Why why) {
        var editor = panel();
        put(new ConflictPanel(
                words,
                conflict,
                () -> open(conflict.theirs().id()),
                edit -> rehearse(edit, why),
                () -> put(editor == null ? new Div() : editor)));
    }
}
