package org.marsad.geo;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The land borders of the world. */
public final class Borders {
    private Borders() {}

    /** The borders shipped with Marsad. */
    public static Borders builtIn() {
        return new Borders();
    }

    public Optional<Border> find(BorderId id) {
        return Optional.empty();
    }

    public Collection<Border> list() {
        return List.of();
    }

    /**
     * The borders within a distance of a point, nearest first.
     *
     * @param lon degrees east
     * @param lat degrees north
     * @param km geodesic distance, inclusive
     */
    public List<BorderDistance> listNear(double lon, double lat, double km) {
        return List.of();
    }
}
