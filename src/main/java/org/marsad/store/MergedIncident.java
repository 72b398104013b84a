package org.marsad.store;

import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.marsad.coding.CodedEvent;
import org.marsad.coding.EventActor;
import org.marsad.coding.EventDate;
import org.marsad.coding.EventType;
import org.marsad.coding.Fatalities;

/**
 * An incident as its reports tell it together. The same for any order of the reports.
 *
 * @param where the report whose place it takes
 */
record MergedIncident(
        EventType type,
        EventDate date,
        CodedEvent where,
        List<EventActor> actors,
        @Nullable Fatalities fatalities,
        double confidence) {
    /** Something to fall back on where two reports are equally good, so that their order never counts. */
    private static final Comparator<CodedEvent> ANY = Comparator.comparing(CodedEvent::id);

    /**
     * The type and the date that most reports give, of the most exact; the most exact place; every actor in every role;
     * the widest range of deaths, and the middle of the best figures.
     */
    static MergedIncident of(List<CodedEvent> reports) {
        return new MergedIncident(
                mostOften(reports, CodedEvent::type),
                date(reports),
                reports.stream()
                        .min(Comparator.comparing((CodedEvent report) -> report.geometry() == null)
                                .thenComparing(CodedEvent::wherePrecision)
                                .thenComparing(report -> -report.places().size())
                                .thenComparing(report -> -report.confidence())
                                .thenComparing(ANY))
                        .orElseThrow(),
                reports.stream()
                        .flatMap(report -> report.actors().stream())
                        .distinct()
                        .sorted(Comparator.comparing(
                                        (EventActor actor) -> actor.actor().id().value())
                                .thenComparing(EventActor::role))
                        .toList(),
                fatalities(reports),
                reports.stream().mapToDouble(CodedEvent::confidence).max().orElseThrow());
    }

    private static EventDate date(List<CodedEvent> reports) {
        var finest = reports.stream()
                .map(report -> report.date().precision())
                .min(Comparator.naturalOrder())
                .orElseThrow();
        var exact = reports.stream()
                .filter(report -> report.date().precision() == finest)
                .toList();
        long shortest =
                exact.stream().mapToLong(report -> days(report.date())).min().orElseThrow();
        return mostOften(
                exact.stream().filter(report -> days(report.date()) == shortest).toList(), CodedEvent::date);
    }

    private static long days(EventDate date) {
        return date.start() == null || date.end() == null ? 0 : ChronoUnit.DAYS.between(date.start(), date.end());
    }

    private static @Nullable Fatalities fatalities(List<CodedEvent> reports) {
        var told = reports.stream()
                .map(CodedEvent::fatalities)
                .filter(Objects::nonNull)
                .toList();
        if (told.isEmpty()) {
            return null;
        }
        int low = told.stream().mapToInt(Fatalities::low).min().orElseThrow();
        var bests = told.stream()
                .map(Fatalities::best)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        Integer best = bests.isEmpty() ? null : bests.get((bests.size() - 1) / 2);
        Optional<Integer> high =
                told.stream().map(Fatalities::high).filter(Objects::nonNull).max(Comparator.naturalOrder());
        int least = best == null ? low : best;
        return new Fatalities(low, best, high.map(most -> Math.max(most, least)).orElse(null));
    }

    /** Of equally frequent values, the one of the surest report. */
    private static <T> T mostOften(List<CodedEvent> reports, Function<CodedEvent, T> value) {
        Map<T, Long> counts = reports.stream().collect(Collectors.groupingBy(value, Collectors.counting()));
        return value.apply(reports.stream()
                .min(Comparator.comparing((CodedEvent report) -> -counts.getOrDefault(value.apply(report), 0L))
                        .thenComparing(report -> -report.confidence())
                        .thenComparing(ANY))
                .orElseThrow());
    }
}
