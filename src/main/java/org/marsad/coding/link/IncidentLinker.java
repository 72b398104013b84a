package org.marsad.coding.link;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.marsad.coding.event.CodedEvent;
import org.marsad.coding.event.EventDate;
import org.marsad.coding.event.EventType;
import org.marsad.coding.event.Fatalities;
import org.marsad.coding.reading.ActorKinds;
import org.marsad.coding.reading.Where;
import org.marsad.coding.slot.where.Extents;
import org.marsad.gazetteer.Place;
import org.marsad.gazetteer.PlaceLevel;
import org.marsad.text.DatePrecision;

/**
 * Decides whether events of different articles are reports of one incident: by type, time, place, actors and deaths.
 * Symmetric; what it says of two events does not depend on any others.
 */
public final class IncidentLinker {
    /** Reports at or above this confidence are taken for one incident. */
    public static final double THRESHOLD = 0.4;

    private static final double NEAR_KM = 25;
    private static final double BORDER_KM = 60;

    /** An undated report is linked only where everything else it says is said by the other, of the very place. */
    private static final double UNDATED_PLACE = 0.9;

    private static final double UNDATED_SURE = 0.75;

    /** It may be of any time, so nothing contradicts; but nothing shows that it is of this one. */
    private static final double UNDATED_UNSURE = 0.1;

    private IncidentLinker() {}

    public static boolean isSameIncident(CodedEvent a, CodedEvent b) {
        return confidence(a, b) >= THRESHOLD;
    }

    /** Whether nothing that two events say forbids that they are one incident. */
    public static boolean agree(CodedEvent a, CodedEvent b) {
        return confidence(a, b) > 0;
    }

    /**
     * Whether what two reports say forbids that they are one incident, whatever their articles: their kind, their place or
     * their time. Neither actors nor deaths do.
     */
    static boolean contradict(Report a, Report b) {
        var one = a.event();
        var other = b.event();
        if (type(one.type(), other.type()) == 0 || place(one, other) == 0) {
            return true;
        }
        return isDated(one) && isDated(other)
                ? date(one.date(), other.date()) == 0
                : Undated.compare(one.date(), a.published(), other.date(), b.published()) == Undated.NEVER;
    }

    private static boolean isDated(CodedEvent event) {
        return event.date().start() != null;
    }

    /** How sure it is that two events of different articles are one incident; nothing is known of when they were told. */
    public static double confidence(CodedEvent a, CodedEvent b) {
        return confidence(a, null, b, null);
    }

    /** How sure it is that two reports are of one incident, 0..1; 0 where they contradict each other. */
    public static double confidence(Report a, Report b) {
        return a.article().equals(b.article()) ? 0 : confidence(a.event(), a.published(), b.event(), b.published());
    }

    private static double confidence(
            CodedEvent a, @Nullable LocalDate aPublished, CodedEvent b, @Nullable LocalDate bPublished) {
        double type = type(a.type(), b.type());
        double place = type == 0 ? 0 : place(a, b);
        if (place == 0) {
            return 0;
        }
        double actors = actors(a, b);
        double deaths = deaths(a.fatalities(), b.fatalities());
        boolean dated = isDated(a) && isDated(b);
        double date = dated ? date(a.date(), b.date()) : UNDATED_UNSURE;
        if (!dated) {
            var told = Undated.compare(a.date(), aPublished, b.date(), bPublished);
            if (told == Undated.NEVER) {
                return 0;
            }
            boolean alike = a.type().equals(b.type())
                    && place >= UNDATED_PLACE
                    && actors == 1
                    && Objects.equals(a.fatalities(), b.fatalities());
            date = alike && told == Undated.TOGETHER ? UNDATED_SURE : UNDATED_UNSURE;
        }
        return type * date * place * (0.4 + 0.6 * actors) * deaths;
    }

    /**
     * The kind of incident by which reports are looked up: no two reports of different families are of one incident.
     */
    public static String family(EventType type) {
        var family = Family.of(type);
        return (family.isDiplomacy() ? Family.MEETING : family).name();
    }

    private static double type(EventType a, EventType b) {
        var one = Family.of(a);
        var other = Family.of(b);
        if (one == other) {
            return 1;
        }
        return one.isDiplomacy() && other.isDiplomacy() ? 0.7 : 0;
    }

    /** Kinds that one incident may be told as. */
    private enum Family {
        VIOLENCE,
        PRESSURE,
        MEETING,
        COOPERATION,
        STATEMENT,
        WITHDRAWAL,
        PROTEST,
        AID,
        MOBILISATION;

        static Family of(EventType type) {
            return switch (type.plover()) {
                case "ASSAULT" -> VIOLENCE;
                case "COERCE", "SANCTION" ->
                    type.acledSub().equals("Looting/property destruction") ? VIOLENCE : PRESSURE;
                case "CONSULT" -> MEETING;
                case "COOPERATE", "AGREE", "SUPPORT" -> COOPERATION;
                case "RETREAT", "CONCEDE" -> WITHDRAWAL;
                case "PROTEST" -> PROTEST;
                case "AID" -> AID;
                case "MOBILIZE" -> MOBILISATION;
                default -> STATEMENT;
            };
        }

        boolean isDiplomacy() {
            return this == MEETING || this == COOPERATION;
        }
    }

    private static double date(EventDate a, EventDate b) {
        if (a.start() == null || b.start() == null || a.end() == null || b.end() == null) {
            throw new IllegalArgumentException("undated");
        }
        boolean days = a.precision() == DatePrecision.DAY && b.precision() == DatePrecision.DAY;
        int slack = days ? 1 : 0;
        boolean overlap = !a.start().isAfter(b.end().plusDays(slack))
                && !b.start().isAfter(a.end().plusDays(slack));
        if (!overlap) {
            return 0;
        }
        if (days) {
            boolean touch = !a.start().isAfter(b.end()) && !b.start().isAfter(a.end());
            return touch ? 1 : 0.85;
        }
        long width = Math.max(ChronoUnit.DAYS.between(a.start(), a.end()), ChronoUnit.DAYS.between(b.start(), b.end()));
        return width <= 10 ? 0.85 : width <= 31 ? 0.65 : 0.4;
    }

    private static double place(CodedEvent a, CodedEvent b) {
        var border = a.border();
        if (border != null && border.equals(b.border())) {
            return 1;
        }
        if (a.places().isEmpty() || b.places().isEmpty()) {
            return a.border() == null && b.border() == null ? 0.5 : borderAndPlace(a, b);
        }
        double best = 0;
        for (var one : a.places()) {
            for (var other : b.places()) {
                best = Math.max(best, place(one, other, Family.of(a.type()) == Family.VIOLENCE));
            }
        }
        return best == 0 ? borderAndPlace(a, b) : best;
    }

    /** One report names the border, the other a country or town at it. */
    private static double borderAndPlace(CodedEvent a, CodedEvent b) {
        var border = a.border() == null ? b.border() : a.border();
        var line = a.border() == null ? b.geometry() : a.geometry();
        var places = a.border() == null ? a.places() : b.places();
        if (border == null || a.border() != null && b.border() != null) {
            return 0;
        }
        for (var place : places) {
            boolean side = border.a().equals(place.country()) || border.b().equals(place.country());
            if (side && place.level() == PlaceLevel.COUNTRY) {
                return 0.6;
            }
            if (side
                    && line != null
                    && line.distance(org.marsad.geo.Geo.pointOfLonLat(place.lon(), place.lat())) * 111 <= BORDER_KM) {
                return 0.8;
            }
        }
        return places.isEmpty() ? 0.5 : 0;
    }

    private static double place(Place a, Place b, boolean violence) {
        boolean sameCountry = a.country() != null && a.country().equals(b.country());
        if (a.id().equals(b.id())) {
            return switch (a.level()) {
                case SETTLEMENT, FEATURE -> 1;
                case ADMIN2 -> 0.9;
                case ADMIN1 -> 0.75;
                // A country sees many attacks on a day, but hardly two conferences on one subject.
                case COUNTRY -> violence ? 0.55 : 0.85;
                case REGION -> 0.5;
            };
        }
        if (Where.rank(a) == 0 && Where.rank(b) == 0) {
            double km = Extents.km(a, b);
            return km <= 5 ? 0.95 : km <= NEAR_KM ? 0.8 : 0;
        }
        if (Extents.contains(a, b) || Extents.contains(b, a)) {
            return a.level() == PlaceLevel.COUNTRY || b.level() == PlaceLevel.COUNTRY ? 0.65 : 0.75;
        }
        boolean region = a.level() == PlaceLevel.REGION || b.level() == PlaceLevel.REGION;
        return region && sameCountry ? 0.4 : 0;
    }

    /** 1 where named actors are shared, less where one side names none, little where both name others. */
    private static double actors(CodedEvent a, CodedEvent b) {
        var one = named(a);
        var other = named(b);
        if (one.isEmpty() || other.isEmpty()) {
            return 0.6;
        }
        return one.stream().anyMatch(other::contains) ? 1 : 0.15;
    }

    /** Ids of the named actors, and the countries of states: an army and its government are one party. */
    private static Set<String> named(CodedEvent event) {
        var ids = new HashSet<String>();
        for (var one : event.actors()) {
            var actor = one.actor();
            if (ActorKinds.isCivilian(actor) || ActorKinds.isUnidentified(actor)) {
                continue;
            }
            ids.add(actor.id().value());
            if (actor.country() != null && ActorKinds.isState(actor)) {
                ids.add(actor.country());
            }
            if (actor.parent() != null) {
                ids.add(actor.parent().value());
            }
        }
        return ids;
    }

    private static double deaths(@Nullable Fatalities a, @Nullable Fatalities b) {
        if (a == null || b == null) {
            return 1;
        }
        int one = a.best() == null ? a.low() : a.best();
        int other = b.best() == null ? b.low() : b.best();
        int apart = Math.abs(one - other);
        return apart <= 3 || apart <= 0.5 * Math.max(one, other) ? 1 : 0.65;
    }

    /**
     * The incidents among events of as many articles, each as the list of its reports. The same for any order of the
     * input; see {@link IncidentGroups}.
     */
    public static List<List<CodedEvent>> group(List<CodedEvent> events) {
        var reports = events.stream()
                .map(event -> new Report(event.id(), event.id(), null, event))
                .toList();
        return new IncidentGroups(LinkDecisions.NONE)
                .of(reports).stream()
                        .map(group -> group.stream().map(Report::event).toList())
                        .toList();
    }

    /** What reports of one incident say together; the same for any order. */
    public static Incident merge(List<CodedEvent> reports) {
        return IncidentMerge.of(reports);
    }
}
