package org.marsad.store;

import java.time.LocalDate;
import java.util.function.BiPredicate;
import org.marsad.coding.CodedEvent;
import org.marsad.gazetteer.Place;

/** One incident: of one type, at one place or border, on days that touch. What is undated stays apart. */
final class SimpleLinking implements BiPredicate<CodedEvent, CodedEvent> {
    @Override
    public boolean test(CodedEvent one, CodedEvent other) {
        LocalDate start = one.date().start();
        LocalDate end = one.date().end();
        LocalDate otherStart = other.date().start();
        LocalDate otherEnd = other.date().end();
        boolean sameTime = start != null
                && end != null
                && otherStart != null
                && otherEnd != null
                && !start.isAfter(otherEnd.plusDays(1))
                && !otherStart.isAfter(end.plusDays(1));
        boolean samePlace = one.border() != null && one.border().equals(other.border())
                || one.places().stream()
                        .map(Place::id)
                        .anyMatch(id -> other.places().stream()
                                .anyMatch(place -> place.id().equals(id)));
        return sameTime && samePlace && one.type().plover().equals(other.type().plover());
    }
}
