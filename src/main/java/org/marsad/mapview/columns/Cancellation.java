package org.marsad.mapview.columns;

import java.util.concurrent.CancellationException;

/** Asked now and then by long work whether anybody still waits for it. */
@FunctionalInterface
public interface Cancellation {
    Cancellation NEVER = () -> false;

    boolean isCancelled();

    /**
     * @throws CancellationException if nobody does
     */
    default void check() {
        if (isCancelled()) {
            throw new CancellationException("superseded");
        }
    }
}
