package org.marsad.gazetteer;

import java.util.Locale;

/** What kind of thing a place is. */
public enum PlaceLevel {
    SETTLEMENT,
    ADMIN1,
    ADMIN2,
    COUNTRY,
    /** A named area that is no administrative unit: the Sahel, Liptako-Gourma, Africa. */
    REGION,
    /** A river, lake, forest, airport, camp or other feature. */
    FEATURE;

    /** The word of the coder's JSON and of the CSV files: {@code settlement}, {@code admin1}, … */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * @throws IllegalArgumentException for an unknown word
     */
    public static PlaceLevel ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
