package org.marsad.ui.curation;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.marsad.coding.EventKind;
import org.marsad.coding.TriggerWord;
import org.marsad.curation.Curation.Why;
import org.marsad.curation.Lexicography.ListedTrigger;
import org.marsad.curation.Problem;
import org.marsad.curation.TriggerEdit;
import org.marsad.text.Language;

/** A word that names events: what it says of them and in which forms it is looked for; or a new one. */
final class TriggerPanel extends Div {
    private static final long serialVersionUID = 1;
    private static final int FORMS = 60;
    private static final int TYPING_MILLIS = 350;

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
    private final TextField text;
    private final Div says = new Div();
    private final Problems problems;
    private final WhyFields why;
    private transient @Nullable ListedTrigger shown;

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
        text = new TextField(words.say("triggers.word"));
        text.setMaxLength(TriggerWord.LONGEST);
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.setValueChangeTimeout(TYPING_MILLIS);
        text.getElement().setAttribute("dir", "auto");
        text.addClassName("m-field-wide");
        language.addValueChangeListener(change -> changed());
        form.addValueChangeListener(change -> changed());
        kind.addValueChangeListener(change -> changed());
        text.addValueChangeListener(change -> changed());
        fields = Rows.div("m-fields", text, language, form, kind);
        problems = new Problems(words);
        why = new WhyFields(words, this::rehearse);
        var back = Rows.link(words.say("places.back"), host::close);
        back.addClassName("m-back");
        add(Rows.div("m-panel-head", title, back), Rows.div("m-panel-body", about, fields, says, problems, why));
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
        shown = one;
        title.setText(one.word().words());
        title.getElement().setAttribute("dir", "auto");
        about.setText(words.say(one.known() ? "triggers.retireHow" : "triggers.backHow"));
        fields.setVisible(false);
        problems.show(List.of());
        tell(one.word());
        check(edit(one));
    }

    void create() {
        shown = null;
        title.setText(words.say("triggers.new"));
        about.setText(words.say("triggers.newHow"));
        fields.setVisible(true);
        changed();
        text.focus();
    }

    /** What it says of an event. */
    private void tell(TriggerWord word) {
        says.removeAll();
        var list = new DescriptionList();
        list.addClassName("m-trigger-facts");
        add(list, words.say("names.language"), Rows.span(words.language(word.language())));
        add(list, words.say("triggers.form"), Rows.span(words.say("form." + word.form())));
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
        forms.stream().limit(FORMS).forEach(one -> row.add(Rows.own(one, "m-form")));
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
        if (shown != null) {
            return;
        }
        kind.setVisible(!"never".equals(form.getValue()));
        says.removeAll();
        problems.show(List.of());
        written().ifPresent(word -> {
            if (word.problem() == null) {
                tell(word);
            }
            check(new TriggerEdit.AddTrigger(word));
        });
    }

    private void check(TriggerEdit edit) {
        problems.show(desk.curation().check(edit));
    }

    private Optional<TriggerWord> written() {
        boolean never = "never".equals(form.getValue());
        if (text.getValue().isBlank() || !never && kind.getValue() == null) {
            return Optional.empty();
        }
        return Optional.of(new TriggerWord(
                language.getValue(),
                never ? "" : kind.getValue(),
                form.getValue(),
                text.getValue().strip()));
    }

    private static TriggerEdit edit(ListedTrigger one) {
        return one.known() ? new TriggerEdit.RetireTrigger(one.word()) : new TriggerEdit.AddTrigger(one.word());
    }

    private void rehearse() {
        var one = shown;
        var edit = one == null ? written().<TriggerEdit>map(TriggerEdit.AddTrigger::new) : Optional.of(edit(one));
        if (edit.isEmpty()) {
            problems.say(words.say("triggers.missing"));
            return;
        }
        boolean refused = desk.curation().check(edit.get()).stream().anyMatch(Problem::refused);
        if (!refused && why.isSaid()) {
            host.rehearse(edit.get(), why.get());
        }
    }
}
