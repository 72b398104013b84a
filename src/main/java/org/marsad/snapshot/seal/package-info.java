/** What proves that a file is the one that was issued. */
@NullMarked
package org.marsad.snapshot.seal;

import org.jspecify.annotations.NullMarked;
