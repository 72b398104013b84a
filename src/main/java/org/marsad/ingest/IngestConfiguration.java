package org.marsad.ingest;

import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.marsad.store.Store;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Import jobs in the server. */
@Configuration
class IngestConfiguration {
    @Bean
    ImportJobs importJobs(JdbcTemplate template, PlatformTransactionManager transactions) {
        return new ImportJobs(template, new TransactionTemplate(transactions));
    }

    @Bean(destroyMethod = "shutdownNow")
    ExecutorService codingThreads() {
        return Executors.newFixedThreadPool(
                Runtime.getRuntime().availableProcessors(),
                Thread.ofPlatform().name("coding-", 1).daemon().factory());
    }

    @Bean
    ImportRunner importRunner(
            DataSource database,
            PlatformTransactionManager transactions,
            ImportJobs jobs,
            Store store,
            ExecutorService codingThreads,
            @Value("${marsad.samples:}") String samples) {
        var importer = new Importer(
                database, new TransactionTemplate(transactions), jobs, store, new DocumentCoder(store), codingThreads);
        return new ImportRunner(importer, jobs, samples.isBlank() ? null : Path.of(samples));
    }
}
