package org.marsad.store;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.marsad.coding.event.CodedEvent;

/**
 * What of a report stays as it is as long as it is not coded anew.
 *
 * @param text the hash of its article's text
 * @param begin of the first evidence, in code points from the article's beginning
 * @param end exclusive
 */
record KnownReport(String text, @Nullable LocalDate published, int begin, int end, CodedEvent event) {}
