/** The map's read model: an immutable columnar copy of what a filter can touch, and the tiles and counts read from it. */
@NullMarked
package org.marsad.mapview.columns;

import org.jspecify.annotations.NullMarked;
