package org.marsad.ingest;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** The server's thread that works off import jobs: those queued now, and those that an earlier process left. */
final class ImportRunner implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ImportRunner.class);
    private static final long PAUSE_MILLIS = 500;
    private static final long PAUSE_AFTER_FAILURE_MILLIS = 10_000;

    private final Importer importer;
    private @Nullable Thread thread;

    ImportRunner(Importer importer) {
        this.importer = importer;
    }

    @Override
    public synchronized void start() {
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
