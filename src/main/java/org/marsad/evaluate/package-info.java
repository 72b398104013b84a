/** Measures the geoparser against annotated articles. Core: plain Java. */
@NullMarked
package org.marsad.evaluate;

import org.jspecify.annotations.NullMarked;
