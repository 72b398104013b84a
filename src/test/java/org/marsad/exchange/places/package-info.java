@NullMarked
package org.marsad.exchange.places;

import org.jspecify.annotations.NullMarked;
