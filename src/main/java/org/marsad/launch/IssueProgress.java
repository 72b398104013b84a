package org.marsad.launch;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.marsad.snapshot.IssueStep;

/** Says what a snapshot that takes its time is at, from the second second on. */
final class IssueProgress implements Consumer<IssueStep>, AutoCloseable {
    private final Progress progress = new Progress();
    private final Instant begun = Instant.now();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            work -> Thread.ofPlatform().name("snapshot-progress").daemon().unstarted(work));
    private volatile IssueStep step = IssueStep.WAITING;

    IssueProgress() {
        clock.scheduleWithFixedDelay(this::show, 2, 1, TimeUnit.SECONDS);
    }

    @Override
    public void accept(IssueStep now) {
        step = now;
    }

    private void show() {
        var what = switch (step) {
            case WAITING -> "Waiting for other snapshots";
            case COUNTING -> "Counting events";
            case LISTING -> "Noting which events they are";
            case EXPORTING -> "Writing the events as data";
            case DRAWING -> "Drawing";
            case SEALING -> "Sealing";
        };
        progress.show(what + " … " + Duration.between(begun, Instant.now()).toSeconds() + " s");
    }

    @Override
    public void close() {
        clock.close();
        progress.clear();
    }
}
