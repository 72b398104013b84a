/** A finished draft becomes a coded event. */
@NullMarked
package org.marsad.coding.build;

import org.jspecify.annotations.NullMarked;
