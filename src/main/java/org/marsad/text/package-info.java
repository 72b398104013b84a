/** Text as read: folding with an offset map, tokens, sentences, language, dates, and the articles in a document. */
@NullMarked
package org.marsad.text;

import org.jspecify.annotations.NullMarked;
