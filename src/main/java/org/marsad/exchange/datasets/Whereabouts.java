package org.marsad.exchange.datasets;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.marsad.geo.Countries;
import org.marsad.geo.Geo;

/** Finds coordinates that cannot be those of the country that a row names. */
final class Whereabouts {
    /** A place at sea or at a border may lie outside of the country's outline by so much. */
    private static final double NEAR_DEGREES = 0.5;

    private static final Countries COUNTRIES = Countries.builtIn();

    private Whereabouts() {}

    /**
     * @param country ISO 3166-1 alpha-2 of the country that the row names, or null
     * @throws RowRefused where the coordinates are none, or are those of the country only the other way round
     */
    static void check(double lon, double lat, @Nullable String country) {
        if (lon == 0 && lat == 0) {
            throw new RowRefused("its coordinates are 0, 0: they are missing");
        }
        if (country == null || Math.abs(lon) > 90) {
            return;
        }
        var area = COUNTRIES.findArea(country);
        if (area.isEmpty() || contains(country, lon, lat) || !contains(country, lat, lon)) {
            return;
        }
        if (area.get().distance(Geo.pointOfLonLat(lon, lat)) > NEAR_DEGREES) {
            throw new RowRefused(
                    "latitude %s and longitude %s are far from %s, which they are in the other way round: they are swapped"
                            .formatted(lat, lon, country));
        }
    }

    /** The country at a point, where the row names none. */
    static Optional<String> findCountry(double lon, double lat) {
        return COUNTRIES.findAt(lon, lat);
    }

    private static boolean contains(String country, double lon, double lat) {
        return COUNTRIES.findAt(lon, lat).filter(country::equals).isPresent();
    }
}
