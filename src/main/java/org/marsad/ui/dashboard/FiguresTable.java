package org.marsad.ui.dashboard;

import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.util.List;
import org.marsad.mapview.EventDetail.Source;

/** What each source says of the deaths and the day, side by side. */
final class FiguresTable extends NativeTable {
    private static final long serialVersionUID = 1;

    FiguresTable(Words words, List<Source> sources) {
        addClassName("m-figures");
        var head = new NativeTableRow();
        for (var key : List.of("figures.source", "figures.deaths", "figures.day")) {
            var cell = new NativeTableHeaderCell(words.say(key));
            cell.getElement().setAttribute("scope", "col");
            head.add(cell);
        }
        add(new NativeTableHeader(head));
        var rows = new NativeTableBody();
        sources.forEach(source -> {
            var figures = source.figures();
            var title = new NativeTableHeaderCell(source.title());
            title.getElement()
                    .setAttribute("scope", "row")
                    .setAttribute("dir", "auto")
                    .setAttribute("lang", source.language());
            var start = figures.start();
            var end = figures.end();
            rows.add(new NativeTableRow(
                    title,
                    new NativeTableCell(
                            figures.deaths() == null ? words.say("deaths.unknown") : words.deaths(figures.deaths())),
                    new NativeTableCell(
                            start == null || end == null ? words.say("date.undated") : words.range(start, end))));
        });
        add(rows);
    }
}
