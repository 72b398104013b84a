/** Who took part in an event, in which role, and who was harmed. */
@org.jspecify.annotations.NullMarked
package org.marsad.coding.slot.who;
