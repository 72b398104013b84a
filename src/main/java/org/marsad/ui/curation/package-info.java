/** The admin's pages for correcting what was read. */
@NullMarked
package org.marsad.ui.curation;

import org.jspecify.annotations.NullMarked;
