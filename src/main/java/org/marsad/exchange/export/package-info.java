/** Events in the shapes of others: rows as of ACLED, UCDP GED or PLOVER, flat CSV, GeoJSON. */
@NullMarked
package org.marsad.exchange.export;

import org.jspecify.annotations.NullMarked;
