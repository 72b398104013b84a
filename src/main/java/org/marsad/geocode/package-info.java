/** Toponyms in text: recognise mentions, generate candidates, resolve, explain. */
@NullMarked
package org.marsad.geocode;

import org.jspecify.annotations.NullMarked;
