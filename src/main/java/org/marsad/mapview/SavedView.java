package org.marsad.mapview;

import java.time.Instant;

/**
 * A view that somebody keeps by a name.
 *
 * @param query the address's parameters: the filter's, and {@code sort}, {@code at} and {@code look}
 */
public record SavedView(long id, String name, String query, Instant changedAt) {}
