/** Reports of one incident, from many articles, become one. */
@NullMarked
package org.marsad.coding.link;

import org.jspecify.annotations.NullMarked;
