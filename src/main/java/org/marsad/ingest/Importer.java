package org.marsad.ingest;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;
import org.marsad.exchange.datasets.Dataset;
import org.marsad.store.NewDocument;
import org.marsad.store.Saved;
import org.marsad.store.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Works import jobs off. Documents are read by one thread, coded by several and stored by one, in their order; each is
 * stored in one transaction with the job's progress. So a job that was killed goes on with exactly the document that
 * comes next, and nothing is stored or counted twice.
 */
public class Importer {
    private static final Logger LOG = LoggerFactory.getLogger(Importer.class);

    /** Documents between the reader and the database. */
    private static final int IN_FLIGHT = 32;

    /** Characters between the reader and the database: memory stays bounded however long the documents are. */
    private static final int CHARACTERS_IN_FLIGHT = 16 << 20;

    private final DataSource database;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ImportJobs jobs;
    private final Store store;
    private final DocumentCoder coder;
    private final ExecutorService workers;
    private final RowImport rows;

    public Importer(
            DataSource database,
            TransactionTemplate transaction,
            ImportJobs jobs,
            Store store,
            DocumentCoder coder,
            ExecutorService workers) {
        this.database = database;
        this.jdbc = JdbcClient.create(database);
        this.transaction = transaction;
        this.jobs = jobs;
        this.store = store;
        this.coder = coder;
        this.workers = workers;
        this.rows = new RowImport(new JdbcTemplate(database), transaction, store.imported());
    }

    /** Works off every open job that no other process is at, one after the other. Returns how many there were. */
    public int runOpenJobs() throws InterruptedException {
        int worked = 0;
        for (long job : jobs.listOpen()) {
            worked += runIfFree(job) ? 1 : 0;
        }
        return worked;
    }

    /** The lock is the connection's: it goes with the process, however that ends. */
    private boolean runIfFree(long job) throws InterruptedException {
        try (Connection connection = database.getConnection()) {
            if (!lock(connection, "pg_try_advisory_lock", job)) {
                return false;
            }
            try {
                run(job);
                return true;
            } finally {
                lock(connection, "pg_advisory_unlock", job);
            }
        } catch (SQLException e) {
            throw new CannotGetJdbcConnectionException("no connection for import job " + job, e);
        }
    }

    private static boolean lock(Connection connection, String function, long job) throws SQLException {
        try (var query = connection.prepareStatement("select " + function + "(hashtext('marsad import job'), ?)")) {
            query.setInt(1, (int) job);
            try (var result = query.executeQuery()) {
                return result.next() && result.getBoolean(1);
            }
        }
    }

    private void run(long job) throws InterruptedException {
        if (jdbc.sql("update import_job set state = 'running', started_at = coalesce(started_at, now())"
                                + " where id = ? and state in ('queued', 'running')")
                        .param(job)
                        .update()
                == 0) {
            return;
        }
        LOG.info("Import job {} begins", job);
        try {
            var source = jobs.get(job).rows();
            if (source == null) {
                work(job);
            } else {
                rows.work(job, Dataset.ofId(source.source()), source.edition());
            }
            jdbc.sql("update import_job set state = 'done', finished_at = now() where id = ? and state = 'running'")
                    .param(job)
                    .update();
            LOG.info("Import job {} is over: {}", job, jobs.get(job));
        } catch (CancellationException e) {
            LOG.info("Import job {} was cancelled", job);
        } catch (TransientDataAccessException | CannotGetJdbcConnectionException e) {
            throw e; // the job stays open: it goes on when the database is back
        } catch (RuntimeException e) {
            LOG.error("Import job {} failed", job, e);
            jdbc.sql("update import_job set state = 'failed', finished_at = now(), message = ? where id = ?")
                    .params("It stopped by a fault of Marsad: " + e, job)
                    .update();
        }
    }

    private void work(long job) throws InterruptedException {
        var items = jdbc.sql(
                        "select ordinal, source, name, line from import_item where job_id = ? and state = 'pending'"
                                + " order by ordinal")
                .param(job)
                .query((row, _) -> new Item(
                        row.getInt("ordinal"),
                        Path.of(row.getString("source")),
                        row.getString("name"),
                        row.getLong("line")))
                .list();
        var pipeline = new Pipeline();
        var reader = Thread.ofVirtual().name("import-reader-" + job).start(() -> pipeline.read(items));
        try {
            for (var step = pipeline.steps.take(); !(step instanceof Step.End); step = pipeline.steps.take()) {
                store(job, step);
            }
        } finally {
            reader.interrupt();
            reader.join();
        }
    }

    /** A file of a job, and the line up to which it is stored. */
    private record Item(int ordinal, Path path, String name, long line) {}

    /** What passes from the reader to the one that stores, in order. */
    private sealed interface Step {
        record Document(Item item, long line, Future<Prepared> prepared, Runnable release) implements Step {}

        record EndOfItem(Item item) implements Step {}

        record End() implements Step {}
    }

    /** Reading and coding ahead of storing. */
    private final class Pipeline {
        final BlockingQueue<Step> steps = new ArrayBlockingQueue<>(IN_FLIGHT);
        private final Semaphore characters = new Semaphore(CHARACTERS_IN_FLIGHT);

        void read(List<Item> items) {
            try {
                for (Item item : items) {
                    read(item);
                    steps.put(new Step.EndOfItem(item));
                }
                steps.put(new Step.End());
            } catch (InterruptedException | CancellationException e) {
                // the job was ended; nobody waits for more
            }
        }

        private void read(Item item) {
            try {
                DocumentReader.read(item.path(), item.name(), item.line(), found -> put(item, found));
            } catch (CancellationException e) {
                throw e;
            } catch (RuntimeException e) {
                LOG.error("{} cannot be read", item.path(), e);
                put(item, new SourceItem.Refused(0, "Marsad could not read it: " + e, ""));
            }
        }

        private void put(Item item, SourceItem found) {
            try {
                int size = found instanceof SourceItem.Readable readable
                        ? Math.min(readable.document().text().length(), CHARACTERS_IN_FLIGHT)
                        : 0;
                characters.acquire(size);
                var prepared = workers.submit(() -> coder.prepare(found));
                steps.put(new Step.Document(item, found.line(), prepared, () -> characters.release(size)));
            } catch (InterruptedException e) {
                throw new CancellationException();
            }
        }
    }

    private void store(long job, Step step) throws InterruptedException {
        switch (step) {
            case Step.Document(Item item, long line, Future<Prepared> prepared, Runnable release) -> {
                try {
                    store(job, item, line, prepared.get());
                } catch (ExecutionException e) {
                    store(job, item, line, new Prepared.Refused("Marsad could not code it: " + e.getCause(), ""));
                } finally {
                    release.run();
                }
            }
            case Step.EndOfItem(Item item) ->
                jdbc.sql("update import_item set state = 'done' where job_id = ? and ordinal = ?")
                        .params(job, item.ordinal())
                        .update();
            case Step.End() -> {}
        }
    }

    private void store(long job, Item item, long line, Prepared prepared) {
        try {
            transaction.executeWithoutResult(_ -> storeInTransaction(job, item, line, prepared));
        } catch (TransientDataAccessException | CannotGetJdbcConnectionException e) {
            throw e;
        } catch (DataAccessException e) {
            LOG.warn("{} line {} cannot be stored", item.name(), line, e);
            var refused = new Prepared.Refused(
                    "the database refused it: " + e.getMostSpecificCause().getMessage(), "");
            transaction.executeWithoutResult(_ -> storeInTransaction(job, item, line, refused));
        }
    }

    /** Nobody edits the gazetteer while documents are locked, so that once more is enough. */
    private Saved save(NewDocument document) {
        var saved = store.documents().save(document);
        return saved instanceof Saved.Outdated
                ? store.documents().save(coder.codeAgain(document).ofJob(Objects.requireNonNull(document.jobId())))
                : saved;
    }

    private void storeInTransaction(long job, Item item, long line, Prepared prepared) {
        var counts = switch (prepared) {
            case Prepared.Coded(var document) ->
                switch (save(document.ofJob(job))) {
                    case Saved.Stored stored -> new int[] {1, stored.duplicates(), 0};
                    case Saved.AlreadyStored _ -> new int[] {0, 1, 0};
                    case Saved.Outdated _ -> throw new IllegalStateException("coded anew, and outdated at once");
                };
            case Prepared.Known() -> new int[] {0, 1, 0};
            case Prepared.Refused(String reason, String excerpt) -> {
                jdbc.sql("insert into quarantine (job_id, source, line, reason, excerpt) values (?, ?, ?, ?, ?)")
                        .params(job, item.name(), line == 0 ? null : line, reason, excerpt.isEmpty() ? null : excerpt)
                        .update();
                yield new int[] {0, 0, 1};
            }
        };
        // In one statement with the file's progress. A whole file is one document: with it, the file is done.
        int running = jdbc.sql("""
                        with job as (update import_job set ingested = ingested + ?, duplicates = duplicates + ?,
                                quarantined = quarantined + ? where id = ? and state = 'running' returning id)
                        update import_item set line = ?, state = case when ? = 0 then 'done' else state end
                        where job_id = (select id from job) and ordinal = ?""")
                .params(counts[0], counts[1], counts[2], job, line, line, item.ordinal())
                .update();
        if (running == 0) {
            throw new CancellationException("job " + job + " was cancelled");
        }
    }

    /** PostgreSQL's text holds everything but NUL. */
    private static String storable(String text) {
        return text.replace('\0', '\uFFFD');
    }
}
