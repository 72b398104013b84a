package org.marsad.coding.link;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.marsad.coding.event.CodedEvent;
import org.marsad.coding.event.EventActor;
import org.marsad.coding.event.EventDate;
import org.marsad.coding.event.EventType;
import org.marsad.coding.event.Fatalities;
import org.marsad.coding.reading.ActorKinds;
import org.marsad.text.DatePrecision;

/** Joins what reports of one incident say. */
final class IncidentMerge {
    /** Days told by different reports join to one stretch up to this length; beyond it the most exact one stands. */
    private static final int LONGEST_STRETCH = 7;

    private IncidentMerge() {}

    /**
     * @throws IllegalArgumentException where there is no report
     */
    static Incident of(List<CodedEvent> reports) {
        if (reports.isEmpty()) {
            throw new IllegalArgumentException("no reports");
        }
        var sorted = reports.stream()
                .sorted(Comparator.comparingInt(CodedEvent::wherePrecision)
                        .thenComparing(Comparator.comparingDouble(CodedEvent::confidence)
                                .reversed())
                        .thenComparing(CodedEvent::id))
                .toList();
        var where = sorted.stream()
                .filter(one -> one.border() != null)
                .findFirst()
                .or(() -> sorted.stream().filter(one -> one.geometry() != null).findFirst())
                .orElse(sorted.getFirst());
        double doubt = 1;
        for (var one : sorted) {
            doubt *= 1 - one.confidence();
        }
        return new Incident(
                type(sorted),
                date(sorted),
                where.places(),
                where.border(),
                where.geometry(),
                where.wherePrecision(),
                actors(sorted),
                fatalities(sorted),
                1 - doubt);
    }

    /** The type that most reports give; of equals the surest report's. */
    private static EventType type(List<CodedEvent> reports) {
        return reports.stream()
                .max(Comparator.<CodedEvent>comparingLong(one -> reports.stream()
                                .filter(other -> other.type().equals(one.type()))
                                .count())
                        .thenComparingDouble(CodedEvent::confidence)
                        .thenComparing(CodedEvent::id))
                .orElseThrow()
                .type();
    }

    private static EventDate date(List<CodedEvent> reports) {
        var dates = reports.stream()
                .map(CodedEvent::date)
                .filter(date -> date.start() != null)
                .sorted(Comparator.comparingLong(IncidentMerge::width)
                        .thenComparing(date -> Objects.requireNonNull(date.start())))
                .toList();
        if (dates.isEmpty()) {
            return EventDate.UNDATED;
        }
        var best = dates.getFirst();
        var start = Objects.requireNonNull(best.start());
        var end = Objects.requireNonNull(best.end());
        for (var date : dates) {
            var from = Objects.requireNonNull(date.start());
            var to = Objects.requireNonNull(date.end());
            var first = from.isBefore(start) ? from : start;
            var last = to.isAfter(end) ? to : end;
            boolean days = date.precision() == DatePrecision.DAY && best.precision() == DatePrecision.DAY;
            if (days && ChronoUnit.DAYS.between(first, last) < LONGEST_STRETCH) {
                start = first;
                end = last;
            }
        }
        return new EventDate(start, end, best.precision());
    }

    private static long width(EventDate date) {
        return ChronoUnit.DAYS.between(Objects.requireNonNull(date.start()), Objects.requireNonNull(date.end()))
                + 1000L * date.precision().ordinal();
    }

    /** All actors; who is named somewhere replaces "unidentified" in the same role. */
    private static List<EventActor> actors(List<CodedEvent> reports) {
        var actors = new ArrayList<EventActor>();
        reports.stream()
                .flatMap(one -> one.actors().stream())
                .sorted(Comparator.<EventActor>comparingInt(one -> one.role().ordinal())
                        .thenComparing(one -> one.actor().id().value()))
                .filter(one -> !actors.contains(one))
                .forEach(actors::add);
        actors.removeIf(one -> isUnidentified(one)
                && actors.stream()
                        .anyMatch(other -> other.role() == one.role()
                                && !isUnidentified(other)
                                && ActorKinds.isArmedGroup(other.actor())));
        return actors;
    }

    private static boolean isUnidentified(EventActor one) {
        return ActorKinds.isUnidentified(one.actor());
    }

    /** The lowest and the highest that anyone reports; the best is what most say, of equals the highest. */
    private static @Nullable Fatalities fatalities(List<CodedEvent> reports) {
        var all = reports.stream()
                .map(CodedEvent::fatalities)
                .filter(Objects::nonNull)
                .toList();
        if (all.isEmpty()) {
            return null;
        }
        int low = all.stream().mapToInt(Fatalities::low).min().orElse(0);
        var bests = all.stream().map(Fatalities::best).filter(Objects::nonNull).toList();
        Integer best = bests.stream()
                .max(Comparator.<Integer>comparingLong(
                                one -> bests.stream().filter(one::equals).count())
                        .thenComparing(Comparator.naturalOrder()))
                .orElse(null);
        boolean open = all.stream().anyMatch(one -> one.high() == null);
        Integer high = open
                ? null
                : all.stream()
                        .map(Fatalities::high)
                        .filter(Objects::nonNull)
                        .max(Comparator.naturalOrder())
                        .orElse(null);
        return new Fatalities(low, best, high);
    }
}
