/**
 * The project's own annotated articles: {@code samples/annotated} is written by hand, {@code samples/articles} and
 * {@code samples/gold} are compiled from it. {@code samples/README.md} gives the format and the conventions.
 */
@NullMarked
package org.marsad.samples;

import org.jspecify.annotations.NullMarked;
