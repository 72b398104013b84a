package org.marsad.geo;

import org.jspecify.annotations.Nullable;

/** What the countries' areas (Natural Earth 1:10m) say of a position that is said to be in a country. */
public sealed interface Placement {
    /** Nothing against it. */
    record Fits() implements Placement {}

    /**
     * No position on Earth.
     *
     * @param swapped whether it is one with latitude and longitude the other way round
     */
    record NotOnEarth(boolean swapped) implements Placement {}

    /** At 0, 0, which stands for unknown. */
    record NullIsland() implements Placement {}

    /** Not in its country, but in it with latitude and longitude the other way round. */
    record Swapped() implements Placement {}

    /**
     * In no country.
     *
     * @param atCoast whether land is so near that the simplified outline cannot tell
     */
    record AtSea(boolean atCoast) implements Placement {}

    /**
     * In another country.
     *
     * @param found ISO 3166-1 alpha-2
     * @param atBorder whether the stated one is so near that the simplified outline cannot tell
     */
    record Elsewhere(String found, boolean atBorder) implements Placement {}

    /** How far, in degrees, a coast or border of 1:10m may be from where it is. */
    double OUTLINE = 0.04;

    /** Degrees about 0, 0 that stand for unknown. */
    double NOWHERE = 0.01;

    /**
     * @param lon degrees east, WGS 84
     * @param lat degrees north, WGS 84
     * @param country ISO 3166-1 alpha-2, or null where none is stated
     */
    static Placement of(double lon, double lat, @Nullable String country) {
        if (!(Math.abs(lat) <= 90 && Math.abs(lon) <= 180)) {
            return new NotOnEarth(Math.abs(lon) <= 90 && Math.abs(lat) <= 180);
        }
        if (Math.abs(lat) < NOWHERE && Math.abs(lon) < NOWHERE) {
            return new NullIsland();
        }
        var countries = Countries.builtIn();
        var found = countries.findAt(lon, lat).orElse(null);
        if (found != null && (country == null || found.equals(country))) {
            return new Fits();
        }
        if (country != null
                && Math.abs(lon) <= 90
                && countries.findAt(lat, lon).filter(country::equals).isPresent()) {
            return new Swapped();
        }
        return found == null ? new AtSea(isAround(null, lon, lat)) : new Elsewhere(found, isAround(country, lon, lat));
    }

    /** Whether a country, or any, is within the error of an outline. */
    private static boolean isAround(@Nullable String country, double lon, double lat) {
        for (int i = 0; i < 8; i++) {
            double angle = Math.PI * i / 4;
            var near = Countries.builtIn().findAt(lon + OUTLINE * Math.cos(angle), lat + OUTLINE * Math.sin(angle));
            if (near.isPresent() && (country == null || near.get().equals(country))) {
                return true;
            }
        }
        return false;
    }
}
