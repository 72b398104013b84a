@NullMarked
package org.marsad.testing;

import org.jspecify.annotations.NullMarked;
