/**
 * A frozen sheet: everything that one page of a briefing shows, as plain values. Nothing here reads a database, so that
 * the same sheet can be drawn again at any time and gives the same bytes.
 */
@NullMarked
package org.marsad.snapshot.sheet;

import org.jspecify.annotations.NullMarked;
