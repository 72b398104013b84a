package org.marsad.snapshot.freeze;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.marsad.mapview.EventWords;
import org.marsad.snapshot.SheetWords;
import org.marsad.snapshot.sheet.KeyTable;
import org.marsad.snapshot.sheet.KeyTable.Column;
import org.marsad.snapshot.sheet.KeyTable.Row;
import org.marsad.snapshot.sheet.SheetCounts;
import org.marsad.text.Language;

/** The table of a sheet: the events with most deaths, then the newest; or counts by type. */
final class KeyTables {
    private static final int MOST = 60;

    private KeyTables() {}

    static KeyTable ofEvents(List<FrozenEvent> events, long total, SheetWords words, Language language) {
        if (events.isEmpty()) {
            return KeyTable.NONE;
        }
        var rows = events.stream()
                .sorted(Comparator.comparingInt((FrozenEvent event) -> event.deaths() == null ? -1 : event.deaths())
                        .reversed()
                        .thenComparing(
                                event -> event.start() == null ? LocalDate.MIN : event.start(),
                                Comparator.reverseOrder())
                        .thenComparing(FrozenEvent::id))
                .limit(MOST)
                .map(event -> row(event, words, language))
                .toList();
        return new KeyTable(
                words.say(language, events.size() > MOST ? "sheet.keyEvents" : "sheet.events"),
                List.of(
                        column("js.table.date", 1.4, false, words, language),
                        column("js.table.type", 1.1, false, words, language),
                        column("js.table.place", 1.6, false, words, language),
                        column("js.table.actors", 2.4, false, words, language),
                        column("js.table.deaths", 0.8, true, words, language)),
                rows,
                total - rows.size());
    }

    private static Column column(String key, double weight, boolean figures, SheetWords words, Language language) {
        return new Column(words.say(language, key), weight, figures);
    }

    private static Row row(FrozenEvent event, SheetWords words, Language language) {
        return new Row(
                event.id(),
                List.of(
                        words.date(event.start(), event.end(), event.datePrecision(), language),
                        words.sayOr(language, "type." + event.type(), event.type()),
                        EventWords.where(event.border(), event.places(), words.in(language)),
                        EventWords.who(event.who(), words.in(language)),
                        event.deaths() == null ? "" : event.deaths().toString()));
    }

    static KeyTable ofTypes(SheetCounts counts, SheetWords words, Language language) {
        return new KeyTable(
                words.say(language, "sheet.byType"),
                List.of(
                        column("js.table.type", 3, false, words, language),
                        new Column(words.say(language, "list.label"), 1, true)),
                counts.types().stream()
                        .map(type ->
                                new Row(null, List.of(type.label(), words.say(language, "sheet.number", type.count()))))
                        .toList(),
                0);
    }
}
