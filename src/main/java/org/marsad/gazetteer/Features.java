package org.marsad.gazetteer;

import java.util.Map;

/** Levels of GeoNames feature codes: https://www.geonames.org/export/codes.html */
final class Features {
    private static final Map<String, PlaceLevel> AREAS = Map.of(
            "PCLI", PlaceLevel.COUNTRY,
            "PCLD", PlaceLevel.COUNTRY,
            "PCLS", PlaceLevel.COUNTRY,
            "TERR", PlaceLevel.COUNTRY,
            "ADM1", PlaceLevel.ADMIN1,
            "ADM2", PlaceLevel.ADMIN2,
            "RGN", PlaceLevel.REGION,
            "RGNE", PlaceLevel.REGION,
            "CONT", PlaceLevel.REGION,
            "DSRT", PlaceLevel.REGION);

    private Features() {}

    /** The level of a feature class and code; divisions below the second are areas too, so they count as that. */
    static PlaceLevel level(String featureClass, String code) {
        var area = AREAS.get(code);
        if (area != null) {
            return area;
        }
        return switch (featureClass) {
            case "P" -> PlaceLevel.SETTLEMENT;
            case "A" -> PlaceLevel.ADMIN2;
            default -> PlaceLevel.FEATURE;
        };
    }
}
