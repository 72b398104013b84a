package org.marsad.ui.curation;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.marsad.coding.reading.LemmaParts;
import org.marsad.coding.reading.LemmaParts.Slot;
import org.marsad.coding.reading.TriggerWord;
import org.marsad.text.Language;

/** The forms of a word for events, each in a field of its own: none of the table's signs need be known. */
final class LemmaEditor extends Div {
    private static final long serialVersionUID = 1;
    private static final int TYPING_MILLIS = 350;
    private static final String SIGNS = ".*[;|~/].*";

    private final transient GazetteerWords words;
    private final Runnable changed;
    private final TextField first;
    private final TextField rest;
    private final Checkbox doubled;
    private final Div irregular = Rows.div("m-fields m-field-wide m-lemma-forms");
    private final transient Map<Slot, List<TextField>> fields = new LinkedHashMap<>();
    private Language language = Language.EN;
    private String form = "verb";

    LemmaEditor(GazetteerWords words, Runnable changed) {
        this.words = words;
        this.changed = changed;
        addClassNames("m-lemma", "m-field-wide");
        first = field("");
        first.addClassName("m-lemma-first");
        rest = field(words.say("lemma.rest"));
        rest.setHelperText(words.say("lemma.restHow"));
        rest.addClassName("m-field-wide");
        doubled = new Checkbox(words.say("lemma.doubled"));
        doubled.addValueChangeListener(change -> told(change.isFromClient()));
        add(first, doubled, irregular, rest);
        ask(language, form);
    }

    private TextField field(String label) {
        var field = new TextField(label);
        field.setMaxLength(TriggerWord.LONGEST);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(TYPING_MILLIS);
        field.getElement().setAttribute("dir", "auto");
        field.addValueChangeListener(change -> told(change.isFromClient()));
        return field;
    }

    private void told(boolean typed) {
        if (typed) {
            changed.run();
        }
    }

    /** Which forms are asked for; what is written in the same ones stays. */
    void ask(Language of, String as) {
        if (of != language || !as.equals(form) || fields.isEmpty()) {
            var kept = of == language ? parts() : null;
            language = of;
            form = as;
            var slots = LemmaParts.slots(of, as);
            show(new LemmaParts(
                    of,
                    as,
                    first.getValue(),
                    doubled.getValue(),
                    slots.stream()
                            .map(slot -> kept == null
                                    ? slot
                                    : kept.others().stream()
                                            .filter(one -> one.name().equals(slot.name()))
                                            .findFirst()
                                            .orElse(slot))
                            .toList(),
                    rest.getValue()));
        }
    }

    void show(LemmaParts parts) {
        language = parts.language();
        form = parts.form();
        boolean verb = form.equals("verb") || form.equals("suffer");
        first.setLabel(words.say("lemma.first." + (verb ? language.tag() : "noun")));
        first.setValue(parts.first());
        rest.setValue(parts.rest());
        rest.setVisible(verb);
        doubled.setVisible(verb && language == Language.EN);
        doubled.setValue(parts.doubled());
        fields.clear();
        irregular.removeAll();
        irregular.setVisible(!parts.others().isEmpty());
        if (!parts.others().isEmpty()) {
            var how = Rows.note(words.say("lemma.irregular." + (verb ? language.tag() : "noun")));
            how.addClassName("m-field-wide");
            irregular.add(how);
        }
        parts.others().forEach(this::add);
    }

    private void add(Slot slot) {
        var list = new ArrayList<TextField>();
        fields.put(slot, list);
        if (!slot.many()) {
            var field = field(words.say("lemma." + slot.name()));
            slot.texts().stream().findFirst().ifPresent(field::setValue);
            list.add(field);
            irregular.add(field);
            return;
        }
        var rows = Rows.div("m-field-wide m-lemma-rows");
        rows.getElement().setAttribute("role", "group").setAttribute("aria-label", words.say("lemma." + slot.name()));
        slot.texts().forEach(text -> rows.add(row(list, text)));
        var more = Rows.choice(words.say("lemma.more." + slot.name()), () -> {});
        more.addClickListener(click -> {
            rows.addComponentAtIndex(rows.getComponentCount() - 1, row(list, ""));
            list.getLast().focus();
        });
        rows.add(more);
        irregular.add(Rows.span(words.say("lemma." + slot.name()), "m-fact-note", "m-field-wide"), rows);
    }

    private Div row(List<TextField> list, String text) {
        var field = field("");
        field.setAriaLabel(words.say("lemma.one"));
        field.setValue(text);
        var row = Rows.div("m-lemma-row", field);
        var remove = new NativeButton("×", click -> {
            list.remove(field);
            row.removeFromParent();
            changed.run();
        });
        remove.addClassName("m-alias-remove");
        var label = words.say("lemma.remove");
        remove.getElement().setAttribute("aria-label", label).setAttribute("title", label);
        row.add(remove);
        list.add(field);
        return row;
    }

    /** What is written now. */
    LemmaParts parts() {
        return new LemmaParts(
                language,
                form,
                first.getValue(),
                doubled.isVisible() && doubled.getValue(),
                fields.entrySet().stream()
                        .map(one -> one.getKey()
                                .with(one.getValue().stream()
                                        .map(TextField::getValue)
                                        .toList()))
                        .toList(),
                rest.isVisible() ? rest.getValue() : "");
    }

    boolean isEmpty() {
        return first.isEmpty();
    }

    /**
     * Marks what cannot stay: a sign of the table, and an irregular form without the others that belong to it.
     *
     * @return whether nothing is marked
     */
    boolean validate() {
        boolean good = true;
        boolean all = language == Language.EN || language == Language.FR;
        var single = fields.entrySet().stream()
                .filter(one -> !one.getKey().many())
                .flatMap(one -> one.getValue().stream())
                .toList();
        boolean some = single.stream().anyMatch(field -> !field.isEmpty());
        // A French verb may have its participle alone.
        boolean participle = language == Language.FR
                && !single.isEmpty()
                && !single.getFirst().isEmpty()
                && single.stream().skip(1).allMatch(TextField::isEmpty);
        for (var field : everyField()) {
            String error = field.getValue().matches(SIGNS) ? words.say("lemma.signs") : "";
            if (error.isEmpty() && all && some && !participle && single.contains(field) && field.isEmpty()) {
                error = words.say("lemma.incomplete");
            }
            field.setErrorMessage(error);
            field.setInvalid(!error.isEmpty());
            good &= error.isEmpty();
        }
        return good;
    }

    private List<TextField> everyField() {
        var all = new ArrayList<>(List.of(first, rest));
        fields.values().forEach(all::addAll);
        return all;
    }

    void focus() {
        first.focus();
    }
}
