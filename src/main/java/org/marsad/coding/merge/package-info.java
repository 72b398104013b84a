/** Drafts of an article that tell one event become one. */
@NullMarked
package org.marsad.coding.merge;

import org.jspecify.annotations.NullMarked;
