/** When an event took place: which of the dates around its words is its own. */
@org.jspecify.annotations.NullMarked
package org.marsad.coding.slot.when;
