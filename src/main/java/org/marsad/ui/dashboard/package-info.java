/** The analyst's dashboard: map, filters, list, detail. */
@NullMarked
package org.marsad.ui.dashboard;

import org.jspecify.annotations.NullMarked;
