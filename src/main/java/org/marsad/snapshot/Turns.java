package org.marsad.snapshot;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.marsad.snapshot.SnapshotRefusedException.Reason;

/** Drawing takes memory: no more than a few at once, the others wait their turn. */
final class Turns {
    private static final int AT_ONCE = 2;
    private static final int MOST_WAIT_SECONDS = 60;

    private final Semaphore atOnce = new Semaphore(AT_ONCE, true);

    /**
     * @throws SnapshotRefusedException where the turn does not come in time
     */
    <T> T take(Consumer<IssueStep> step, Supplier<T> work) {
        try {
            step.accept(IssueStep.WAITING);
            if (!atOnce.tryAcquire(MOST_WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw new SnapshotRefusedException(
                        Reason.BUSY, "other snapshots are being made; try again in a moment");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SnapshotRefusedException(Reason.BUSY, "interrupted", e);
        }
        try {
            return work.get();
        } finally {
            atOnce.release();
        }
    }
}
