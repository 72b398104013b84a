/** The formats of others, and the coder's JSON. */
@NullMarked
package org.marsad.exchange;

import org.jspecify.annotations.NullMarked;
