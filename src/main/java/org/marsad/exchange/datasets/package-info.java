/** The rows of other data sets: ACLED, UCDP GED and GDELT 2.0 events, read into one shape. */
@NullMarked
package org.marsad.exchange.datasets;

import org.jspecify.annotations.NullMarked;
