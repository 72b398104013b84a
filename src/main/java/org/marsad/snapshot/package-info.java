/** Views as they were at a moment: frozen, drawn, sealed, kept, and checked later. */
@NullMarked
package org.marsad.snapshot;

import org.jspecify.annotations.NullMarked;
