package org.marsad.ui.curation;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.LitRenderer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.marsad.curation.PlaceLabel;
import org.marsad.gazetteer.NameKind;

/** A place's names: a grid, and the one that is written under it. In splitting, the names that go are chosen in it. */
final class NamesEditor extends Div {
    private static final long serialVersionUID = 1;
    private static final List<String> LANGUAGES =
            List.of("ar", "fr", "en", "ff", "bm", "snk", "wo", "son", "dje", "ha", "taq", "mos", "zgh");

    private final transient GazetteerWords words;
    private final Runnable changed;
    private final transient List<PlaceLabel> names = new ArrayList<>();
    private final Grid<PlaceLabel> grid = new Grid<>();
    private final Div form = new Div();
    private final NativeButton add;
    private final TextField text;
    private final ComboBox<String> language;
    private final Select<NameKind> kind = new Select<>();
    private final IntegerField from;
    private final IntegerField to;
    private final TextField source;
    private final TextField note;
    private transient @Nullable PlaceLabel edited;
    private boolean choosing;

    NamesEditor(GazetteerWords words, Runnable changed) {
        this.words = words;
        this.changed = changed;
        addClassName("m-names");
        grid.addColumn(LitRenderer.<PlaceLabel>of("<bdi class=\"m-name-text\">${item.text}</bdi>")
                        .withProperty("text", PlaceLabel::text))
                .setHeader(words.say("names.name"))
                .setFlexGrow(2);
        grid.addColumn(words::language).setHeader(words.say("names.language")).setFlexGrow(1);
        grid.addColumn(name -> words.kind(name.kind()) + period(name))
                .setHeader(words.say("names.kind"))
                .setFlexGrow(1);
        grid.addThemeVariants(GridVariant.NO_BORDER);
        grid.setAllRowsVisible(true);
        grid.setEmptyStateText(words.say("names.none"));
        grid.addItemClickListener(click -> {
            if (!choosing) {
                edit(click.getItem());
            }
        });
        text = new TextField(words.say("names.name"));
        text.setMaxLength(PlaceLabel.LONGEST);
        text.getElement().setAttribute("dir", "auto");
        text.addClassName("m-field-wide");
        language = new ComboBox<>(words.say("names.language"));
        language.setItems(LANGUAGES);
        language.setItemLabelGenerator(this::called);
        language.setAllowCustomValue(true);
        language.setClearButtonVisible(true);
        language.setHelperText(words.say("names.languageHow"));
        language.addCustomValueSetListener(
                typed -> language.setValue(tag(typed.getDetail().strip())));
        kind.setLabel(words.say("names.kind"));
        kind.setItems(NameKind.values());
        kind.setItemLabelGenerator(words::kind);
        from = year(words.say("names.from"));
        to = year(words.say("names.to"));
        source = new TextField(words.say("names.source"));
        note = new TextField(words.say("names.note"));
        source.getElement().setAttribute("dir", "auto");
        note.getElement().setAttribute("dir", "auto");
        var keep = Rows.choice(words.say("names.keep"), this::keep);
        keep.addClassName("m-choice-strong");
        form.add(
                text,
                language,
                kind,
                from,
                to,
                source,
                note,
                Rows.div(
                        "m-field-wide m-buttons",
                        keep,
                        Rows.choice(words.say("names.remove"), this::remove),
                        Rows.choice(words.say("filter.cancel"), this::leave)));
        form.addClassNames("m-fields", "m-name-form");
        form.setVisible(false);
        add = Rows.choice(words.say("names.add"), () -> edit(null));
        add(grid, add, form);
    }

    private String called(String tag) {
        return Locale.forLanguageTag(tag).getDisplayName(words.locale());
    }

    /** Who writes a listed language out and is quicker than the list means it all the same. */
    private String tag(String typed) {
        return LANGUAGES.stream()
                .filter(tag -> called(tag).equalsIgnoreCase(typed))
                .findFirst()
                .orElse(typed);
    }

    private static IntegerField year(String label) {
        var field = new IntegerField(label);
        field.setMin(-4000);
        field.setMax(2100);
        return field;
    }

    private String period(PlaceLabel name) {
        var period = GazetteerWords.period(name);
        return period.isEmpty() ? "" : words.say("list.comma") + period;
    }

    void show(List<PlaceLabel> shown) {
        names.clear();
        names.addAll(shown);
        refresh();
        leave();
    }

    /** Whether names are chosen, to go to another place, rather than written. */
    void setChoosing(boolean choose) {
        if (choosing != choose) {
            choosing = choose;
            grid.setSelectionMode(choose ? Grid.SelectionMode.MULTI : Grid.SelectionMode.NONE);
            if (choose) {
                grid.asMultiSelect().addValueChangeListener(change -> changed.run());
            }
        }
        add.setVisible(!choose);
        leave();
    }

    Set<PlaceLabel> chosen() {
        return choosing ? grid.getSelectedItems() : Set.of();
    }

    List<PlaceLabel> names() {
        return List.copyOf(names);
    }

    /** Whether a name is being written that is not in the list yet. */
    boolean isWriting() {
        return form.isVisible();
    }

    /** Writes a name with some of its fields filled in. */
    void begin(String name, @Nullable String tag) {
        edit(null);
        text.setValue(name);
        language.setValue(tag);
    }

    private void edit(@Nullable PlaceLabel name) {
        edited = name;
        text.setValue(name == null ? "" : name.text());
        language.setValue(name == null ? null : name.language());
        kind.setValue(name == null ? NameKind.VARIANT : name.kind());
        from.setValue(name == null ? null : name.fromYear());
        to.setValue(name == null ? null : name.toYear());
        source.setValue(name == null || name.source() == null ? "" : name.source());
        note.setValue(name == null || name.note() == null ? "" : name.note());
        text.setInvalid(false);
        form.setVisible(true);
        text.focus();
    }

    private void keep() {
        PlaceLabel name;
        try {
            name = new PlaceLabel(
                    text.getValue(),
                    language.getValue(),
                    kind.getValue(),
                    from.getValue(),
                    to.getValue(),
                    blank(source.getValue()),
                    blank(note.getValue()));
        } catch (IllegalArgumentException e) {
            text.setErrorMessage(text.getValue().isBlank() ? words.say("names.missing") : e.getMessage());
            text.setInvalid(true);
            return;
        }
        int at = edited == null ? -1 : names.indexOf(edited);
        if (at >= 0) {
            names.set(at, name);
        } else {
            names.add(name);
        }
        refresh();
        leave();
        changed.run();
    }

    private void remove() {
        names.remove(edited);
        refresh();
        leave();
        changed.run();
    }

    private void leave() {
        form.setVisible(false);
        edited = null;
    }

    private void refresh() {
        grid.setItems(List.copyOf(names));
    }

    private static @Nullable String blank(String text) {
        return text.isBlank() ? null : text.strip();
    }
}
