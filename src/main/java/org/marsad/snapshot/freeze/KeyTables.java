package org.marsad.snapshot.freeze;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.marsad.geo.BorderId;
import org.marsad.mapview.BorderNames;
import org.marsad.mapview.EventSummary.NamedActor;
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
                        place(event, words, language),
                        who(event, words, language),
                        event.deaths() == null ? "" : event.deaths().toString()));
    }

    private static String place(FrozenEvent event, SheetWords words, Language language) {
        var border = event.border();
        if (border != null) {
            return words.say(language, "place.along", BorderNames.name(BorderId.parse(border), language));
        }
        return event.places().isEmpty()
                ? words.say(language, "place.unknown")
                : String.join(words.say(language, "list.comma"), event.places());
    }

    private static String who(FrozenEvent event, SheetWords words, Language language) {
        var doers = names(event, actor -> !actor.role().equals("target"), words, language);
        var targets = names(event, actor -> actor.role().equals("target"), words, language);
        if (targets.isEmpty()) {
            return doers;
        }
        return doers.isEmpty()
                ? words.say(language, "actors.against", targets)
                : words.say(language, "actors.onto", doers, targets);
    }

    private static String names(FrozenEvent event, Predicate<NamedActor> which, SheetWords words, Language language) {
        return event.who().stream()
                .filter(which)
                .map(NamedActor::name)
                .distinct()
                .collect(Collectors.joining(words.say(language, "list.comma")));
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
