/** Makes the derived gazetteer files from their sources. */
@NullMarked
package org.marsad.gazetteer.build;

import org.jspecify.annotations.NullMarked;
