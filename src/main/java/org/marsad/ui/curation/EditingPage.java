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
import com.vaadin.flow.function.ValueProvider;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.spring.security.AuthenticationContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.marsad.curation.Changeset;
import org.marsad.curation.Curation.Why;
import org.marsad.curation.Edit;
import org.marsad.curation.EditConflict;
import org.marsad.curation.Rehearsal;

/**
 * A page with a list to search in, a map, and beside it the panel in which what was chosen is edited: one edit at a time, with a
 * rehearsal before each.
 *
 * @param <P> the panel
 * @param <E> the edits
 */
abstract class EditingPage<P extends Component, E extends Edit> extends CurationPage
        implements AfterNavigationObserver {
    private static final long serialVersionUID = 1;
    private static final int TYPING_MILLIS = 300;

    protected final TextField search = new TextField();
    protected final PlaceMap map;
    private final String route;
    private final String hint;
    private final Section right = new Section();
    private final Main main = new Main();
    private transient @Nullable P panel;

    /**
     * @param kind under which the page's words are: {@code actors}
     * @param longest what may be searched for, in characters
     */
    EditingPage(CurationDesk desk, AuthenticationContext authentication, Page here, String kind, int longest) {
        super(desk, authentication, here);
        route = here.route();
        hint = words.say(kind + ".hint");
        search.setPlaceholder(words.say(kind + ".search"));
        search.setAriaLabel(words.say(kind + ".search"));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.setValueChangeTimeout(TYPING_MILLIS);
        search.setMaxLength(longest);
        search.getElement().setAttribute("dir", "auto");
        map = new PlaceMap(words.language(), desk.messages().forBrowser(words.language()));
        right.addClassNames("m-panel", "m-place-side");
        main.addClassName("m-gazetteer");
        add(main);
    }

    /**
     * Lays the page out.
     *
     * @param create the word for making a new one
     * @param list what stands below the heading
     */
    void lay(Page here, String create, Runnable creating, Component... list) {
        var button = new Button(create, click -> creating.run());
        button.addThemeVariants(ButtonVariant.PRIMARY);
        button.addClassName("m-new-place");
        var left = new Section(Rows.div("m-panel-head", new H1(words.say("curation." + here.word())), button));
        left.add(list);
        left.addClassNames("m-panel", "m-places");
        main.add(left, map, right);
        put(Rows.div("m-empty", Rows.span(hint)));
    }

    /** A list whose rows are opened by a click and by the keyboard. */
    static <T> void setUp(Grid<T> grid, String none, Consumer<T> open) {
        grid.addThemeVariants(GridVariant.NO_BORDER);
        grid.setEmptyStateText(none);
        grid.addClassName("m-places-grid");
        grid.addItemClickListener(click -> open.accept(click.getItem()));
        grid.asSingleSelect().addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                open.accept(change.getValue());
            }
        });
    }

    /** A cell of two lines; the first, and where it is a name the second too, in a direction of its own. */
    static <T> LitRenderer<T> cell(boolean name, ValueProvider<T, String> first, ValueProvider<T, String> second) {
        var lines = name
                ? "<span class=\"m-found\"><bdi class=\"m-place-name\">${item.first}</bdi><bdi class=\"m-fact-note\">${item.second}</bdi></span>"
                : "<span class=\"m-found\"><span title=\"${item.first}\">${item.first}</span><span class=\"m-fact-note\">${item.second}</span></span>";
        return LitRenderer.<T>of(lines).withProperty("first", first).withProperty("second", second);
    }

    @Nullable
    P panel() {
        return panel;
    }

    void show(P made) {
        panel = made;
        map.showEffects(List.of());
        put(made);
    }

    void put(Component content) {
        right.removeAll();
        right.add(content);
        main.getElement().setAttribute("data-open", panel != null);
    }

    /** Nothing is chosen any more. */
    public void close() {
        panel = null;
        put(Rows.div("m-empty", Rows.span(hint)));
        map.showEffects(List.of());
    }

    /** Shows what an edit does before it can be applied. */
    public void rehearse(E edit, Why why) {
        var editor = panel;
        if (editor == null) {
            return;
        }
        put(new RehearsalPanel(desk, words, words.edit(edit.kind()), change(edit, why), new RehearsalPanel.Host() {
            @Override
            public void rehearsed(Rehearsal rehearsal) {
                map.showEffects(rehearsal.events());
                if (!rehearsal.events().isEmpty()) {
                    showOnlyEffects();
                    map.fit();
                }
            }

            @Override
            public void applied(Changeset changeset) {
                tell(words.say("applied", changeset.version(), changeset.events()));
                EditingPage.this.applied(edit, changeset);
            }

            @Override
            public void conflict(EditConflict conflict) {
                EditingPage.this.conflict(conflict, why);
            }

            @Override
            public void back() {
                map.showEffects(List.of());
                showAgain();
                put(editor);
            }
        }));
    }

    /** The events of a rehearsal are drawn: whatever else would hide them goes. */
    void showOnlyEffects() {}

    /** What {@link #showOnlyEffects} took away comes back. */
    void showAgain() {}

    /** An edit was made: the list and the panel show what there is now. */
    abstract void applied(E edit, Changeset changeset);

    /** Another admin was faster. */
    public void conflict(EditConflict conflict, Why why) {
        tell(String.valueOf(conflict.getMessage()));
    }

    /**
     * So that the page can be loaded anew, and the address handed on.
     *
     * @param chosen the parameter of what is shown, or null
     */
    void writeAddress(String parameter, @Nullable String chosen) {
        var parameters = new LinkedHashMap<String, String>();
        if (!search.isEmpty()) {
            parameters.put("q", search.getValue());
        }
        if (chosen != null) {
            parameters.put(parameter, chosen);
        }
        UI.getCurrent()
                .getPage()
                .getHistory()
                .replaceState(null, new Location(route, QueryParameters.simple(Map.copyOf(parameters))));
    }
}
