package org.marsad.gazetteer;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.marsad.geo.Placement;

/** What is wrong with a row of a user's file, beyond its form: a place that cannot be there, a name that is none. */
final class RowCheck {
    /** What a spreadsheet takes a cell for a formula by; no place is called so. */
    private static final String FORMULA = "=+@";

    private RowCheck() {}

    /**
     * Null, or why the row is refused.
     *
     * @param names the first is the place's own
     * @param lon degrees east, as text
     * @param lat degrees north, as text
     */
    static @Nullable String complaint(List<String> names, PlaceLevel level, String country, String lon, String lat) {
        for (var name : names) {
            if (!name.isEmpty() && FORMULA.indexOf(name.charAt(0)) >= 0) {
                return "the name \"" + name + "\" is a formula of a spreadsheet";
            }
            if (name.chars().anyMatch(c -> c < ' ')) {
                return "a name with control characters in it";
            }
        }
        if (!names.getFirst().isBlank() && SurfaceForms.key(names.getFirst()).isEmpty()) {
            return "nothing that could be found in a text is left of the name \"" + names.getFirst() + "\"";
        }
        try {
            return misplaced(level, country, Double.parseDouble(lon), Double.parseDouble(lat));
        } catch (NumberFormatException e) {
            return null; // who reads the row says so
        }
    }

    private static @Nullable String misplaced(PlaceLevel level, String country, double lon, double lat) {
        boolean coded = Places.countryCode(country) != Places.NO_COUNTRY;
        boolean somewhere = level == PlaceLevel.SETTLEMENT || level == PlaceLevel.ADMIN2;
        return switch (Placement.of(lon, lat, coded ? country : null)) {
            case Placement.Fits() -> null;
            case Placement.NotOnEarth(boolean swapped) ->
                swapped ? at(lat, lon) + " is not on Earth; the other way round it is" : null;
            case Placement.NullIsland() -> "latitude and longitude are both 0, which stands for unknown";
            case Placement.Swapped() ->
                at(lat, lon) + " is not in " + country + "; latitude and longitude the other way round it is";
            case Placement.AtSea(boolean atCoast) -> atCoast || !somewhere ? null : at(lat, lon) + " is at sea";
            case Placement.Elsewhere(String found, boolean atBorder) ->
                atBorder || !somewhere ? null : at(lat, lon) + " is in " + found + ", not in " + country;
        };
    }

    private static String at(double lat, double lon) {
        return String.format(Locale.ROOT, "latitude %.4f, longitude %.4f", lat, lon);
    }
}
