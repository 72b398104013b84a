package org.marsad.gazetteer;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** An immutable set of places with an index of their names. Safe for use by many threads. */
public final class Gazetteer {
    private Gazetteer() {}

    /** The gazetteer shipped with Marsad. */
    public static Gazetteer builtIn() {
        return builtInAnd(List.of());
    }

    /** The gazetteer shipped with Marsad and the places of more files: GeoNames dumps, plain or gzip, or our CSV. */
    public static Gazetteer builtInAnd(List<Path> files) {
        return new Gazetteer();
    }

    public Optional<Place> find(PlaceId id) {
        return Optional.empty();
    }

    /** The country of an ISO 3166-1 alpha-2 code. */
    public Optional<Place> findCountry(String iso2) {
        return Optional.empty();
    }
}
