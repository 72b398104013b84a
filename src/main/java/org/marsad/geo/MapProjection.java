package org.marsad.geo;

import java.util.Optional;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.TransformException;
import org.geotools.referencing.CRS;
import org.geotools.referencing.crs.DefaultGeographicCRS;
import org.locationtech.jts.geom.Coordinate;

/**
 * An equal-area projection for a printed map, chosen for the part of the world that it shows: areas of like size look it, so
 * that dense and sparse can be compared. Immutable; safe for use by several threads.
 *
 * <p>Longitudes are given relative to the central meridian, -180 to 180, so that the date line is nowhere special.
 */
public final class MapProjection {
    /** The projections in use. */
    public enum Kind {
        /** Albers' conic with two standard parallels: wide parts of one hemisphere. */
        ALBERS,
        /** Lambert's azimuthal one: all other parts up to a hemisphere. */
        LAMBERT_AZIMUTHAL,
        /** Eckert IV, pseudocylindrical: the world. */
        ECKERT_IV
    }

    private static final double WORLD_DEGREES = 150;
    private static final double EQUATOR_M = 6378137;

    private final Kind kind;
    private final double centerLon;
    private final double centerLat;
    private final double parallel1;
    private final double parallel2;
    private final MathTransform there;
    private final MathTransform back;

    private MapProjection(Kind kind, double centerLon, double centerLat, double parallel1, double parallel2) {
        this.kind = kind;
        this.centerLon = centerLon;
        this.centerLat = centerLat;
        this.parallel1 = parallel1;
        this.parallel2 = parallel2;
        try {
            there = CRS.findMathTransform(DefaultGeographicCRS.WGS84, CRS.parseWKT(wkt()), true);
            back = there.inverse();
        } catch (FactoryException | TransformException e) {
            throw new IllegalStateException("projection " + kind, e);
        }
    }

    /**
     * The projection for a box.
     *
     * @param west degrees east, -180 to 180
     * @param widthDegrees from there eastwards, 0 to 360
     */
    public static MapProjection suitedTo(double west, double south, double widthDegrees, double north) {
        double lon = normalise(west + widthDegrees / 2);
        double lat = (south + north) / 2;
        double height = north - south;
        if (widthDegrees > WORLD_DEGREES && Math.max(Math.abs(south), Math.abs(north)) < 88
                || widthDegrees > 2 * WORLD_DEGREES && height > 90
                || height > WORLD_DEGREES) {
            return new MapProjection(Kind.ECKERT_IV, lon, 0, 0, 0);
        }
        boolean wide = widthDegrees * Math.cos(Math.toRadians(lat)) > height * 1.1;
        boolean oneHemisphere = Math.min(Math.abs(south), Math.abs(north)) >= 5 && south * north > 0;
        boolean noPole = Math.max(Math.abs(south), Math.abs(north)) < 80;
        // Parallels that meet or lie on both sides of the equator make no cone.
        if (wide && oneHemisphere && noPole && height > 0.2) {
            return new MapProjection(Kind.ALBERS, lon, lat, south + height / 6, north - height / 6);
        }
        return new MapProjection(Kind.LAMBERT_AZIMUTHAL, lon, lat, 0, 0);
    }

    /** Lambert's azimuthal projection about a point: for insets. */
    public static MapProjection azimuthal(double lon, double lat) {
        return new MapProjection(Kind.LAMBERT_AZIMUTHAL, normalise(lon), lat, 0, 0);
    }

    private String wkt() {
        var projection = switch (kind) {
            case ALBERS -> """
                PROJECTION["Albers_Conic_Equal_Area"], PARAMETER["standard_parallel_1", %s],
                PARAMETER["standard_parallel_2", %s], PARAMETER["latitude_of_center", %s],
                PARAMETER["longitude_of_center", 0]""".formatted(parallel1, parallel2, centerLat);
            case LAMBERT_AZIMUTHAL -> """
                PROJECTION["Lambert_Azimuthal_Equal_Area"], PARAMETER["latitude_of_center", %s],
                PARAMETER["longitude_of_center", 0]""".formatted(centerLat);
            case ECKERT_IV -> "PROJECTION[\"Eckert_IV\"], PARAMETER[\"central_meridian\", 0]";
        };
        return """
                PROJCS["sheet", GEOGCS["WGS 84", DATUM["WGS_1984", SPHEROID["WGS 84", 6378137, 298.257223563]],
                PRIMEM["Greenwich", 0], UNIT["degree", 0.0174532925199433], AXIS["Lon", EAST], AXIS["Lat", NORTH]],
                %s, UNIT["metre", 1], AXIS["X", EAST], AXIS["Y", NORTH]]""".formatted(projection);
    }

    public Kind kind() {
        return kind;
    }

    /** The central meridian, -180 to 180. */
    public double centerLon() {
        return centerLon;
    }

    public double centerLat() {
        return centerLat;
    }

    /** The standard parallels of {@link Kind#ALBERS}, else empty. */
    public double[] parallels() {
        return kind == Kind.ALBERS ? new double[] {parallel1, parallel2} : new double[0];
    }

    /** A longitude relative to the central meridian, -180 to 180. */
    public double relative(double lon) {
        return normalise(lon - centerLon);
    }

    /** The longitude of a relative one, -180 to 180. */
    public double absolute(double relativeLon) {
        return normalise(relativeLon + centerLon);
    }

    /**
     * Projects positions where they stand.
     *
     * @param xy relative longitude and latitude in degrees, pair by pair; afterwards metres east and north
     * @param count of pairs
     */
    public void project(double[] xy, int count) {
        for (int i = 0; i < count; i++) {
            // Some formulas do not hold at the very pole or at the very edge.
            xy[2 * i] = Math.clamp(xy[2 * i], -179.99, 179.99);
            xy[2 * i + 1] = Math.clamp(xy[2 * i + 1], -89.99, 89.99);
        }
        try {
            there.transform(xy, 0, xy, 0, count);
        } catch (TransformException e) {
            throw new IllegalArgumentException("cannot be shown on a map of " + kind, e);
        }
    }

    /** The place of a point in degrees: metres east and north of the centre. */
    public Coordinate project(double lon, double lat) {
        double[] xy = {relative(lon), lat};
        project(xy, 1);
        return new Coordinate(xy[0], xy[1]);
    }

    /** Relative longitude and latitude of a place on the map; empty beyond the edge of the world. */
    public Optional<Coordinate> unproject(double x, double y) {
        double[] at = {x, y};
        if (kind == Kind.ECKERT_IV && isBeyondWorld(x, y)) {
            return Optional.empty();
        }
        try {
            back.transform(at, 0, at, 0, 1);
        } catch (TransformException beyond) {
            return Optional.empty();
        }
        boolean inside = Math.abs(at[0]) <= 180 && Math.abs(at[1]) <= 90;
        if (!inside) {
            return Optional.empty();
        }
        double[] again = at.clone();
        project(again, 1);
        // Beyond the edge the formulas give some place or other, which does not lead back.
        return Math.hypot(again[0] - x, again[1] - y) < 5_000
                ? Optional.of(new Coordinate(at[0], at[1]))
                : Optional.empty();
    }

    /** Whether a place is outside the outline of Eckert's map, half circles on both sides; radius of WGS 84's equator. */
    private static boolean isBeyondWorld(double x, double y) {
        double sine = y / (1.3265004 * EQUATOR_M);
        return Math.abs(sine) >= 1 || Math.abs(x) >= 0.4222382 * Math.PI * EQUATOR_M * (1 + Math.sqrt(1 - sine * sine));
    }

    private static double normalise(double lon) {
        double turned = (lon + 180) % 360;
        return turned < 0 ? turned + 180 : turned - 180;
    }
}
