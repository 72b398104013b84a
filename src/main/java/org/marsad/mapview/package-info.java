/** The read model of the map: what a filter selects, counted and drawn. */
@NullMarked
package org.marsad.mapview;

import org.jspecify.annotations.NullMarked;
