package org.marsad.mapview.columns;

import java.util.BitSet;
import java.util.Set;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.marsad.geo.BorderId;
import org.marsad.geo.Geodesy;
import org.marsad.mapview.DrawnArea;
import org.marsad.mapview.DrawnArea.Circle;

/** Finds the rows of a corridor or of a drawn area; see {@link org.marsad.mapview.EventFilters} for what is in one. */
final class Memberships {
    private static final double KM_PER_DEGREE = 111.195;

    private Memberships() {}

    /**
     * @param km whole
     */
    static Membership corridor(EventColumns columns, BorderId border, double km, AreaDistances distances) {
        var certain = new BitSet(columns.size);
        var possible = new BitSet(columns.size);
        int number = columns.vocabulary.borders().find(border.toString());
        var areas = columns.vocabulary.areas();
        double[] widths = distances.of(border, areas);
        for (int bucket = 0; bucket < columns.buckets.length; bucket++) {
            columns.near.visit(number, bucket, (row, rowKm) -> {
                if (rowKm <= km) {
                    certain.set(row);
                }
            });
            for (int row = columns.buckets[bucket].placed(); row < columns.buckets[bucket].to(); row++) {
                int area = Morton.area(columns.morton[row]);
                if (area >= 0) {
                    if (border.equals(areas.get(area).border())) {
                        certain.set(row);
                    } else if (widths[area] <= km) {
                        possible.set(row);
                    }
                }
            }
        }
        return new Membership(certain, possible);
    }

    /**
     * @param countries ISO 3166-1 alpha-2 of those that the area meets
     */
    static Membership area(EventColumns columns, DrawnArea drawn, Set<String> countries) {
        var certain = new BitSet(columns.size);
        var possible = new BitSet(columns.size);
        points(columns, drawn, certain);
        var areas = columns.vocabulary.areas();
        var meets = new boolean[areas.size()];
        for (var area : areas) {
            meets[area.number()] = meets(drawn, area, countries);
        }
        for (var bucket : columns.buckets) {
            for (int row = bucket.placed(); row < bucket.to(); row++) {
                int area = Morton.area(columns.morton[row]);
                if (area >= 0 && meets[area]) {
                    (columns.wherePrecision(row) <= 2 ? certain : possible).set(row);
                }
            }
        }
        return new Membership(certain, possible);
    }

    private static void points(EventColumns columns, DrawnArea drawn, BitSet inside) {
        var test = test(drawn);
        var box = drawn.outline().getEnvelopeInternal();
        // A few tiles cover the box; whoever is in none of them need not be looked at.
        int z = 0;
        long northWest = Morton.ofLonLat(box.getMinX(), box.getMaxY());
        long southEast = Morton.ofLonLat(box.getMaxX(), box.getMinY());
        while (z < EventTiles.MAX_ZOOM && span(northWest, southEast, z + 1) <= 4) {
            z++;
        }
        int shift = Morton.BITS - z;
        for (int x = Morton.x(northWest) >> shift; x <= Morton.x(southEast) >> shift; x++) {
            for (int y = Morton.y(northWest) >> shift; y <= Morton.y(southEast) >> shift; y++) {
                long first = Morton.firstOfTile(z, x, y);
                long last = first + Morton.count(z);
                for (var bucket : columns.buckets) {
                    for (int row = columns.lowerBound(bucket, first);
                            row < bucket.placed() && columns.morton[row] < last;
                            row++) {
                        if (test.contains(Morton.lon(columns.morton[row]), Morton.lat(columns.morton[row]))) {
                            inside.set(row);
                        }
                    }
                }
            }
        }
        for (int i = 0; i < columns.extraRow.length; i++) {
            if (test.contains(Morton.lon(columns.extraMorton[i]), Morton.lat(columns.extraMorton[i]))) {
                inside.set(columns.extraRow[i]);
            }
        }
    }

    private static int span(long northWest, long southEast, int z) {
        int shift = Morton.BITS - z;
        return Math.max(
                (Morton.x(southEast) >> shift) - (Morton.x(northWest) >> shift) + 1,
                (Morton.y(southEast) >> shift) - (Morton.y(northWest) >> shift) + 1);
    }

    private interface PointTest {
        boolean contains(double lon, double lat);
    }

    private static PointTest test(DrawnArea drawn) {
        return switch (drawn) {
            case DrawnArea.Box box ->
                (lon, lat) -> lon >= box.west() && lon <= box.east() && lat >= box.south() && lat <= box.north();
            case Circle circle -> (lon, lat) -> isInCircle(circle, lon, lat);
            case DrawnArea.Outline outline -> {
                var locator = new IndexedPointInAreaLocator(outline.outline());
                yield (lon, lat) -> locator.locate(new Coordinate(lon, lat)) != Location.EXTERIOR;
            }
        };
    }

    private static boolean isInCircle(Circle circle, double lon, double lat) {
        // The sphere is true to 0.6 %, and far quicker than the ellipsoid, which is asked near the edge only.
        double halfLat = Math.sin(Math.toRadians(lat - circle.lat()) / 2);
        double halfLon = Math.sin(Math.toRadians(lon - circle.lon()) / 2);
        double h = halfLat * halfLat
                + Math.cos(Math.toRadians(lat)) * Math.cos(Math.toRadians(circle.lat())) * halfLon * halfLon;
        double km = 2 * 6371.0 * Math.asin(Math.min(1, Math.sqrt(h)));
        if (km < circle.km() * 0.99) {
            return true;
        }
        return km <= circle.km() * 1.01 && Geodesy.distanceKm(circle.lon(), circle.lat(), lon, lat) <= circle.km();
    }

    private static boolean meets(DrawnArea drawn, KnownArea area, Set<String> countries) {
        if (area.wherePrecision() == 6) {
            return area.countries().stream().anyMatch(countries::contains);
        }
        var shape = drawn instanceof Circle circle
                ? org.marsad.geo.Geo.pointOfLonLat(circle.lon(), circle.lat())
                : drawn.outline();
        double km = (drawn instanceof Circle circle ? circle.km() : 0)
                + (area.wherePrecision() <= 2 || area.border() != null ? 0 : area.km());
        double middle = shape.getEnvelopeInternal().centre().y;
        var plane = AffineTransformation.scaleInstance(KM_PER_DEGREE * Math.cos(Math.toRadians(middle)), KM_PER_DEGREE);
        return plane.transform(area.shape()).isWithinDistance(plane.transform(shape), km);
    }
}
