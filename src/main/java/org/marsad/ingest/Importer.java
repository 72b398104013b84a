package org.marsad.ingest;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
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
import org.jspecify.annotations.Nullable;
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
    private static final int IN_FLIGHT = 128;

    /** Documents that are stored in one transaction, where so many wait for it. */
    private static final int AT_ONCE = 64;

    /** Characters between the reader and the database: memory stays bounded however long the documents are. */
    private static final int CHARACTERS_IN_FLIGHT = 16 << 20;

    private final DataSource database;
    private final JdbcTemplate template;
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
        this.template = new JdbcTemplate(database);
        this.jdbc = JdbcClient.create(template);
        this.transaction = transaction;
        this.jobs = jobs;
        this.store = store;
        this.coder = coder;
        this.workers = workers;
        this.rows = new RowImport(template, transaction, store.imported());
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
                store(job, pipeline.readyAfter(step));
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

        /** What is next, with all that can be stored along with it without waiting. */
        List<Step> readyAfter(Step first) throws InterruptedException {
            var ready = new ArrayList<>(List.of(first));
            while (ready.size() < 2 * AT_ONCE
                    && ready.stream().filter(Step.Document.class::isInstance).count() < AT_ONCE
                    && isReady(steps.peek())) {
                ready.add(steps.take());
            }
            return ready;
        }

        private static boolean isReady(@Nullable Step step) {
            return step instanceof Step.EndOfItem
                    || step instanceof Step.Document document
                            && document.prepared().isDone();
        }

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

    /** A document and what came of coding it; null at the end of a file. */
    private record Coded(Item item, long line, @Nullable Prepared prepared) {}

    private void store(long job, List<Step> steps) throws InterruptedException {
        try {
            var coded = new ArrayList<Coded>();
            for (var step : steps) {
                switch (step) {
                    case Step.Document document -> coded.add(coded(document));
                    case Step.EndOfItem(Item item) -> coded.add(new Coded(item, item.line(), null));
                    case Step.End() -> {}
                }
            }
            storeAll(job, coded);
        } finally {
            steps.forEach(step -> {
                if (step instanceof Step.Document document) {
                    document.release().run();
                }
            });
        }
    }

    private static Coded coded(Step.Document document) throws InterruptedException {
        try {
            return new Coded(
                    document.item(), document.line(), document.prepared().get());
        } catch (ExecutionException e) {
            return new Coded(
                    document.item(),
                    document.line(),
                    new Prepared.Refused("Marsad could not code it: " + e.getCause(), ""));
        }
    }

    /** In one transaction, or, where the database refuses one of them, each in its own. */
    private void storeAll(long job, List<Coded> coded) {
        try {
            transaction.executeWithoutResult(_ -> storeInTransaction(job, coded));
        } catch (TransientDataAccessException | CannotGetJdbcConnectionException e) {
            throw e;
        } catch (DataAccessException e) {
            if (coded.size() > 1) {
                coded.forEach(one -> storeAll(job, List.of(one)));
                return;
            }
            var refused = coded.getFirst();
            if (refused.prepared() == null || refused.prepared() instanceof Prepared.Refused) {
                throw e;
            }
            LOG.warn("{} line {} cannot be stored", refused.item().name(), refused.line(), e);
            var reason = "the database refused it: " + e.getMostSpecificCause().getMessage();
            storeAll(job, List.of(new Coded(refused.item(), refused.line(), new Prepared.Refused(reason, ""))));
        }
    }

    /** Nobody edits the gazetteer while documents are locked, so that once more is enough. */
    private List<Saved> save(List<NewDocument> documents) {
        var saved = new ArrayList<>(store.documents().saveAll(documents));
        for (int i = 0; i < saved.size(); i++) {
            if (saved.get(i) instanceof Saved.Outdated) {
                var document = documents.get(i);
                saved.set(
                        i,
                        store.documents()
                                .save(coder.codeAgain(document).ofJob(Objects.requireNonNull(document.jobId()))));
            }
        }
        return saved;
    }

    private void storeInTransaction(long job, List<Coded> coded) {
        int ingested = 0;
        int duplicates = 0;
        var refusals = new ArrayList<@Nullable Object[]>();
        var documents = new ArrayList<NewDocument>();
        for (var one : coded) {
            switch (one.prepared()) {
                case null -> {}
                case Prepared.Coded(var document) -> documents.add(document.ofJob(job));
                case Prepared.Known() -> duplicates++;
                case Prepared.Refused(String reason, String excerpt) ->
                    refusals.add(new @Nullable Object[] {
                        job,
                        one.item().name(),
                        one.line() == 0 ? null : one.line(),
                        reason,
                        excerpt.isEmpty() ? null : excerpt
                    });
            }
        }
        for (var saved : save(documents)) {
            switch (saved) {
                case Saved.Stored stored -> {
                    ingested++;
                    duplicates += stored.duplicates();
                }
                case Saved.AlreadyStored _ -> duplicates++;
                case Saved.Outdated _ -> throw new IllegalStateException("coded anew, and outdated at once");
            }
        }
        template.batchUpdate(
                "insert into quarantine (job_id, source, line, reason, excerpt) values (?, ?, ?::bigint, ?, ?)",
                refusals);
        int running =
                jdbc.sql("""
                        update import_job set ingested = ingested + ?, duplicates = duplicates + ?,
                            quarantined = quarantined + ? where id = ? and state = 'running'""").params(ingested, duplicates, refusals.size(), job).update();
        if (running == 0) {
            throw new CancellationException("job " + job + " was cancelled");
        }
        // A whole file is one document, of line 0: with it, the file is done.
        template.batchUpdate(
                """
                update import_item set line = greatest(line, ?), state = case when ? then 'done' else state end
                where job_id = ? and ordinal = ?""",
                coded.stream()
                        .map(one -> new Object[] {
                            one.line(),
                            one.line() == 0 || one.prepared() == null,
                            job,
                            one.item().ordinal()
                        })
                        .toList());
    }
}
