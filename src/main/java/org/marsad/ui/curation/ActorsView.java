package org.marsad.ui.curation;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.marsad.curation.ActorEdit;
import org.marsad.curation.ActorState;
import org.marsad.curation.Changeset;
import org.marsad.curation.Curation.Why;
import org.marsad.curation.EditConflict;
import org.marsad.curation.Lexicography.FoundActor;
import org.marsad.curation.Rehearsal;
import org.marsad.ui.curation.PlaceMap.Spot;
import org.marsad.ui.curation.PlaceMap.SpotKind;

/** The actors: found by any of their names, seen where their events are, and edited with a rehearsal before every change. */
@Route("gazetteer/actors")
@RolesAllowed("ADMIN")
class ActorsView extends CurationPage implements AfterNavigationObserver, ActorPanel.Host {
    private static final long serialVersionUID = 1;
    private static final int FOUND = 400;
    private static final int SPOTS = 200;

    private final TextField search = new TextField();
    private final Grid<FoundActor> grid = new Grid<>();
    private final PlaceMap map;
    private final Section right = new Section();
    private final Main main = new Main();
    private transient @Nullable ActorPanel panel;
    private @Nullable String shown;

    ActorsView(CurationDesk desk, AuthenticationContext authentication) {
        super(desk, authentication, Page.ACTORS);
        search.setPlaceholder(words.say("actors.search"));
        search.setAriaLabel(words.say("actors.search"));
        search.setHelperText(words.say("actors.searchHow"));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.setValueChangeTimeout(300);
        search.setMaxLength(200);
        search.setWidthFull();
        search.getElement().setAttribute("dir", "auto");
        search.addValueChangeListener(change -> {
            find(change.getValue());
            writeAddress();
        });
        setUpGrid();
        var create = new Button(words.say("actors.new"), click -> show(made -> made.create("")));
        create.addThemeVariants(ButtonVariant.PRIMARY);
        create.addClassName("m-new-place");
        var left = new Section(
                Rows.div("m-panel-head", new H1(words.say("curation.actors")), create),
                Rows.div("m-search-places", search),
                grid);
        left.addClassNames("m-panel", "m-places");
        map = new PlaceMap(words.language(), desk.messages().forBrowser(words.language()));
        right.addClassNames("m-panel", "m-place-side");
        main.add(left, map, right);
        main.addClassName("m-gazetteer");
        add(main);
        put(hint());
    }

    private Component hint() {
        return Rows.div("m-empty", Rows.span(words.say("actors.hint")));
    }

    private void setUpGrid() {
        grid.addColumn(LitRenderer.<FoundActor>of(
                                "<span class=\"m-found\"><bdi class=\"m-place-name\">${item.name}</bdi><bdi class=\"m-fact-note\">${item.matched}</bdi></span>")
                        .withProperty("name", one -> words.actor(one.actor()))
                        .withProperty("matched", this::matched))
                .setHeader(words.say("names.name"))
                .setFlexGrow(3);
        grid.addColumn(LitRenderer.<FoundActor>of(
                                "<span class=\"m-found\"><span>${item.kind}</span><span class=\"m-fact-note\">${item.events}</span></span>")
                        .withProperty("kind", one -> words.actorKind(one.actor().kind()))
                        .withProperty("events", one -> words.say("actors.events", one.events())))
                .setHeader(words.say("field.actorKind"))
                .setFlexGrow(2);
        grid.addThemeVariants(GridVariant.NO_BORDER);
        grid.setEmptyStateText(words.say("actors.none"));
        grid.addClassName("m-places-grid");
        grid.addItemClickListener(click -> open(click.getItem().actor().id()));
        grid.asSingleSelect().addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                open(change.getValue().actor().id());
            }
        });
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

    private interface Showing {
        void of(ActorPanel panel);
    }

    private void show(Showing showing) {
        var made = new ActorPanel(desk, words, this);
        panel = made;
        shown = null;
        map.showEffects(List.of());
        map.showSpots(List.of());
        put(made);
        showing.of(made);
    }

    private void put(Component content) {
        right.removeAll();
        right.add(content);
        main.getElement().setAttribute("data-open", panel != null);
    }

    @Override
    public void open(String id) {
        if (id.equals(shown)) {
            return;
        }
        desk.lexicography().findActor(id).ifPresentOrElse(this::open, () -> tell(words.say("actors.gone", id)));
    }

    private void open(ActorState actor) {
        show(made -> made.show(actor));
        shown = actor.id();
        showHaunts(actor.id());
        writeAddress();
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
        panel = null;
        shown = null;
        put(hint());
        map.showEffects(List.of());
        map.showSpots(List.of());
        writeAddress();
    }

    @Override
    public void rehearse(ActorEdit edit, Why why) {
        var editor = panel;
        if (editor == null) {
            return;
        }
        put(new RehearsalPanel(desk, words, words.edit(edit.kind()), change(edit, why), new RehearsalPanel.Host() {
            @Override
            public void rehearsed(Rehearsal rehearsal) {
                map.showSpots(List.of());
                map.showEffects(rehearsal.events());
                if (!rehearsal.events().isEmpty()) {
                    map.fit();
                }
            }

            @Override
            public void applied(Changeset changeset) {
                tell(words.say("applied", changeset.version(), changeset.events()));
                find(search.getValue());
                shown = null;
                changeset.actors().stream().findFirst().ifPresentOrElse(ActorsView.this::open, ActorsView.this::close);
            }

            @Override
            public void conflict(EditConflict conflict) {
                tell(String.valueOf(conflict.getMessage()));
            }

            @Override
            public void back() {
                map.showEffects(List.of());
                var actor = shown;
                if (actor != null) {
                    showHaunts(actor);
                }
                put(editor);
            }
        }));
    }

    /** So that the page can be loaded anew, and the address handed on. */
    private void writeAddress() {
        var parameters = new LinkedHashMap<String, String>();
        if (!search.isEmpty()) {
            parameters.put("q", search.getValue());
        }
        if (shown != null) {
            parameters.put("actor", shown);
        }
        UI.getCurrent()
                .getPage()
                .getHistory()
                .replaceState(null, new Location("gazetteer/actors", QueryParameters.simple(Map.copyOf(parameters))));
    }
}
