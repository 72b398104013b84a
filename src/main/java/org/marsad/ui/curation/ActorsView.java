package org.marsad.ui.curation;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.curation.ActorEdit;
import org.marsad.curation.ActorState;
import org.marsad.curation.Changeset;
import org.marsad.curation.Lexicography.FoundActor;
import org.marsad.ui.curation.PlaceMap.Spot;
import org.marsad.ui.curation.PlaceMap.SpotKind;

/** The actors: found by any of their names, seen where their events are, and edited with a rehearsal before every change. */
@Route("gazetteer/actors")
@RolesAllowed("ADMIN")
class ActorsView extends EditingPage<ActorPanel, ActorEdit> implements ActorPanel.Host {
    private static final long serialVersionUID = 1;
    private static final int FOUND = 400;
    private static final int SPOTS = 200;
    private static final int LONGEST = 200;

    private final Grid<FoundActor> grid = new Grid<>();
    private @Nullable String shown;

    ActorsView(CurationDesk desk, AuthenticationContext authentication) {
        super(desk, authentication, Page.ACTORS, "actors", LONGEST);
        search.setHelperText(words.say("actors.searchHow"));
        search.setWidthFull();
        search.addValueChangeListener(change -> {
            find(change.getValue());
            writeAddress("actor", shown);
        });
        grid.addColumn(EditingPage.<FoundActor>cell(true, one -> words.actor(one.actor()), this::matched))
                .setHeader(words.say("names.name"))
                .setFlexGrow(3);
        grid.addColumn(EditingPage.<FoundActor>cell(
                        false,
                        one -> words.actorKind(one.actor().kind()),
                        one -> words.say("actors.events", one.events())))
                .setHeader(words.say("field.actorKind"))
                .setFlexGrow(2);
        setUp(grid, words.say("actors.none"), one -> open(one.actor().id()));
        lay(Page.ACTORS, words.say("actors.new"), this::create, Rows.div("m-search-places", search), grid);
    }

    private String matched(FoundActor one) {
        return one.actor().retired()
                ? words.say("places.retired")
                : one.matched().equals(words.actor(one.actor())) ? "" : one.matched();
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        var parameters = event.getLocation().getQueryParameters();
        var text = parameters.getSingleParameter("q").orElse("");
        search.setValue(text);
        find(text);
        parameters.getSingleParameter("actor").ifPresent(this::open);
    }

    private void find(String text) {
        grid.setItems(desk.lexicography().searchActors(text, FOUND));
    }

    private void create() {
        shown = null;
        map.showSpots(List.of());
        var made = new ActorPanel(desk, words, this);
        show(made);
        made.create("");
    }

    @Override
    public void open(String id) {
        if (id.equals(shown)) {
            return;
        }
        desk.lexicography().findActor(id).ifPresentOrElse(this::open, () -> tell(words.say("actors.gone", id)));
    }

    private void open(ActorState actor) {
        shown = actor.id();
        var made = new ActorPanel(desk, words, this);
        show(made);
        made.show(actor);
        showHaunts(actor.id());
        writeAddress("actor", shown);
    }

    private void showHaunts(String actor) {
        var spots = desk.lexicography().listHaunts(actor, SPOTS).stream()
                .map(one -> new Spot(one.place(), one.name(), one.lon(), one.lat(), SpotKind.FOUND, ""))
                .toList();
        map.showSpots(spots);
        if (!spots.isEmpty()) {
            map.fit();
        }
    }

    @Override
    public void close() {
        super.close();
        shown = null;
        map.showSpots(List.of());
        writeAddress("actor", null);
    }

    @Override
    void showOnlyEffects() {
        map.showSpots(List.of());
    }

    @Override
    void showAgain() {
        if (shown != null) {
            showHaunts(shown);
        }
    }

    @Override
    void applied(ActorEdit edit, Changeset changeset) {
        find(search.getValue());
        shown = null;
        changeset.actors().stream().findFirst().ifPresentOrElse(this::open, this::close);
    }
}
