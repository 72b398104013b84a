package org.marsad.gazetteer;

/** {@code geonames:2460596} where GeoNames has the place, {@code marsad:slug} where only our own gazetteer has it. */
public record PlaceId(String value) {
    public PlaceId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not a place id: " + value);
        }
    }

    /** {@code [a-z0-9]+:[A-Za-z0-9_.-]+}, without a regular expression: every mention of every article makes some. */
    private static boolean isValid(String value) {
        int colon = value.indexOf(':');
        if (colon < 1 || colon == value.length() - 1) {
            return false;
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean plain = c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
            boolean more = c >= 'A' && c <= 'Z' || c == '_' || c == '.' || c == '-';
            if (i != colon && !plain && !(i > colon && more)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return value;
    }
}
