package org.marsad.launch;

import java.util.List;
import org.marsad.ingest.ImportJob;
import org.marsad.ingest.Refusal;

/** Follows an import job to its end and tells the user: each refusal as it comes, and the totals. */
final class JobProgress {
    /** Where a job is looked up: the running server, or the database itself. */
    interface Source {
        ImportJob job(long id);

        List<Refusal> refusalsAfter(long job, long refusal);
    }

    private final Source source;
    private final Progress progress = new Progress();
    private long lastRefusal;

    JobProgress(Source source) {
        this.source = source;
    }

    /** Returns the job when it is over. */
    ImportJob follow(long id) throws InterruptedException {
        while (true) {
            var job = source.job(id);
            tellRefusals(id);
            if (job.state().isOver()) {
                progress.clear();
                return job;
            }
            progress.show("Taking in " + (job.rows() == null ? "articles" : "rows") + " … " + done(job)
                    + (job.total() == null ? "" : " of " + job.total()));
            Thread.sleep(200);
        }
    }

    private void tellRefusals(long id) {
        for (var refusals = source.refusalsAfter(id, lastRefusal);
                !refusals.isEmpty();
                refusals = source.refusalsAfter(id, lastRefusal)) {
            progress.clear();
            for (var refusal : refusals) {
                System.err.println(refusal.source() + (refusal.line() == null ? "" : ", line " + refusal.line()) + ": "
                        + refusal.reason());
                lastRefusal = refusal.id();
            }
        }
    }

    private static int done(ImportJob job) {
        return job.ingested() + job.duplicates() + job.quarantined();
    }
}
