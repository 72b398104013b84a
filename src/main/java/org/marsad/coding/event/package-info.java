/** What a coded event says: type, day, actors in their roles, figures. */
@NullMarked
package org.marsad.coding.event;

import org.jspecify.annotations.NullMarked;
