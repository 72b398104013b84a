/** The events that one sentence tells, and whether they happened. */
@NullMarked
package org.marsad.coding.draft;

import org.jspecify.annotations.NullMarked;
