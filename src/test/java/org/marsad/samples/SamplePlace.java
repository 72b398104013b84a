package org.marsad.samples;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A place that annotations point at.
 *
 * @param key the name used in the markup: an ISO 3166-1 alpha-2 code for a state, else a slug
 * @param country ISO 3166-1 alpha-2; null for a region of several states
 * @param lat degrees north, WGS 84
 * @param lon degrees east, WGS 84
 * @param level settlement, admin1, admin2, country, region or feature
 * @param source where the coordinates come from, {@code geonames:NNN} or {@code marsad:slug}
 */
record SamplePlace(
        String key, String name, @Nullable String country, double lat, double lon, String level, String source) {

    static final Set<String> LEVELS = Set.of("settlement", "admin1", "admin2", "country", "region", "feature");

    SamplePlace {
        if (!LEVELS.contains(level)) {
            throw new IllegalArgumentException("level '" + level + "' is none of " + LEVELS);
        }
        if (!(lat >= -90 && lat <= 90 && lon >= -180 && lon <= 180)) {
            throw new IllegalArgumentException("coordinates " + lat + ", " + lon + " are not on Earth");
        }
        if (country != null && !country.matches("[A-Z]{2}")) {
            throw new IllegalArgumentException("country '" + country + "' is not an ISO 3166-1 alpha-2 code");
        }
        if (country == null && !level.equals("region") && !level.equals("feature")) {
            throw new IllegalArgumentException("only a region or a feature may lack a country");
        }
    }
}
