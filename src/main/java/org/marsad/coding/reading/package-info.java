/** A sentence as the coder reads it: its words and their forms, its clauses, names and triggers, by the lexicon's tables. */
@NullMarked
package org.marsad.coding.reading;

import org.jspecify.annotations.NullMarked;
