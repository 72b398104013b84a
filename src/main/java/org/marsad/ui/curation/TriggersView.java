package org.marsad.ui.curation;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;
import org.marsad.coding.reading.TriggerWord;
import org.marsad.curation.Changeset;
import org.marsad.curation.Lexicography.ListedTrigger;
import org.marsad.curation.TriggerEdit;
import org.marsad.text.Language;

/** The words that name events: looked through by language and kind, edited form by form with a rehearsal. */
@Route("gazetteer/triggers")
@RolesAllowed("ADMIN")
class TriggersView extends EditingPage<TriggerPanel, TriggerEdit> implements TriggerPanel.Host {
    private static final long serialVersionUID = 1;

    private final Select<Language> language = new Select<>();
    private final ComboBox<String> kind;
    private final Grid<ListedTrigger> grid = new Grid<>();
    private @Nullable String shown;

    TriggersView(CurationDesk desk, AuthenticationContext authentication) {
        super(desk, authentication, Page.TRIGGERS, "triggers", TriggerWord.LONGEST);
        search.addClassName("m-field-wide");
        language.setLabel(words.say("names.language"));
        language.setItems(Language.values());
        language.setItemLabelGenerator(one -> one == null ? words.say("triggers.allLanguages") : words.language(one));
        language.setEmptySelectionAllowed(true);
        language.setEmptySelectionCaption(words.say("triggers.allLanguages"));
        kind = TriggerPanel.kinds(words);
        kind.setPlaceholder(words.say("triggers.allKinds"));
        search.addValueChangeListener(change -> {
            find();
            writeAddress("word", shown);
        });
        language.addValueChangeListener(change -> find());
        kind.addValueChangeListener(change -> find());
        grid.addColumn(EditingPage.<ListedTrigger>cell(true, one -> words.lemma(one.word()), this::form))
                .setHeader(words.say("triggers.word"))
                .setFlexGrow(3);
        grid.addColumn(EditingPage.<ListedTrigger>cell(
                        false, one -> TriggerPanel.briefly(words, one.word().kind()), this::state))
                .setHeader(words.say("triggers.kind"))
                .setFlexGrow(3);
        setUp(grid, words.say("triggers.none"), this::open);
        lay(
                Page.TRIGGERS,
                words.say("triggers.new"),
                this::create,
                Rows.div("m-search-places m-fields", search, language, kind),
                grid);
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
        var parameters = event.getLocation().getQueryParameters();
        search.setValue(parameters.getSingleParameter("q").orElse(""));
        find();
        parameters
                .getSingleParameter("word")
                .flatMap(TriggerWord::ofKey)
                .ifPresent(word -> open(word, () -> tell(words.say("triggers.notThere", word.words()))));
    }

    private void find() {
        grid.setItems(desk.lexicography().listTriggers(search.getValue(), language.getValue(), kind.getValue()));
    }

    private void create() {
        shown = null;
        var made = new TriggerPanel(desk, words, this);
        show(made);
        made.create();
    }

    private void open(ListedTrigger one) {
        if (one.word().key().equals(shown)) {
            return;
        }
        shown = one.word().key();
        var made = new TriggerPanel(desk, words, this);
        show(made);
        made.show(one);
        writeAddress("word", shown);
    }

    private void open(TriggerWord word, Runnable missing) {
        desk.lexicography().listTriggers(word.words(), word.language(), null).stream()
                .filter(one -> one.word().equals(word))
                .findFirst()
                .ifPresentOrElse(this::open, missing);
    }

    @Override
    public void close() {
        super.close();
        shown = null;
        writeAddress("word", null);
    }

    @Override
    void applied(TriggerEdit edit, Changeset changeset) {
        find();
        shown = null;
        open(edit.result(), this::close);
    }
}
