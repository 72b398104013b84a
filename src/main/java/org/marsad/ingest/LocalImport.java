package org.marsad.ingest;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.flywaydb.core.Flyway;
import org.marsad.actor.ActorRegistry;
import org.marsad.exchange.datasets.Dataset;
import org.marsad.gazetteer.Gazetteers;
import org.marsad.geo.Borders;
import org.marsad.store.Store;
import org.marsad.store.database.DatabaseAddress;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Import jobs without a server: the same pieces put together by hand. */
public final class LocalImport implements AutoCloseable {
    private static final long PAUSE_MILLIS = 300;

    private final HikariDataSource database;
    private final ExecutorService workers;
    private final ImportJobs jobs;
    private final Importer importer;

    private LocalImport(HikariDataSource database, ExecutorService workers, ImportJobs jobs, Importer importer) {
        this.database = database;
        this.workers = workers;
        this.jobs = jobs;
        this.importer = importer;
    }

    /** Over a database, whose schema is brought up to date first. */
    public static LocalImport open(DatabaseAddress address) {
        var database = new HikariDataSource();
        database.setJdbcUrl(address.url());
        database.setUsername(address.user());
        database.setPassword(address.password());
        database.setMaximumPoolSize(8);
        Flyway.configure().dataSource(database).load().migrate();
        var gazetteer = Gazetteers.here().load(List.of());
        var actors = ActorRegistry.builtIn();
        var borders = Borders.builtIn();
        var store = Store.over(database, gazetteer, actors, borders);
        var transaction = new TransactionTemplate(new JdbcTransactionManager(database));
        var jobs = new ImportJobs(new JdbcTemplate(database), transaction);
        var workers = Executors.newFixedThreadPool(
                Runtime.getRuntime().availableProcessors(),
                Thread.ofPlatform().name("coding-", 1).daemon().factory());
        var coder = new DocumentCoder(store);
        return new LocalImport(
                database, workers, jobs, new Importer(database, transaction, jobs, store, coder, workers));
    }

    public long submit(List<Path> paths, String origin) {
        return jobs.submit(paths, origin, "command line").id();
    }

    /**
     * @param source id of the data set
     * @throws IllegalArgumentException where there is none of this id, or no such file; for the user
     */
    public long submitRows(String source, List<Path> files, boolean edition, String origin) {
        return jobs.submitRows(Dataset.ofId(source), files, edition, origin, "command line")
                .id();
    }

    /**
     * Works off every open job, also one that another process is at, or was until it was killed: the database may take a
     * moment to notice. An interrupt ends it, and the job stays open.
     */
    public void runToTheEnd() {
        try {
            importer.runOpenJobs();
            while (!jobs.listOpen().isEmpty()) {
                Thread.sleep(PAUSE_MILLIS);
                importer.runOpenJobs();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public ImportJobs jobs() {
        return jobs;
    }

    @Override
    public void close() {
        workers.shutdownNow();
        database.close();
    }
}
