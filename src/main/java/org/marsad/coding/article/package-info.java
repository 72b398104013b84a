/** The events of an article: what its sentences lend each other, what is said twice, what no word names. */
@NullMarked
package org.marsad.coding.article;

import org.jspecify.annotations.NullMarked;
