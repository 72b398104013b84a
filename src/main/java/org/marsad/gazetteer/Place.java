package org.marsad.gazetteer;

import org.jspecify.annotations.Nullable;

/**
 * A place of the gazetteer.
 *
 * @param name display name in Latin script
 * @param country ISO 3166-1 alpha-2, or null for a place of several countries or of none
 * @param admin1 name or code of the first administrative division, or null
 * @param feature GeoNames feature code (PPL, ADM1, STM …)
 * @param lat degrees north, WGS 84
 * @param lon degrees east, WGS 84
 * @param population 0 where unknown
 */
public record Place(
        PlaceId id,
        String name,
        @Nullable String country,
        @Nullable String admin1,
        PlaceLevel level,
        String feature,
        double lat,
        double lon,
        long population) {
    public Place {
        if (!(lat >= -90 && lat <= 90 && lon >= -180 && lon <= 180)) {
            throw new IllegalArgumentException(id + " is not on Earth: lat " + lat + ", lon " + lon);
        }
    }

    /** By the id alone, which tells places apart: they are looked up in sets all the time. */
    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
