/** Who did what to whom, when and where: the event coder and the linking of reports of one incident. */
@NullMarked
package org.marsad.coding;

import org.jspecify.annotations.NullMarked;
