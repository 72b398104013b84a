package org.marsad.mapview.columns;

/**
 * Events that are known by an area or a border only.
 *
 * @param certain of {@code n}, certainly in the filter's corridor and drawn area; 0 where it has neither
 */
public record AreaCount(KnownArea area, int n, int violent, int certain) {}
