@NullMarked
package org.marsad.ui.snapshot;

import org.jspecify.annotations.NullMarked;
