@NullMarked
package org.marsad.evaluate;

import org.jspecify.annotations.NullMarked;
