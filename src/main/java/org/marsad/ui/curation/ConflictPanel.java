package org.marsad.ui.curation;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.marsad.curation.EditConflict;
import org.marsad.curation.PlaceEdit;
import org.marsad.curation.PlaceState;

/** Two admins edited one place: what each did, side by side, and the ways out. */
final class ConflictPanel extends Div {
    private static final long serialVersionUID = 1;

    ConflictPanel(
            GazetteerWords words,
            EditConflict conflict,
            Runnable takeTheirs,
            Consumer<PlaceEdit> takeBoth,
            Runnable back) {
        addClassName("m-conflict");
        var leave = Rows.link(words.say("rehearsal.back"), back);
        leave.addClassName("m-back");
        var body = Rows.div(
                "m-panel-body",
                Rows.note(words.say("conflict.about", conflict.theirs().version())),
                table(words, conflict));
        var theirs = new Button(words.say("conflict.theirs"), click -> takeTheirs.run());
        theirs.addClassName("m-take-theirs");
        var buttons = Rows.div("m-buttons", theirs);
        conflict.rebased()
                .ifPresentOrElse(
                        edit -> {
                            var both = new Button(words.say("conflict.both"), click -> takeBoth.accept(edit));
                            both.addThemeVariants(ButtonVariant.PRIMARY);
                            both.addClassName("m-take-both");
                            buttons.add(both);
                        },
                        () -> body.add(Rows.note(words.say("conflict.clash"))));
        body.add(buttons);
        add(Rows.div("m-panel-head", new H2(words.say("conflict.title")), leave), body);
    }

    private static NativeTable table(GazetteerWords words, EditConflict conflict) {
        var table = new NativeTable();
        table.addClassName("m-figures");
        var head = new NativeTableRow();
        for (var heading : new String[] {"conflict.field", "conflict.seen", "conflict.now", "conflict.mine"}) {
            head.add(new NativeTableHeaderCell(words.say(heading)));
        }
        table.getHead().add(head);
        fields(words).forEach((field, value) -> {
            var seen = value.apply(conflict.seen());
            var theirs = value.apply(conflict.theirs());
            var mine = value.apply(conflict.mine());
            if (Objects.equals(seen, theirs) && Objects.equals(seen, mine)) {
                return;
            }
            var row = new NativeTableRow(
                    new NativeTableHeaderCell(words.field(field)), cell(seen), cell(theirs), cell(mine));
            if (conflict.fields().contains(field)) {
                row.addClassName("m-clash");
            }
            table.getBody().add(row);
        });
        return table;
    }

    private static NativeTableCell cell(String text) {
        var cell = new NativeTableCell(text);
        cell.getElement().setAttribute("dir", "auto");
        return cell;
    }

    private static Map<String, Function<PlaceState, String>> fields(GazetteerWords words) {
        var fields = new LinkedHashMap<String, Function<PlaceState, String>>();
        fields.put("name", PlaceState::name);
        fields.put("level", place -> words.level(place.level()));
        fields.put("feature", PlaceState::feature);
        fields.put("country", place -> place.country() == null ? "" : words.country(place.country()));
        fields.put("admin1", place -> place.admin1() == null ? "" : place.admin1());
        fields.put("position", place -> GazetteerWords.position(place.lon(), place.lat()));
        fields.put("population", place -> words.number(place.population()));
        fields.put(
                "names",
                place -> place.names().stream()
                        .map(name -> name.text() + " (" + words.kind(name.kind()) + ")")
                        .collect(Collectors.joining("\n")));
        fields.put("retired", place -> place.retired() ? words.say("places.retired") : "");
        return fields;
    }
}
