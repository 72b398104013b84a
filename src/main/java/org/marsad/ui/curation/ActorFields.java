package org.marsad.ui.curation;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.marsad.curation.ActorEdit.DescribeActor;
import org.marsad.curation.ActorLabel;
import org.marsad.curation.ActorState;
import org.marsad.curation.Lexicography;

/** What an actor is, when and part of what: the fields but its names. */
final class ActorFields extends Div {
    private static final long serialVersionUID = 1;
    private static final int TYPING_MILLIS = 350;
    private static final int FOUND = 40;

    private final transient Lexicography lexicography;
    private final TextField name;
    private final TextField nameAr;
    private final TextField nameFr;
    private final Select<String> kind = new Select<>();
    private final Select<Integer> inter = new Select<>();
    private final ComboBox<String> sector;
    private final ComboBox<String> country;
    private final ComboBox<ActorState> parent;
    private final TextField from;
    private final TextField to;

    /**
     * @param changed whenever one who types has changed something
     */
    ActorFields(Lexicography lexicography, GazetteerWords words, Runnable changed) {
        this.lexicography = lexicography;
        addClassName("m-fields");
        name = text(words.say("field.nameEn"), changed);
        nameFr = text(words.say("field.nameFr"), changed);
        nameAr = text(words.say("field.nameAr"), changed);
        kind.setLabel(words.say("field.actorKind"));
        kind.setItems(ActorState.KINDS);
        kind.setItemLabelGenerator(words::actorKind);
        inter.setLabel(words.say("field.inter"));
        inter.setItems(IntStream.rangeClosed(1, 8).boxed().toList());
        inter.setItemLabelGenerator(words::inter);
        sector = new ComboBox<>(words.say("field.sector"));
        sector.setItems(ActorState.SECTORS);
        sector.setItemLabelGenerator(code -> code + words.say("list.dash") + words.sector(code));
        country = new ComboBox<>(words.say("field.country"));
        country.setItems(words.listCountries());
        country.setItemLabelGenerator(words::country);
        country.setClearButtonVisible(true);
        parent = new ComboBox<>(words.say("field.parent"));
        parent.setItemLabelGenerator(words::actor);
        parent.setItems(DataProvider.fromFilteringCallbacks(
                query -> find(query.getFilter().orElse(""))
                        .skip(query.getOffset())
                        .limit(query.getLimit()),
                query -> (int) find(query.getFilter().orElse("")).count()));
        parent.setClearButtonVisible(true);
        from = text(words.say("field.from"), changed);
        to = text(words.say("field.to"), changed);
        for (var date : List.of(from, to)) {
            date.setPlaceholder("2017-03-02");
            date.setMaxLength(10);
            date.getElement().setAttribute("dir", "ltr");
        }
        var period = Rows.note(words.say("field.periodHow"));
        period.addClassName("m-field-wide");
        Stream.of(kind, inter)
                .forEach(field -> field.addValueChangeListener(change -> told(change.isFromClient(), changed)));
        Stream.of(sector, country)
                .forEach(field -> field.addValueChangeListener(change -> told(change.isFromClient(), changed)));
        parent.addValueChangeListener(change -> told(change.isFromClient(), changed));
        name.addClassName("m-field-wide");
        parent.addClassName("m-field-wide");
        add(name, nameAr, nameFr, kind, inter, sector, country, parent, from, to, period);
    }

    private Stream<ActorState> find(String text) {
        return lexicography.searchActors(text, FOUND).stream()
                .map(Lexicography.FoundActor::actor)
                .filter(actor -> !actor.retired());
    }

    private static TextField text(String label, Runnable changed) {
        var field = new TextField(label);
        field.setMaxLength(ActorLabel.LONGEST);
        field.getElement().setAttribute("dir", "auto");
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(TYPING_MILLIS);
        field.addValueChangeListener(change -> told(change.isFromClient(), changed));
        return field;
    }

    private static void told(boolean typed, Runnable changed) {
        if (typed) {
            changed.run();
        }
    }

    void show(ActorState actor) {
        name.setValue(actor.name());
        nameAr.setValue(actor.nameAr());
        nameFr.setValue(actor.nameFr());
        kind.setValue(actor.kind());
        inter.setValue(actor.inter());
        sector.setValue(actor.sector().isEmpty() ? null : actor.sector());
        country.setValue(actor.country());
        var above = actor.parent();
        parent.setValue(above == null ? null : lexicography.findActor(above).orElse(null));
        from.setValue(actor.from() == null ? "" : actor.from());
        to.setValue(actor.to() == null ? "" : actor.to());
    }

    /** For an actor that is not there yet. */
    void clear(String wanted) {
        show(new ActorState("", 0, wanted, "", "", "rebel", 2, "REB", null, null, null, null, List.of(), false));
    }

    String name() {
        return name.getValue().strip();
    }

    void setNameFocused() {
        name.focus();
    }

    ActorState draft(List<ActorLabel> names) {
        return new ActorState(
                "",
                0,
                name.getValue(),
                nameAr.getValue(),
                nameFr.getValue(),
                kind.getValue(),
                inter.getValue(),
                sectorCode(),
                country.getValue(),
                above(),
                from.getValue(),
                to.getValue(),
                names,
                false);
    }

    DescribeActor described(ActorState seen) {
        return new DescribeActor(
                seen.id(),
                seen.version(),
                name.getValue(),
                nameAr.getValue(),
                nameFr.getValue(),
                kind.getValue(),
                inter.getValue(),
                sectorCode(),
                country.getValue(),
                above(),
                from.getValue(),
                to.getValue());
    }

    private String sectorCode() {
        return sector.getValue() == null ? "" : sector.getValue();
    }

    private @Nullable String above() {
        return parent.getValue() == null ? null : parent.getValue().id();
    }
}
