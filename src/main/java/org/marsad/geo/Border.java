package org.marsad.geo;

import org.locationtech.jts.geom.MultiLineString;

/**
 * A land border.
 *
 * @param line WGS 84, x = degrees east, y = degrees north
 * @param disputed marked as disputed or undelimited by the source or by our list
 */
public record Border(BorderId id, MultiLineString line, boolean disputed) {}
