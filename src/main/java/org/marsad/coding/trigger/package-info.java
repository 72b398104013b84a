/** The words that tell an event. */
@NullMarked
package org.marsad.coding.trigger;

import org.jspecify.annotations.NullMarked;
