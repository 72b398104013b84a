package org.marsad.ingest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * The server's thread that works off import jobs: those queued now, those that an earlier process left, and on a
 * database that never saw any the samples.
 */
final class ImportRunner implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ImportRunner.class);
    private static final long PAUSE_MILLIS = 500;
    private static final long PAUSE_AFTER_FAILURE_MILLIS = 10_000;

    private final Importer importer;
    private final ImportJobs jobs;
    private final @Nullable Path samples;
    private @Nullable Thread thread;

    ImportRunner(Importer importer, ImportJobs jobs, @Nullable Path samples) {
        this.importer = importer;
        this.jobs = jobs;
        this.samples = samples;
    }

    /** Before the web server: whoever sees that it answers sees the samples' job too. */
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public synchronized void start() {
        if (samples != null && Files.exists(samples) && jobs.list(1).isEmpty()) {
            jobs.submit(List.of(samples), "the samples", "first start");
        }
        thread = Thread.ofPlatform().name("import-jobs").start(this::work);
    }

    @Override
    public synchronized void stop() {
        if (thread != null) {
            thread.interrupt();
            try {
                thread.join(10_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            thread = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }

    private void work() {
        try {
            while (!Thread.interrupted()) {
                Thread.sleep(workOnce());
            }
        } catch (InterruptedException e) {
            // the server stops; a job that was at work goes on with the next start
        }
    }

    private long workOnce() throws InterruptedException {
        try {
            importer.runOpenJobs();
            return PAUSE_MILLIS;
        } catch (RuntimeException e) {
            LOG.error("Import jobs pause", e);
            return PAUSE_AFTER_FAILURE_MILLIS;
        }
    }
}
