package org.marsad.coding.event;

import org.jspecify.annotations.Nullable;

/** Deaths that a text reports; null bounds are unknown, never zero. */
public record Fatalities(
        int low, @Nullable Integer best, @Nullable Integer high) {
    public Fatalities {
        if (low < 0 || (best != null && best < low) || (high != null && high < (best == null ? low : best))) {
            throw new IllegalArgumentException("fatalities " + low + "/" + best + "/" + high);
        }
    }
}
