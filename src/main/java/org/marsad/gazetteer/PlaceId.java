package org.marsad.gazetteer;

/** {@code geonames:2460596} where GeoNames has the place, {@code marsad:slug} where only our own gazetteer has it. */
public record PlaceId(String value) {
    public PlaceId {
        if (!value.matches("[a-z0-9]+:[A-Za-z0-9_.-]+")) {
            throw new IllegalArgumentException("not a place id: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
