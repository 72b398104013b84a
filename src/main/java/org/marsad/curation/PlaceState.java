package org.marsad.curation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.gazetteer.PlaceLevel;

/**
 * A place of the gazetteer with all its names, at one of its versions.
 *
 * @param id {@code geonames:2460596}, or {@code marsad:slug} for a place that only this installation has
 * @param version the gazetteer's version that made it so; 0 where nobody has edited it: as the sources have it
 * @param name display name in Latin script
 * @param feature GeoNames feature code (PPL, ADM1, STM …)
 * @param country ISO 3166-1 alpha-2, or null for a place of several countries or of none
 * @param admin1 name of the first administrative division, or null
 * @param lon degrees east, WGS 84
 * @param lat degrees north, WGS 84
 * @param population 0 where unknown
 * @param names in the order they are shown
 * @param retired whether the coder no longer knows it; what was said of it is kept
 * @param mergedInto the place that took its names over, or null
 */
public record PlaceState(
        String id,
        long version,
        String name,
        PlaceLevel level,
        String feature,
        @Nullable String country,
        @Nullable String admin1,
        double lon,
        double lat,
        long population,
        List<PlaceLabel> names,
        boolean retired,
        @Nullable String mergedInto) {
    public PlaceState {
        names = List.copyOf(names);
    }

    PlaceState at(long other) {
        return new PlaceState(
                id, other, name, level, feature, country, admin1, lon, lat, population, names, retired, mergedInto);
    }

    /** Elsewhere; in another country, whose division is not known, where one is given. */
    PlaceState movedTo(double newLon, double newLat, @Nullable String newCountry) {
        boolean abroad = newCountry != null && !newCountry.equals(country);
        return new PlaceState(
                id,
                version,
                name,
                level,
                feature,
                abroad ? newCountry : country,
                abroad ? null : admin1,
                newLon,
                newLat,
                population,
                names,
                retired,
                mergedInto);
    }

    PlaceState called(List<PlaceLabel> others) {
        return new PlaceState(
                id, version, name, level, feature, country, admin1, lon, lat, population, others, retired, mergedInto);
    }

    PlaceState retired(boolean out, @Nullable String into) {
        return new PlaceState(
                id, version, name, level, feature, country, admin1, lon, lat, population, names, out, into);
    }
}
