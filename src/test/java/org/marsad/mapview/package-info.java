@NullMarked
package org.marsad.mapview;

import org.jspecify.annotations.NullMarked;
