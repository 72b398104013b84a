package org.marsad.ui.dashboard;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.provider.DataProvider;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.marsad.curation.PlaceReports;
import org.marsad.curation.PlaceReports.Draft;
import org.marsad.curation.PlaceSearch;
import org.marsad.mapview.EventSummary;
import org.marsad.mapview.EventSummary.NamedPlace;

/** Where an analyst says what is wrong with the place of an event, and what the right one may be. */
final class ReportDialog extends Dialog {
    private static final long serialVersionUID = 1;
    private static final int FOUND = 30;

    private final transient Words words;
    private final transient EventSummary event;
    private final Select<NamedPlace> place = new Select<>();
    private final TextArea problem;
    private final ComboBox<Suggestion> suggestion;

    /** A place of the gazetteer, or what was typed. */
    private record Suggestion(@Nullable String id, String text) {}

    ReportDialog(Words words, EventSummary event, PlaceSearch search, Consumer<Draft> sent) {
        this.words = words;
        this.event = event;
        setHeaderTitle(words.say("report.title"));
        setWidth("460px");
        var about = new Paragraph(words.type(event.plover()) + words.say("list.dash") + words.where(event));
        about.getElement().setAttribute("dir", "auto");
        place.setLabel(words.say("report.place"));
        place.setItems(event.places());
        place.setItemLabelGenerator(NamedPlace::name);
        place.setVisible(event.places().size() > 1);
        event.places().stream().findFirst().ifPresent(place::setValue);
        problem = new TextArea(words.say("report.problem"));
        problem.setMaxLength(PlaceReports.MOST_TEXT);
        problem.setRequired(true);
        problem.setMinRows(3);
        problem.getElement().setAttribute("dir", "auto");
        suggestion = new ComboBox<>(words.say("report.suggestion"));
        suggestion.setHelperText(words.say("report.suggestionHow"));
        suggestion.setItemLabelGenerator(Suggestion::text);
        suggestion.setClearButtonVisible(true);
        suggestion.setAllowCustomValue(true);
        suggestion.setItems(places(search));
        suggestion.addCustomValueSetListener(typed -> suggestion.setValue(new Suggestion(null, typed.getDetail())));
        var content = new Div(about, place, problem, suggestion);
        content.addClassName("m-form");
        add(content);
        var send = new Button(words.say("report.send"), click -> send(sent));
        send.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(words.say("filter.cancel"), click -> close()), send);
        problem.focus();
    }

    private CallbackDataProvider<Suggestion, String> places(PlaceSearch search) {
        return DataProvider.fromFilteringCallbacks(
                query -> find(search, query.getFilter().orElse(""))
                        .skip(query.getOffset())
                        .limit(query.getLimit()),
                query -> (int) find(search, query.getFilter().orElse("")).count());
    }

    private Stream<Suggestion> find(PlaceSearch search, String text) {
        return search.find(text, FOUND).stream()
                .map(found -> new Suggestion(
                        found.id(),
                        Stream.of(
                                        found.matched(),
                                        found.matched().equals(found.name()) ? "" : found.name(),
                                        words.say("level." + found.level()),
                                        found.admin1() == null ? "" : found.admin1(),
                                        found.country() == null ? "" : words.country(found.country()))
                                .filter(part -> !part.isEmpty())
                                .collect(Collectors.joining(words.say("list.comma")))));
    }

    private void send(Consumer<Draft> sent) {
        if (problem.getValue().isBlank()) {
            problem.setInvalid(true);
            problem.setErrorMessage(words.say("report.problemMissing"));
            problem.focus();
            return;
        }
        var wrong = place.getValue();
        var right = suggestion.getValue();
        var text = right == null ? null : right.text();
        sent.accept(new Draft(
                event.id(),
                wrong == null ? null : wrong.id(),
                wrong == null ? words.where(event) : wrong.name(),
                words.type(event.plover()) + words.say("list.dash") + words.where(event),
                problem.getValue(),
                right == null ? null : right.id(),
                text == null || text.length() <= PlaceReports.MOST_NAME
                        ? text
                        : text.substring(0, PlaceReports.MOST_NAME)));
        close();
    }
}
