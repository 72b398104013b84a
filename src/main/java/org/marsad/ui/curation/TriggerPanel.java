package org.marsad.ui.curation;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.marsad.coding.reading.EventKind;
import org.marsad.coding.reading.LemmaParts;
import org.marsad.coding.reading.TriggerWord;
import org.marsad.curation.Curation.Why;
import org.marsad.curation.Lexicography.ListedTrigger;
import org.marsad.curation.Problem;
import org.marsad.curation.TriggerEdit;
import org.marsad.text.Language;

/** A word that names events: what it says of them and in which forms it is looked for; or a new one. */
final class TriggerPanel extends Div {
    private static final long serialVersionUID = 1;
    private static final int FORMS = 60;

    /** What the panel asks of the page. */
    interface Host {
        void rehearse(TriggerEdit edit, Why why);

        void close();
    }

    private static final Map<String, EventKind> KINDS = EventKind.table();

    private final transient CurationDesk desk;
    private final transient GazetteerWords words;
    private final transient Host host;
    private final H2 title = new H2();
    private final Paragraph about = Rows.note("");
    private final Div fields;
    private final Select<Language> language = new Select<>();
    private final ComboBox<String> kind;
    private final Select<String> form = new Select<>();
    private final LemmaEditor lemma;
    private final Div acts = Rows.div("m-choices");
    private final transient Map<Boolean, NativeButton> buttons = new LinkedHashMap<>();
    private final Div says = new Div();
    private final Problems problems;
    private final WhyFields why;
    private transient @Nullable ListedTrigger shown;
    private boolean retiring;

    TriggerPanel(CurationDesk desk, GazetteerWords words, Host host) {
        this.desk = desk;
        this.words = words;
        this.host = host;
        addClassNames("m-place-panel", "m-trigger-panel");
        language.setLabel(words.say("names.language"));
        language.setItems(Language.values());
        language.setItemLabelGenerator(words::language);
        language.setValue(words.language());
        form.setLabel(words.say("triggers.form"));
        form.setItems(TriggerWord.FORMS);
        form.setItemLabelGenerator(one -> words.say("form." + one));
        form.setValue("verb");
        kind = kinds(words);
        kind.addClassName("m-field-wide");
        lemma = new LemmaEditor(words, this::changed);
        language.addValueChangeListener(change -> asked());
        form.addValueChangeListener(change -> asked());
        kind.addValueChangeListener(change -> changed());
        fields = Rows.div("m-fields", language, form, kind, lemma);
        acts.getElement().setAttribute("role", "group").setAttribute("aria-label", words.say("actors.acts"));
        for (boolean retiring : List.of(false, true)) {
            var button = Rows.choice(words.say(retiring ? "act.retire" : "triggers.edit"), () -> act(retiring));
            button.getElement().setAttribute("data-act", retiring ? "retire" : "forms");
            buttons.put(retiring, button);
            acts.add(button);
        }
        problems = new Problems(words);
        why = new WhyFields(words, this::rehearse);
        var back = Rows.link(words.say("places.back"), host::close);
        back.addClassName("m-back");
        add(Rows.div("m-panel-head", title, back), Rows.div("m-panel-body", acts, about, fields, problems, says, why));
    }

    /** The kinds of events, to choose from. */
    static ComboBox<String> kinds(GazetteerWords words) {
        var box = new ComboBox<String>(words.say("triggers.kind"));
        box.setItems(List.copyOf(KINDS.keySet()));
        box.setItemLabelGenerator(key -> called(words, key));
        box.setClearButtonVisible(true);
        return box;
    }

    /** A kind of event by its types, and its key, which tells those apart that have the same. */
    static String called(GazetteerWords words, String key) {
        var known = KINDS.get(key);
        return known == null ? words.say("form.never") : words.eventKind(known) + " (" + key + ")";
    }

    /** By ACLED's sub-event type alone, for a narrow column. */
    static String briefly(GazetteerWords words, String key) {
        var known = KINDS.get(key);
        return known == null ? words.say("form.never") : words.acledSub(known);
    }

    void show(ListedTrigger one) {
        var word = one.word();
        shown = one;
        title.setText(words.lemma(word));
        title.getElement().setAttribute("dir", "auto");
        acts.setVisible(one.known());
        language.setValue(word.language());
        form.setValue(word.form());
        kind.setValue(word.kind().isEmpty() ? null : word.kind());
        lemma.show(LemmaParts.of(word));
        act(!one.known());
    }

    /** Its forms are to be edited, or it is to be taken away or brought back. */
    private void act(boolean retiring) {
        this.retiring = retiring;
        var one = shown;
        buttons.forEach(
                (each, button) -> button.getElement().setAttribute("aria-pressed", Boolean.toString(each == retiring)));
        about.setText(words.say(
                one == null
                        ? "triggers.newHow"
                        : !one.known() ? "triggers.backHow" : retiring ? "triggers.retireHow" : "triggers.editHow"));
        fields.setVisible(!retiring);
        language.setReadOnly(one != null);
        changed();
    }

    void create() {
        shown = null;
        title.setText(words.say("triggers.new"));
        acts.setVisible(false);
        lemma.ask(language.getValue(), form.getValue());
        act(false);
        lemma.focus();
    }

    private void asked() {
        lemma.ask(language.getValue(), form.getValue());
        changed();
    }

    /** What it says of an event. */
    private void tell(TriggerWord word) {
        says.removeAll();
        var list = new DescriptionList();
        list.addClassName("m-trigger-facts");
        if (!fields.isVisible()) {
            add(list, words.say("names.language"), Rows.span(words.language(word.language())));
            add(list, words.say("triggers.form"), Rows.span(words.say("form." + word.form())));
        }
        var known = KINDS.get(word.kind());
        if (known != null) {
            add(
                    list,
                    words.say("triggers.plover"),
                    code(known.plover() + (known.mode().isEmpty() ? "" : " · " + known.mode())));
            add(list, words.say("triggers.acled"), code(known.acled() + " · " + known.acledSub()));
            add(
                    list,
                    words.say("triggers.frame"),
                    Rows.span(words.say("frame." + known.frame().name().toLowerCase(Locale.ROOT))));
        }
        says.add(list);
        var forms = word.listForms();
        var row = Rows.div("m-forms");
        row.getElement().setAttribute("lang", word.language().tag());
        forms.stream().limit(FORMS).forEach(one -> row.add(Rows.own(one, "m-word-form")));
        if (forms.size() > FORMS) {
            row.add(Rows.span(words.say("rehearsal.more", forms.size() - FORMS), "m-fact-note"));
        }
        says.add(new H3(words.say("triggers.forms", forms.size())), row);
    }

    private static void add(DescriptionList list, String term, Component value) {
        list.add(new DescriptionList.Term(term), new DescriptionList.Description(value));
    }

    private static Component code(String text) {
        var code = Rows.span(text, "m-code");
        code.getElement().setAttribute("dir", "ltr");
        return code;
    }

    private void changed() {
        kind.setVisible(!"never".equals(form.getValue()));
        says.removeAll();
        problems.show(List.of());
        boolean good = retiring || lemma.validate();
        (retiring && shown != null ? Optional.of(shown.word()) : written()).ifPresent(word -> {
            if (word.problem() == null) {
                tell(word);
            }
        });
        if (good) {
            edit().ifPresent(this::check);
        }
    }

    /** That nothing has changed yet goes without saying while one begins. */
    private void check(TriggerEdit edit) {
        problems.show(desk.curation().check(edit).stream()
                .filter(problem -> problem.code() != Problem.Code.NO_CHANGE)
                .toList());
    }

    private Optional<TriggerWord> written() {
        boolean never = "never".equals(form.getValue());
        if (lemma.isEmpty() || !never && kind.getValue() == null) {
            return Optional.empty();
        }
        return Optional.of(new TriggerWord(
                language.getValue(),
                never ? "" : kind.getValue(),
                form.getValue(),
                lemma.parts().words()));
    }

    /** What is written now as an edit; empty where something is missing. */
    private Optional<TriggerEdit> edit() {
        var one = shown;
        if (one == null) {
            return written().map(TriggerEdit.AddTrigger::new);
        }
        if (!one.known()) {
            return Optional.of(new TriggerEdit.AddTrigger(one.word()));
        }
        return retiring
                ? Optional.of(new TriggerEdit.RetireTrigger(one.word()))
                : written().map(by -> new TriggerEdit.ReplaceTrigger(one.word(), by));
    }

    private void rehearse() {
        if (!retiring && !lemma.validate()) {
            problems.say(words.say("lemma.mend"));
            return;
        }
        var edit = edit();
        if (edit.isEmpty()) {
            problems.say(words.say("triggers.missing"));
            return;
        }
        var found = desk.curation().check(edit.get());
        if (found.stream().anyMatch(Problem::refused)) {
            problems.show(found);
        } else if (why.isSaid()) {
            host.rehearse(edit.get(), why.get());
        }
    }
}
