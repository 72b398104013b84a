package org.marsad.ingest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.marsad.exchange.datasets.Dataset;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The import jobs in the database. */
public class ImportJobs {
    private static final String COLUMNS = "id, origin, requested_by, state, total, ingested, duplicates, quarantined,"
            + " created_at, started_at, finished_at, message, source, edition, rows_read, added, changed, unchanged,"
            + " withdrawn";
    private static final RowMapper<ImportJob> JOB = (row, _) -> new ImportJob(
            row.getLong("id"),
            row.getString("origin"),
            row.getString("requested_by"),
            ImportJob.State.valueOf(row.getString("state").toUpperCase(java.util.Locale.ROOT)),
            row.getObject("total", Integer.class),
            row.getInt("ingested"),
            row.getInt("duplicates"),
            row.getInt("quarantined"),
            row.getTimestamp("created_at").toInstant(),
            row.getTimestamp("started_at") == null
                    ? null
                    : row.getTimestamp("started_at").toInstant(),
            row.getTimestamp("finished_at") == null
                    ? null
                    : row.getTimestamp("finished_at").toInstant(),
            row.getString("message"),
            row.getString("source") == null
                    ? null
                    : new ImportJob.RowCounts(
                            row.getString("source"),
                            row.getString("edition") != null,
                            row.getLong("rows_read"),
                            row.getLong("added"),
                            row.getLong("changed"),
                            row.getLong("unchanged"),
                            row.getLong("withdrawn")));

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final TransactionTemplate transaction;

    public ImportJobs(JdbcTemplate template, TransactionTemplate transaction) {
        this.jdbc = JdbcClient.create(template);
        this.template = template;
        this.transaction = transaction;
    }

    /**
     * Queues a job.
     *
     * @param paths files and directories
     * @param requestedBy whose job it is
     * @throws IllegalArgumentException where a path does not exist or nothing is in it; for the user
     */
    public ImportJob submit(List<Path> paths, String origin, String requestedBy) {
        var sources = SourceFiles.of(paths);
        if (sources.files().isEmpty()) {
            throw new IllegalArgumentException(
                    "no .txt, .html or .jsonl file in " + (origin.isEmpty() ? "what was given" : origin));
        }
        String message = sources.leftOut().isEmpty()
                ? null
                : sources.leftOut().size() + " files of other kinds left out: "
                        + String.join(", ", sources.leftOut().stream().limit(5).toList())
                        + (sources.leftOut().size() > 5 ? ", …" : "");
        int total = sources.countDocuments();
        long id = java.util.Objects.requireNonNull(transaction.execute(_ -> {
            long job = jdbc.sql("insert into import_job (origin, requested_by, state, total, message)"
                            + " values (?, ?, 'queued', ?, ?) returning id")
                    .params(origin, requestedBy, total, message)
                    .query(Long.class)
                    .single();
            var rows = new java.util.ArrayList<Object[]>();
            for (var file : sources.files()) {
                rows.add(new Object[] {job, rows.size() + 1, file.path().toString(), file.name()});
            }
            template.batchUpdate("insert into import_item (job_id, ordinal, source, name) values (?, ?, ?, ?)", rows);
            return job;
        }));
        return get(id);
    }

    /**
     * Queues a job over files of a data set.
     *
     * @param edition whether they are a whole edition: what stands in none of them is withdrawn
     * @throws IllegalArgumentException where a path is no file; for the user
     */
    public ImportJob submitRows(Dataset dataset, List<Path> files, boolean edition, String origin, String requestedBy) {
        for (var file : files) {
            if (!Files.isRegularFile(file)) {
                throw new IllegalArgumentException(file + ": no such file");
            }
        }
        long id = java.util.Objects.requireNonNull(transaction.execute(_ -> {
            long job = jdbc.sql("insert into import_job (origin, requested_by, state, source, edition)"
                            + " values (?, ?, 'queued', ?, ?) returning id")
                    .params(origin, requestedBy, dataset.id(), edition ? origin : null)
                    .query(Long.class)
                    .single();
            var rows = new java.util.ArrayList<Object[]>();
            for (var file : files) {
                rows.add(new Object[] {
                    job, rows.size() + 1, file.toString(), file.getFileName().toString()
                });
            }
            template.batchUpdate("insert into import_item (job_id, ordinal, source, name) values (?, ?, ?, ?)", rows);
            return job;
        }));
        return get(id);
    }

    public Optional<ImportJob> find(long id) {
        return jdbc.sql("select " + COLUMNS + " from import_job where id = ?")
                .param(id)
                .query(JOB)
                .optional();
    }

    /**
     * @throws java.util.NoSuchElementException where there is none
     */
    public ImportJob get(long id) {
        return find(id).orElseThrow(() -> new java.util.NoSuchElementException("no import job " + id));
    }

    /** The latest first. */
    public List<ImportJob> list(int limit) {
        return jdbc.sql("select " + COLUMNS + " from import_job order by id desc limit ?")
                .param(limit)
                .query(JOB)
                .list();
    }

    /** The refusals of a job after one already seen (0 for all), in order. */
    public List<Refusal> listRefusals(long job, long after, int limit) {
        return jdbc.sql("select id, source, line, reason, excerpt from quarantine where job_id = ? and id > ?"
                        + " order by id limit ?")
                .params(job, after, limit)
                .query(Refusal.class)
                .list();
    }

    /** Ends a job that is not over yet; what it stored stays. Returns whether there was such a job. */
    public boolean cancel(long id) {
        return jdbc.sql("update import_job set state = 'cancelled', finished_at = now()"
                                + " where id = ? and state in ('queued', 'running')")
                        .param(id)
                        .update()
                > 0;
    }

    /** The jobs that are to be worked on: those queued, and those that a process left when it was ended. */
    List<Long> listOpen() {
        return jdbc.sql("select id from import_job where state in ('queued', 'running') order by id")
                .query(Long.class)
                .list();
    }
}
