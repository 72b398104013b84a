/** Who did what to whom, when and where: from a document to coded articles. Each step has a package of its own. */
@NullMarked
package org.marsad.coding;

import org.jspecify.annotations.NullMarked;
