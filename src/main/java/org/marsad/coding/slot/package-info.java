/** Who did it to whom, where, when and how many: what a sentence says of each of its triggers, kept in a draft. */
@NullMarked
package org.marsad.coding.slot;

import org.jspecify.annotations.NullMarked;
