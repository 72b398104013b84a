/**
 * The gazetteer as files: our CSV, a row a name, and Linked Places GeoJSON. Both are written and read without loss.
 */
@NullMarked
package org.marsad.exchange.places;

import org.jspecify.annotations.NullMarked;
