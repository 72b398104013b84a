package org.marsad.ingest;

import org.jspecify.annotations.Nullable;

/**
 * Something that was not taken in.
 *
 * @param source the file's name
 * @param line from 1, where the file holds an item a line; else null
 * @param reason for the user
 * @param excerpt the first characters of it
 */
public record Refusal(
        long id,
        String source,
        @Nullable Long line,
        String reason,
        @Nullable String excerpt) {}
