package org.marsad.snapshot.sheet;

import org.locationtech.jts.geom.Geometry;

/**
 * The area drawn in the filter.
 *
 * @param area polygon, WGS 84
 */
public record SheetArea(String name, Geometry area) {}
