package org.marsad.snapshot.sheet;

/**
 * A name for the map.
 *
 * @param name in the sheet's language where the gazetteer has it, else in another
 */
public record PlaceLabel(String name, double lon, double lat, long population, Rank rank) {
    /** In order of importance. */
    public enum Rank {
        /** Named in the title or the filter: shown before all others. */
        NAMED,
        CAPITAL,
        /** Seat of a first administrative division. */
        SEAT,
        TOWN
    }
}
