package org.marsad.geo;

/**
 * Where a point lies relative to a border.
 *
 * @param km geodesic distance to the nearest point of the line
 * @param kmAlong position of that nearest point along the line, from its start
 * @param side ISO 3166-1 alpha-2 of the country the point is in, or empty where it is in neither
 */
public record BorderDistance(BorderId border, double km, double kmAlong, String side) {}
