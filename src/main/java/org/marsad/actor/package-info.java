/** The actor registry and the matcher that finds actors in text. */
@NullMarked
package org.marsad.actor;

import org.jspecify.annotations.NullMarked;
