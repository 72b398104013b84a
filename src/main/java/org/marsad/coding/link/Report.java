package org.marsad.coding.link;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.marsad.coding.event.CodedEvent;

/**
 * What one article says of an incident, as linking sees it.
 *
 * @param key the same however often and in whatever order articles are taken in; of no two reports alike
 * @param article of no two articles alike: what one article tells as two events is two incidents
 * @param published of the article, or null
 */
public record Report(String key, String article, @Nullable LocalDate published, CodedEvent event) {}
