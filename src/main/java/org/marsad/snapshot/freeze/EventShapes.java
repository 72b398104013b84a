package org.marsad.snapshot.freeze;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.marsad.geo.Countries;
import org.marsad.mapview.EventFilter;
import org.marsad.snapshot.SheetWords;
import org.marsad.snapshot.sheet.Extent;
import org.marsad.snapshot.sheet.SheetEvent;
import org.marsad.snapshot.sheet.Where;
import org.marsad.snapshot.sheet.Where.LonLat;
import org.marsad.text.Language;

/** Events as a sheet draws them, and the box around them. */
final class EventShapes {
    private static final double KM_PER_DEGREE = 111.195;

    private EventShapes() {}

    static SheetEvent shown(FrozenEvent event, SheetWords words, Language language) {
        return new SheetEvent(
                event.id(),
                event.version(),
                where(event, words, language),
                event.precision(),
                event.type(),
                words.sayOr(language, "type." + event.type(), event.type()),
                event.kind(),
                event.start() == null ? "" : words.date(event.start(), event.end(), event.datePrecision(), language),
                event.deaths(),
                event.certain());
    }

    private static Where where(FrozenEvent event, SheetWords words, Language language) {
        var border = event.border();
        if (border != null) {
            return CountReader.border(border, language);
        }
        var geometry = event.geometry();
        if (geometry == null || geometry.isEmpty()) {
            return new Where.Nowhere();
        }
        if (event.precision() <= 2) {
            return new Where.AtPlaces(Arrays.stream(geometry.getCoordinates())
                    .map(at -> new LonLat(at.x, at.y))
                    .toList());
        }
        return CountReader.area(
                String.join(words.say(language, "list.comma"), event.places()),
                event.precision() == 6 ? event.countries() : List.of(),
                Freezer.middle(geometry),
                event.areaKm(),
                language);
    }

    static Extent around(Geometry geometry) {
        return around(List.of(geometry.getCoordinates()));
    }

    /** Around all events with the areas they may have happened in; around the filter's countries where there are none. */
    static Extent around(List<FrozenEvent> events, EventFilter filter) {
        var corners = corners(events, filter.countries());
        if (corners.isEmpty()) {
            // Of events in those countries and elsewhere, only what is elsewhere is known.
            corners.addAll(corners(events, Set.of()));
        }
        if (corners.isEmpty()) {
            filter.countries()
                    .forEach(country -> Countries.builtIn()
                            .findArea(country)
                            .ifPresent(area -> corners.addAll(List.of(area.getCoordinates()))));
        }
        return corners.isEmpty() ? Extents.HOME : around(corners);
    }

    /**
     * @param countries places known to be in others do not count; empty for all
     */
    private static List<Coordinate> corners(List<FrozenEvent> events, Set<String> countries) {
        var corners = new ArrayList<Coordinate>();
        for (var event : events) {
            var geometry = event.geometry();
            if (geometry != null) {
                double up = event.areaKm() / KM_PER_DEGREE;
                for (var at : geometry.getCoordinates()) {
                    if (isElsewhere(event, at, countries)) {
                        continue;
                    }
                    double aside = up / Math.max(0.1, Math.cos(Math.toRadians(at.y)));
                    corners.add(new Coordinate(wrapped(at.x - aside), Math.max(-90, at.y - up)));
                    corners.add(new Coordinate(wrapped(at.x + aside), Math.min(90, at.y + up)));
                }
            } else if (event.border() != null
                    && CountReader.border(event.border(), Language.EN) instanceof Where.AlongBorder along) {
                corners.addAll(List.of(along.line().getCoordinates()));
            }
        }
        return corners;
    }

    private static boolean isElsewhere(FrozenEvent event, Coordinate at, Set<String> countries) {
        return !countries.isEmpty()
                && event.precision() <= 2
                && Countries.builtIn()
                        .findAt(at.x, at.y)
                        .filter(country -> !countries.contains(country))
                        .isPresent();
    }

    private static Extent around(List<Coordinate> corners) {
        return Extents.around(
                corners.stream().mapToDouble(at -> at.x).toArray(),
                corners.stream().mapToDouble(at -> at.y).min().orElseThrow(),
                corners.stream().mapToDouble(at -> at.y).max().orElseThrow());
    }

    private static double wrapped(double lon) {
        return lon < -180 ? lon + 360 : lon > 180 ? lon - 360 : lon;
    }
}
