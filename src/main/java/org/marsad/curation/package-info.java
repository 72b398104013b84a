/** Correcting what was read: places that analysts say are wrong. */
@NullMarked
package org.marsad.curation;

import org.jspecify.annotations.NullMarked;
