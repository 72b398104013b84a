/** Where an event took place: which of the places around its words are its own. */
@org.jspecify.annotations.NullMarked
package org.marsad.coding.slot.where;
