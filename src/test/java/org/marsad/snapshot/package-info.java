@NullMarked
package org.marsad.snapshot;

import org.jspecify.annotations.NullMarked;
