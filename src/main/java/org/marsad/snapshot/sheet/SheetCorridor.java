package org.marsad.snapshot.sheet;

import org.locationtech.jts.geom.Geometry;

/**
 * The corridor of the filter.
 *
 * @param border as {@code ML-SN}
 * @param name of the border in the sheet's language
 * @param km to either side
 * @param line the border, WGS 84
 * @param area the corridor's outline, WGS 84
 */
public record SheetCorridor(String border, String name, double km, Geometry line, Geometry area) {}
