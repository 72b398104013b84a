package org.marsad.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.marsad.geo.BorderDistance;
import org.marsad.geo.BorderId;
import org.marsad.geo.Borders;

/** How far an event is from each border near it. */
final class BorderDistances {
    /** What is kept; corridors are no wider. */
    static final double MAX_KM = 200;

    private final Borders borders;
    /** Events along one border all have that border's distances. */
    private final Map<BorderId, Collection<BorderDistance>> ofLines = new ConcurrentHashMap<>();

    BorderDistances(Borders borders) {
        this.borders = borders;
    }

    /** The border, where there is such a one: a text can speak of the border of two countries that have none. */
    @Nullable
    BorderId known(@Nullable BorderId border) {
        return border == null || borders.find(border).isEmpty() ? null : border;
    }

    /**
     * The borders within {@value #MAX_KM} km, each once: with the distance of the nearest of several points, or of the
     * nearest vertex of a line; 0 for the border that the event is along.
     */
    Collection<BorderDistance> list(@Nullable Geometry geometry, @Nullable BorderId along) {
        if (along != null) {
            return ofLines.computeIfAbsent(along, border -> {
                var nearest = geometry == null ? new HashMap<BorderId, BorderDistance>() : nearest(geometry, true);
                nearest.put(border, new BorderDistance(border, 0, 0, ""));
                return nearest.values();
            });
        }
        return geometry == null
                ? java.util.List.of()
                : nearest(geometry, geometry.getDimension() > 0).values();
    }

    private Map<BorderId, BorderDistance> nearest(Geometry geometry, boolean isLine) {
        var nearest = new HashMap<BorderId, BorderDistance>();
        for (Coordinate point : geometry.getCoordinates()) {
            for (var distance : borders.listNear(point.x, point.y, MAX_KM)) {
                var kept = isLine
                        ? new BorderDistance(distance.border(), distance.km(), distance.kmAlong(), "")
                        : distance;
                nearest.merge(distance.border(), kept, (one, other) -> other.km() < one.km() ? other : one);
            }
        }
        return nearest;
    }
}
