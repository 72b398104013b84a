package org.marsad.snapshot.schedule;

import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;

/** Looks twice a minute for what is due, in a server that is up. */
public final class ScheduleClock implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(ScheduleClock.class);
    private static final int SECONDS = 30;

    private final ScheduleRunner runner;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            work -> Thread.ofPlatform().name("snapshot-schedule").daemon().unstarted(work));

    public ScheduleClock(ScheduleRunner runner) {
        this.runner = runner;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        thread.scheduleWithFixedDelay(this::tick, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    private void tick() {
        try {
            runner.runDue(Instant.now());
        } catch (RuntimeException e) {
            LOG.warn("What snapshots are due could not be looked up; that is tried again in {} seconds", SECONDS, e);
        }
    }

    @Override
    public void destroy() {
        thread.shutdownNow();
    }
}
