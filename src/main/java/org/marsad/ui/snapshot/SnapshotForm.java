package org.marsad.ui.snapshot;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.mapview.EventFilter;
import org.marsad.snapshot.SnapshotDraft;
import org.marsad.snapshot.sheet.Digits;
import org.marsad.snapshot.sheet.Extent;
import org.marsad.snapshot.sheet.Paper;
import org.marsad.snapshot.sheet.SymbolsBy;
import org.marsad.text.Language;

/** How a sheet is to look: its words and its paper. */
final class SnapshotForm extends Div {
    private static final long serialVersionUID = 1;
    private static final List<Integer> DPI = List.of(96, 150, 200, 300, 600);

    private final TextField title = new TextField();
    private final TextArea note = new TextArea();
    private final TextField classification = new TextField();
    private final Select<Language> language = new Select<>();
    private final Select<Digits> digits = new Select<>();
    private final Select<Paper> paper = new Select<>();
    private final Select<SymbolsBy> symbols = new Select<>();
    private final Select<Integer> dpi = new Select<>();

    /**
     * @param reader whose language is the sheet's to begin with
     */
    SnapshotForm(SnapshotDesk desk, Language reader) {
        addClassName("m-snap-form");
        text(title, desk.say(reader, "snapshot.title"), SnapshotDraft.MOST_TITLE);
        title.setRequired(true);
        title.addClassName("m-wide");
        text(classification, desk.say(reader, "snapshot.classification"), SnapshotDraft.MOST_CLASSIFICATION);
        classification.setPlaceholder(desk.say(reader, "snapshot.classification.hint"));
        classification.addClassName("m-wide");
        note.setLabel(desk.say(reader, "snapshot.note"));
        note.setMaxLength(SnapshotDraft.MOST_NOTE);
        note.setMinRows(2);
        note.setMaxRows(5);
        note.getElement().setAttribute("dir", "auto");
        note.addClassName("m-wide");
        choose(language, desk.say(reader, "snapshot.language"), List.of(Language.AR, Language.FR, Language.EN), reader);
        language.setItemLabelGenerator(one -> desk.say(reader, "language." + one.tag()));
        choose(digits, desk.say(reader, "snapshot.digits"), List.of(Digits.values()), Digits.WESTERN);
        digits.setItemLabelGenerator(one -> one == Digits.WESTERN ? "0123456789" : "٠١٢٣٤٥٦٧٨٩");
        digits.setEnabled(reader == Language.AR);
        language.addValueChangeListener(change -> {
            digits.setEnabled(change.getValue() == Language.AR);
            if (change.getValue() != Language.AR) {
                digits.setValue(Digits.WESTERN);
            }
        });
        choose(paper, desk.say(reader, "snapshot.paper"), List.of(Paper.values()), Paper.A4_LANDSCAPE);
        paper.setItemLabelGenerator(one -> desk.say(reader, "snapshot.paper." + one));
        choose(symbols, desk.say(reader, "js.look.by"), List.of(SymbolsBy.values()), SymbolsBy.TYPE);
        symbols.setItemLabelGenerator(
                one -> desk.say(reader, one == SymbolsBy.TYPE ? "js.look.type" : "js.look.actor"));
        choose(dpi, desk.say(reader, "snapshot.dpi"), DPI, SnapshotDraft.DPI);
        dpi.setItemLabelGenerator(one -> "\u2066" + one + " dpi\u2069");
        add(title, classification, note, language, digits, paper, symbols, dpi);
    }

    private static void text(TextField field, String label, int most) {
        field.setLabel(label);
        field.setMaxLength(most);
        field.setValueChangeMode(ValueChangeMode.ON_BLUR);
        field.getElement().setAttribute("dir", "auto");
    }

    private static <T> void choose(Select<T> select, String label, List<T> items, T first) {
        select.setLabel(label);
        select.setItems(items);
        select.setValue(first);
    }

    void addField(Component field) {
        add(field);
    }

    void setTitleText(String text) {
        title.setValue(text.length() > SnapshotDraft.MOST_TITLE ? text.substring(0, SnapshotDraft.MOST_TITLE) : text);
    }

    void setSymbols(SymbolsBy by) {
        symbols.setValue(by);
    }

    /** Whenever the sheet would look otherwise. */
    void onChange(Runnable changed) {
        for (var field : List.<HasValue<?, ?>>of(title, classification, note, language, digits, paper, symbols)) {
            field.addValueChangeListener(change -> changed.run());
        }
    }

    void focusTitle() {
        title.focus();
    }

    /** Marks the title as missing where it is. */
    boolean isComplete(String missing) {
        boolean there = !title.getValue().isBlank();
        title.setInvalid(!there);
        title.setErrorMessage(missing);
        if (!there) {
            title.focus();
        }
        return there;
    }

    /**
     * @throws org.marsad.snapshot.SnapshotRefusedException says what is wrong
     */
    SnapshotDraft draft(EventFilter filter, @Nullable Extent extent, @Nullable String view) {
        return new SnapshotDraft(
                title.getValue(),
                note.getValue(),
                classification.getValue(),
                language.getValue(),
                digits.getValue(),
                paper.getValue(),
                symbols.getValue(),
                dpi.getValue(),
                filter,
                extent,
                view);
    }
}
