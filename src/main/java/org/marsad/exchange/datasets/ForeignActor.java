package org.marsad.exchange.datasets;

import org.jspecify.annotations.Nullable;
import org.marsad.coding.event.Role;

/**
 * An actor by the name that a data set gives it.
 *
 * @param inter ACLED's actor type, 1–8; 0 where the data set does not say
 * @param institution key of {@code gazetteer/institutions.csv} where the data set says what it is, or null
 * @param country ISO 3166-1 alpha-2 of its state, or null
 */
public record ForeignActor(
        String name,
        Role role,
        int inter,
        @Nullable String institution,
        @Nullable String country) {}
