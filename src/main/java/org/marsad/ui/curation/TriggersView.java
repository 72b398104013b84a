package org.marsad.ui.curation;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.coding.TriggerWord;
import org.marsad.curation.Changeset;
import org.marsad.curation.Curation.Why;
import org.marsad.curation.EditConflict;
import org.marsad.curation.Lexicography.ListedTrigger;
import org.marsad.curation.Rehearsal;
import org.marsad.curation.TriggerEdit;
import org.marsad.text.Language;

/** The words that name events: looked through by language and kind, added and taken away with a rehearsal. */
@Route("gazetteer/triggers")
@RolesAllowed("ADMIN")
class TriggersView extends CurationPage implements AfterNavigationObserver, TriggerPanel.Host {
    private static final long serialVersionUID = 1;

    private final TextField search = new TextField();
    private final Select<Language> language = new Select<>();
    private final ComboBox<String> kind;
    private final Grid<ListedTrigger> grid = new Grid<>();
    private final PlaceMap map;
    private final Section right = new Section();
    private final Main main = new Main();
    private transient @Nullable TriggerPanel panel;

    TriggersView(CurationDesk desk, AuthenticationContext authentication) {
        super(desk, authentication, Page.TRIGGERS);
        search.setPlaceholder(words.say("triggers.search"));
        search.setAriaLabel(words.say("triggers.search"));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.setValueChangeTimeout(300);
        search.setMaxLength(TriggerWord.LONGEST);
        search.getElement().setAttribute("dir", "auto");
        search.addClassName("m-field-wide");
        language.setLabel(words.say("names.language"));
        language.setItems(Language.values());
        language.setItemLabelGenerator(one -> one == null ? words.say("triggers.allLanguages") : words.language(one));
        language.setEmptySelectionAllowed(true);
        language.setEmptySelectionCaption(words.say("triggers.allLanguages"));
        kind = TriggerPanel.kinds(words);
        search.addValueChangeListener(change -> find());
        language.addValueChangeListener(change -> find());
        kind.addValueChangeListener(change -> find());
        setUpGrid();
        var create = new Button(words.say("triggers.new"), click -> show(TriggerPanel::create));
        create.addThemeVariants(ButtonVariant.PRIMARY);
        create.addClassName("m-new-place");
        var left = new Section(
                Rows.div("m-panel-head", new H1(words.say("curation.triggers")), create),
                Rows.div("m-search-places m-fields", search, language, kind),
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
        return Rows.div("m-empty", Rows.span(words.say("triggers.hint")));
    }

    private void setUpGrid() {
        grid.addColumn(LitRenderer.<ListedTrigger>of(
                                "<span class=\"m-found\"><bdi class=\"m-place-name\">${item.word}</bdi><span class=\"m-fact-note\">${item.form}</span></span>")
                        .withProperty("word", one -> one.word().words())
                        .withProperty("form", this::form))
                .setHeader(words.say("triggers.word"))
                .setFlexGrow(3);
        grid.addColumn(LitRenderer.<ListedTrigger>of(
                                "<span class=\"m-found\"><span title=\"${item.kind}\">${item.kind}</span><span class=\"m-fact-note\">${item.state}</span></span>")
                        .withProperty(
                                "kind",
                                one -> TriggerPanel.briefly(words, one.word().kind()))
                        .withProperty("state", this::state))
                .setHeader(words.say("triggers.kind"))
                .setFlexGrow(3);
        grid.addThemeVariants(GridVariant.NO_BORDER);
        grid.setEmptyStateText(words.say("triggers.none"));
        grid.addClassName("m-places-grid");
        grid.addItemClickListener(click -> open(click.getItem()));
        grid.asSingleSelect().addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                open(change.getValue());
            }
        });
    }

    private String form(ListedTrigger one) {
        return words.language(one.word().language())
                + words.say("list.dash")
                + words.say("form." + one.word().form());
    }

    private String state(ListedTrigger one) {
        return one.known() ? one.own() ? words.say("triggers.own") : one.word().kind() : words.say("triggers.gone");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        find();
    }

    private void find() {
        grid.setItems(desk.lexicography().listTriggers(search.getValue(), language.getValue(), kind.getValue()));
    }

    private interface Showing {
        void of(TriggerPanel panel);
    }

    private void show(Showing showing) {
        var made = new TriggerPanel(desk, words, this);
        panel = made;
        map.showEffects(List.of());
        put(made);
        showing.of(made);
    }

    private void open(ListedTrigger one) {
        show(made -> made.show(one));
    }

    private void put(Component content) {
        right.removeAll();
        right.add(content);
        main.getElement().setAttribute("data-open", panel != null);
    }

    @Override
    public void close() {
        panel = null;
        put(hint());
        map.showEffects(List.of());
    }

    @Override
    public void rehearse(TriggerEdit edit, Why why) {
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
                find();
                var word = edit.word();
                desk.lexicography().listTriggers(word.words(), word.language(), null).stream()
                        .filter(one -> one.word().equals(word))
                        .findFirst()
                        .ifPresentOrElse(TriggersView.this::open, TriggersView.this::close);
            }

            @Override
            public void conflict(EditConflict conflict) {
                tell(String.valueOf(conflict.getMessage()));
            }

            @Override
            public void back() {
                map.showEffects(List.of());
                put(editor);
            }
        }));
    }
}
