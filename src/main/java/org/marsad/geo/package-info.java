/** Coordinates, geodesy, borders and corridors. The one place that touches GeoTools. */
@NullMarked
package org.marsad.geo;

import org.jspecify.annotations.NullMarked;
