/** Reads what a view shows at one moment of the database, and makes a sheet of it. */
@NullMarked
package org.marsad.snapshot.freeze;

import org.jspecify.annotations.NullMarked;
