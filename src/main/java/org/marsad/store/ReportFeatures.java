package org.marsad.store;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.marsad.coding.event.CodedEvent;
import org.marsad.coding.link.IncidentLinker;
import org.marsad.coding.link.Report;
import org.marsad.gazetteer.Place;
import org.marsad.gazetteer.PlaceLevel;
import org.marsad.geo.Geo;

/**
 * What reports are looked up by when another may be of the same incident: columns of {@code report} beside its JSON.
 *
 * @param countries empty for a place that may be anywhere: none, or a region of several countries
 * @param towns x = degrees east, y = degrees north
 */
record ReportFeatures(
        String family,
        @Nullable LocalDate start,
        @Nullable LocalDate end,
        @Nullable LocalDate published,
        List<String> countries,
        List<String> places,
        @Nullable String border,
        List<Coordinate> towns) {
    /** Reports of longer intervals are linked only where they are of one place or border. */
    private static final int LONGEST_DAYS = 33;

    /** Degrees within which towns of two countries may be one place: some 30 km. */
    static final double NEAR = 0.35;

    /** A little more than the km within which {@link IncidentLinker} takes two towns for one, in degrees of latitude. */
    private static final double TOWNS_APART = 0.23;

    static ReportFeatures of(Report report) {
        var event = report.event();
        var border = event.border();
        return new ReportFeatures(
                IncidentLinker.family(event.type()),
                event.date().start(),
                event.date().end(),
                report.published(),
                countries(event),
                event.places().stream().map(place -> place.id().value()).toList(),
                border == null ? null : border.toString(),
                event.places().stream()
                        .filter(place -> place.level() == PlaceLevel.SETTLEMENT || place.level() == PlaceLevel.FEATURE)
                        .map(place -> new Coordinate(place.lon(), place.lat()))
                        .toList());
    }

    private static List<String> countries(CodedEvent event) {
        if (event.places().stream().anyMatch(place -> place.country() == null)) {
            return List.of();
        }
        var border = event.border();
        return List.copyOf(Stream.concat(
                        event.places().stream().map(Place::country),
                        border == null ? Stream.empty() : Stream.of(border.a(), border.b()))
                .filter(Objects::nonNull)
                .collect(java.util.stream.Collectors.toCollection(TreeSet::new)));
    }

    /**
     * The distance in degrees, beyond which no other report of towns alone is of the same incident; 0 where this one is of
     * anything else.
     */
    double reach() {
        if (border != null || towns.isEmpty() || towns.size() < places.size()) {
            return 0;
        }
        double north =
                towns.stream().mapToDouble(town -> Math.abs(town.y)).max().orElse(0);
        return Math.max(NEAR, TOWNS_APART / Math.max(0.01, Math.cos(Math.toRadians(Math.min(90, north + 0.2)))));
    }

    /** The towns as a MultiPoint: EWKB in hexadecimal. */
    String ewkb() {
        return Ewkb.of(Geo.WGS84.createMultiPointFromCoords(towns.toArray(Coordinate[]::new)));
    }

    /** Whether two may be of one incident, as {@link StoredReports#listCandidates} asks it of the database. */
    boolean mayBeOneWith(ReportFeatures other) {
        return family.equals(other.family) && meetsInTime(other) && meetsInSpace(other);
    }

    private boolean meetsInTime(ReportFeatures other) {
        if (start != null && end != null && other.start != null && other.end != null) {
            boolean touch = !start.isAfter(other.end.plusDays(1)) && !other.start.isAfter(end.plusDays(1));
            return touch
                    && (days() <= LONGEST_DAYS && other.days() <= LONGEST_DAYS
                            || !Collections.disjoint(places, other.places)
                            || border != null && border.equals(other.border));
        }
        if (start == null && other.start == null) {
            return published != null
                    && other.published != null
                    && Math.abs(ChronoUnit.DAYS.between(published, other.published)) <= 3;
        }
        return start == null ? toldOf(other) : other.toldOf(this);
    }

    /** The first day to that after the last, as the database counts. */
    private long days() {
        return start == null || end == null ? 0 : ChronoUnit.DAYS.between(start, end) + 1;
    }

    private boolean toldOf(ReportFeatures dated) {
        return published != null
                && dated.start != null
                && dated.end != null
                && !published.isBefore(dated.start.minusDays(2))
                && !published.isAfter(dated.end.plusDays(8));
    }

    private boolean meetsInSpace(ReportFeatures other) {
        double reach = reach();
        if (reach > 0 && other.reach() > 0) {
            return isNear(other, reach);
        }
        return countries.isEmpty()
                || other.countries.isEmpty()
                || !Collections.disjoint(countries, other.countries)
                || isNear(other, NEAR);
    }

    private boolean isNear(ReportFeatures other, double degrees) {
        return towns.stream().anyMatch(town -> other.towns.stream().anyMatch(near -> town.distance(near) <= degrees));
    }
}
