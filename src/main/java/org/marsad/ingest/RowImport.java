package org.marsad.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.marsad.exchange.datasets.Columns;
import org.marsad.exchange.datasets.Dataset;
import org.marsad.exchange.datasets.ForeignRows;
import org.marsad.exchange.datasets.RowRefused;
import org.marsad.store.ImportedEvents;
import org.marsad.store.ImportedEvents.NewRow;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Works off a job over rows of a data set, some thousands at a time; each batch is stored in one transaction with the
 * job's progress, so that a job that was killed goes on with the line that comes next. Every row read is added, changed,
 * unchanged or in quarantine.
 */
final class RowImport {
    private static final int BATCH = 5_000;
    private static final long BATCH_CHARACTERS = 8 << 20;

    /** Beyond this share of the rows that stand, an edition is rather a part of one. */
    private static final int MOST_WITHDRAWN_PERCENT = 50;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final TransactionTemplate transaction;
    private final ImportedEvents events;

    RowImport(JdbcTemplate template, TransactionTemplate transaction, ImportedEvents events) {
        this.jdbc = JdbcClient.create(template);
        this.template = template;
        this.transaction = transaction;
        this.events = events;
    }

    /** A file of a job, and the line up to which it is stored. */
    private record Item(int ordinal, Path path, String name, boolean done, long line) {}

    /**
     * @param edition whether the files are a whole edition: what stands in none of them is withdrawn
     */
    void work(long job, Dataset dataset, boolean edition) {
        var items = jdbc.sql("select ordinal, source, name, state = 'done' as done, line from import_item"
                        + " where job_id = ? order by ordinal")
                .param(job)
                .query((row, _) -> new Item(
                        row.getInt("ordinal"),
                        Path.of(row.getString("source")),
                        row.getString("name"),
                        row.getBoolean("done"),
                        row.getLong("line")))
                .list();
        var withdrawal = edition ? new Withdrawal() : null;
        for (var item : items) {
            if (!item.done() || edition) {
                new FileImport(job, dataset, item, withdrawal).run();
            }
        }
        if (withdrawal != null) {
            withdraw(job, dataset, withdrawal);
        }
    }

    /** What an edition holds, and what speaks against withdrawing the rest. */
    private static final class Withdrawal {
        final SeenIds there = new SeenIds();
        long unnamed;

        @Nullable
        String obstacle;
    }

    private void withdraw(long job, Dataset dataset, Withdrawal withdrawal) {
        transaction.executeWithoutResult(_ -> {
            var missing = events.listMissing(dataset, id -> withdrawal.there.contains(Hash64.of(id)));
            var obstacle = withdrawal.obstacle;
            if (obstacle == null && withdrawal.unnamed > 0) {
                obstacle = withdrawal.unnamed + " rows were refused whose ids cannot be read";
            }
            if (obstacle == null && missing.size() * 100L > events.count(dataset) * MOST_WITHDRAWN_PERCENT) {
                obstacle = "%,d rows of %,d would go; this looks like a part of an edition"
                        .formatted(missing.size(), events.count(dataset));
            }
            if (obstacle != null && !missing.isEmpty()) {
                jdbc.sql("update import_job set message = ? where id = ?")
                        .params("Nothing was withdrawn: " + obstacle + ".", job)
                        .update();
                return;
            }
            events.withdraw(dataset, missing, job);
            jdbc.sql("update import_job set withdrawn = ? where id = ? and state = 'running'")
                    .params(missing.size(), job)
                    .update();
        });
    }

    /** One file. */
    private final class FileImport {
        private final long job;
        private final Dataset dataset;
        private final Item item;
        private final @Nullable Withdrawal withdrawal;
        private final SeenIds seen = new SeenIds();
        private final List<NewRow> rows = new ArrayList<>();
        private final List<Object[]> refusals = new ArrayList<>();
        private long characters;
        private long repeated;
        private long last;

        FileImport(long job, Dataset dataset, Item item, @Nullable Withdrawal withdrawal) {
            this.job = job;
            this.dataset = dataset;
            this.item = item;
            this.withdrawal = withdrawal;
        }

        void run() {
            try (var file = RowFile.open(item.path())) {
                var records = new Records(file.in(), file.charset(), dataset.hasHeader());
                var format = format(records);
                if (format != null) {
                    read(records, format);
                }
                if (file.isDamaged()) {
                    obstruct(item.name() + " is cut off");
                    refuse(last + 1, "the packed file ends here too early: it was cut off, get it again", "");
                }
            } catch (IOException e) {
                obstruct(item.name() + " cannot be read");
                refuse(last + 1, "the file cannot be read further: " + e.getMessage(), "");
            }
            flush(true);
        }

        private @Nullable ForeignRows format(Records records) throws IOException {
            if (!dataset.hasHeader()) {
                return new ForeignRows(dataset, Columns.of(dataset));
            }
            var header = records.header();
            String reason;
            if (header instanceof Records.Values values) {
                try {
                    return new ForeignRows(dataset, Columns.ofHeader(dataset, values.values()));
                } catch (RowRefused e) {
                    reason = e.reason();
                }
            } else {
                reason = header instanceof Records.Broken broken ? broken.reason() : "the file is empty";
            }
            obstruct(item.name() + " has no header");
            refuse(1, reason, "");
            return null;
        }

        private void read(Records records, ForeignRows format) throws IOException {
            for (var found = records.next(); found != null; found = records.next()) {
                last = found.last();
                switch (found) {
                    case Records.Broken broken -> {
                        if (broken.cut()) {
                            obstruct(item.name() + " is cut off");
                        } else if (withdrawal != null) {
                            withdrawal.unnamed++;
                        }
                        refuse(broken.line(), broken.reason(), broken.excerpt());
                    }
                    case Records.Values values -> read(values, format);
                }
                if (rows.size() >= BATCH || refusals.size() >= BATCH || characters >= BATCH_CHARACTERS) {
                    flush(false);
                }
            }
        }

        private void read(Records.Values record, ForeignRows format) {
            try {
                var event = format.read(record.values());
                long id = Hash64.of(event.id());
                long digest = Hash64.of(event.fields());
                int earlier = seen.line(id);
                if (earlier == 0) {
                    seen.put(id, digest, record.line());
                    there(event.id());
                    if (!isStored(record.line())) {
                        rows.add(new NewRow(event, digest));
                        event.fields().forEach(field -> characters += field.length());
                    }
                } else if (seen.digest(id) == digest) {
                    repeated += isStored(record.line()) ? 0 : 1;
                } else {
                    throw new RowRefused(
                            "its id %s stands on line %d already, with other values".formatted(event.id(), earlier));
                }
            } catch (RowRefused e) {
                refuse(record, e.reason(), format);
            }
        }

        private void refuse(Records.Values record, String reason, ForeignRows format) {
            boolean cut = !record.ended() && record.values().size() != format.size();
            var id = format.id(record.values());
            if (cut) {
                obstruct(item.name() + " is cut off");
            } else if (!id.isEmpty() && record.values().size() == format.size()) {
                there(id);
            } else if (withdrawal != null) {
                withdrawal.unnamed++;
            }
            refuse(
                    record.line(),
                    cut ? "the file ends in the middle of it: it was cut off, get it again" : reason,
                    String.join(",", record.values()));
        }

        private void there(String id) {
            if (withdrawal != null) {
                withdrawal.there.put(Hash64.of(id), 0, 0);
            }
        }

        private void obstruct(String obstacle) {
            if (withdrawal != null) {
                withdrawal.obstacle = obstacle;
            }
        }

        private void refuse(long line, String reason, String excerpt) {
            if (!isStored(line)) {
                refusals.add(new Object[] {
                    job,
                    item.name(),
                    line,
                    reason,
                    excerpt.isEmpty() ? null : DocumentCoder.excerpt(excerpt).replace('\0', '\uFFFD')
                });
            }
        }

        /** By the process that was killed, or in an edition that is read again. */
        private boolean isStored(long line) {
            return item.done() || line <= item.line();
        }

        private void flush(boolean end) {
            if (item.done()) {
                return;
            }
            transaction.executeWithoutResult(_ -> {
                var counts = rows.isEmpty() ? new ImportedEvents.Counts(0, 0, 0) : events.save(dataset, rows, job);
                template.batchUpdate(
                        "insert into quarantine (job_id, source, line, reason, excerpt) values (?, ?, ?, ?, ?)",
                        refusals);
                long unchanged = counts.unchanged() + repeated;
                long read = rows.size() + repeated + refusals.size();
                int running = jdbc.sql("""
                                with job as (update import_job set rows_read = rows_read + ?, added = added + ?,
                                        changed = changed + ?, unchanged = unchanged + ?, ingested = ingested + ?,
                                        duplicates = duplicates + ?, quarantined = quarantined + ?
                                    where id = ? and state = 'running' returning id)
                                update import_item set line = greatest(line, ?), state = case when ? then 'done' else state end
                                where job_id = (select id from job) and ordinal = ?""")
                        .params(
                                read,
                                counts.added(),
                                counts.changed(),
                                unchanged,
                                counts.added() + counts.changed(),
                                unchanged,
                                refusals.size(),
                                job,
                                last,
                                end,
                                item.ordinal())
                        .update();
                if (running == 0) {
                    throw new CancellationException("job " + job + " was cancelled");
                }
            });
            rows.clear();
            refusals.clear();
            characters = 0;
            repeated = 0;
        }
    }
}
