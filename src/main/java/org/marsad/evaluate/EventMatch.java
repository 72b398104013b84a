package org.marsad.evaluate;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.marsad.coding.event.CodedEvent;
import org.marsad.coding.event.EventActor;
import org.marsad.gazetteer.Place;
import org.marsad.gazetteer.PlaceLevel;
import org.marsad.text.DatePrecision;
import org.marsad.text.Folding;

/** How a coded event compares with a gold one, slot by slot. */
record EventMatch(
        boolean type, boolean date, boolean dateCompatible, boolean place, boolean actor, boolean actorInRole) {
    private static final double NEAR_KM = 25;
    private static final Set<String> COMMON = Set.of(
            "of",
            "the",
            "and",
            "in",
            "for",
            "group",
            "army",
            "armed",
            "forces",
            "force",
            "government",
            "state",
            "military",
            "national",
            "movement",
            "al",
            "people",
            "s",
            "unidentified",
            "security",
            "islamic");

    static EventMatch of(GoldEvent gold, CodedEvent event) {
        boolean actor = false;
        boolean inRole = false;
        for (var wanted : gold.actors()) {
            for (var one : event.actors()) {
                if (isSame(wanted.names(), one)) {
                    actor = true;
                    inRole |= wanted.role() == null || wanted.role() == one.role();
                }
            }
        }
        return new EventMatch(
                isType(gold, event),
                isDate(gold, event),
                isCompatible(gold, event),
                isPlace(gold, event),
                actor || gold.actors().isEmpty(),
                inRole || gold.actors().isEmpty());
    }

    /** Whether the two are one event: its kind and time, and where or who. */
    boolean isDetection() {
        return type && dateCompatible && (place || actor);
    }

    /** Type, date within a day, place within 25 km or the same area, and an actor in its role. */
    boolean isStrict() {
        return type && date && place && actorInRole;
    }

    int slots() {
        return (type ? 1 : 0)
                + (date ? 2 : 0)
                + (dateCompatible ? 1 : 0)
                + (place ? 2 : 0)
                + (actor ? 1 : 0)
                + (actorInRole ? 1 : 0);
    }

    private static boolean isType(GoldEvent gold, CodedEvent event) {
        var plover = event.type().plover();
        // Annotators put a release under either kind of yielding.
        return gold.plover().contains(plover)
                || plover.equals("RETREAT") && gold.plover().contains("CONCEDE")
                || plover.equals("CONCEDE") && gold.plover().contains("RETREAT");
    }

    private static boolean isDate(GoldEvent gold, CodedEvent event) {
        var start = gold.start();
        var end = gold.end();
        if (start == null || end == null) {
            return event.date().start() == null;
        }
        return isNear(start, event.date().start()) && isNear(end, event.date().end());
    }

    private static boolean isNear(LocalDate a, @org.jspecify.annotations.Nullable LocalDate b) {
        return b != null && Math.abs(a.toEpochDay() - b.toEpochDay()) <= 1;
    }

    /** Overlapping within a day, or either undated. */
    private static boolean isCompatible(GoldEvent gold, CodedEvent event) {
        var start = event.date().start();
        var end = event.date().end();
        if (gold.start() == null || gold.end() == null || start == null || end == null) {
            return true;
        }
        if (event.date().precision() == DatePrecision.UNKNOWN) {
            return true;
        }
        return !start.isAfter(gold.end().plusDays(1))
                && !end.isBefore(gold.start().minusDays(1));
    }

    private static boolean isPlace(GoldEvent gold, CodedEvent event) {
        if (gold.places().isEmpty() && gold.border().isEmpty()) {
            return true;
        }
        var border = event.border();
        if (border != null
                && gold.border().contains(border.a())
                && gold.border().contains(border.b())) {
            return true;
        }
        return gold.places().stream()
                .anyMatch(wanted -> event.places().stream().anyMatch(place -> isSame(wanted, place)));
    }

    private static boolean isSame(GoldArticle.GoldPlace wanted, Place place) {
        boolean area = place.level() == PlaceLevel.COUNTRY
                || place.level() == PlaceLevel.ADMIN1
                || place.level() == PlaceLevel.REGION;
        if (area && place.level().word().equals(wanted.level())) {
            return place.level() == PlaceLevel.COUNTRY
                    ? String.valueOf(place.country()).equals(wanted.country())
                    : Folding.key(place.name()).equals(Folding.key(wanted.name()))
                            || GeoparseScore.errorKm(place, wanted) <= NEAR_KM;
        }
        return GeoparseScore.errorKm(place, wanted) <= NEAR_KM;
    }

    /** By id, or by the telling words of a name: "Kuwait" is in "Government of Kuwait". */
    static boolean isSame(List<String> names, EventActor one) {
        var id = one.actor().id().value();
        var words = words(one.actor().name() + " " + id);
        for (var name : names) {
            // Miners, villagers and pilgrims are civilians.
            if (name.equals(id)
                    || name.equals("civilians") && one.actor().kind().equals("civilians")) {
                return true;
            }
            var telling = words(name);
            if (!telling.isEmpty() && words.containsAll(telling)) {
                return true;
            }
        }
        return false;
    }

    private static Set<String> words(String name) {
        var words = new HashSet<>(Arrays.asList(Folding.key(name).split("[^\\p{L}\\p{N}]+")));
        words.removeAll(COMMON);
        words.remove("");
        return words;
    }
}
