@NullMarked
package org.marsad.ui.curation;

import org.jspecify.annotations.NullMarked;
