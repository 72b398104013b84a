/** Places, their names, the name index, and the readers that fill it. */
@NullMarked
package org.marsad.gazetteer;

import org.jspecify.annotations.NullMarked;
