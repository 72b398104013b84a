package org.marsad.exchange.places;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.gazetteer.NameKind;
import org.marsad.gazetteer.PlaceId;
import org.marsad.gazetteer.PlaceLevel;

/**
 * A place as a file has it, with all its names.
 *
 * @param id as {@link PlaceId}
 * @param feature GeoNames feature code, or empty where the source has none
 * @param country ISO 3166-1 alpha-2, or null
 * @param admin1 name of the first division, or null
 * @param lon degrees east, WGS 84
 * @param lat degrees north, WGS 84
 * @param population 0 where unknown
 * @param names in their order
 * @param mergedInto the place that took its names over, or null
 * @throws IllegalArgumentException where a field cannot be so, with a reason for whoever made the file
 */
public record ListedPlace(
        String id,
        String name,
        PlaceLevel level,
        String feature,
        @Nullable String country,
        @Nullable String admin1,
        double lon,
        double lat,
        long population,
        boolean retired,
        @Nullable String mergedInto,
        List<Name> names) {
    /** Characters of a name, at most. */
    public static final int LONGEST = 1000;

    /** Names of a place, at most: more are no gazetteer's. */
    public static final int MOST_NAMES = 2000;

    public ListedPlace {
        new PlaceId(id);
        name = name.strip();
        names = List.copyOf(names);
        require(!name.isEmpty() && name.length() <= LONGEST, "no name, or one of over " + LONGEST + " characters");
        require(feature.matches("[A-Z0-9]{0,10}"), "\"" + feature + "\" is no feature code of GeoNames");
        require(
                country == null || country.matches("[A-Z]{2}"),
                "the country is \"" + country + "\", not two capital letters of ISO 3166-1");
        require(Double.isFinite(lon) && Double.isFinite(lat), "no position");
        require(
                Math.abs(lat) <= 90 && Math.abs(lon) <= 180,
                Math.abs(lon) <= 90 && Math.abs(lat) <= 180
                        ? "latitude " + lat + ", longitude " + lon + " is not on Earth: swapped?"
                        : "latitude " + lat + ", longitude " + lon + " is not on Earth");
        require(lat != 0 || lon != 0, "latitude and longitude are 0, which stands for unknown");
        require(population >= 0, "a population below 0");
        require(names.size() <= MOST_NAMES, names.size() + " names");
    }

    /** The same with these names. */
    public ListedPlace called(List<Name> others) {
        return new ListedPlace(
                id, name, level, feature, country, admin1, lon, lat, population, retired, mergedInto, others);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    /**
     * A name.
     *
     * @param language BCP 47, or null
     * @param fromYear first year of its use, or null
     * @param toYear last year, or null
     * @param source where it was found, or null
     * @param note or null
     */
    public record Name(
            String text,
            @Nullable String language,
            NameKind kind,
            @Nullable Integer fromYear,
            @Nullable Integer toYear,
            @Nullable String source,
            @Nullable String note) {
        public Name {
            text = text.strip();
            require(
                    !text.isEmpty() && text.length() <= LONGEST,
                    "a name is empty or has over " + LONGEST + " characters");
            require(
                    language == null || language.matches("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*"),
                    "\"" + language + "\" is no language by BCP 47");
            require(
                    fromYear == null || toYear == null || fromYear <= toYear,
                    "the name \"" + text + "\" ends in " + toYear + ", before " + fromYear);
        }
    }
}
