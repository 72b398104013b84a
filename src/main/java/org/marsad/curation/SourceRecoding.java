package org.marsad.curation;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.marsad.curation.Curation.Progress;
import org.marsad.gazetteer.Gazetteer;
import org.marsad.store.Edition;
import org.marsad.store.Recodings;
import org.marsad.store.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Codes the articles anew that a change of files concerns, some hundreds a transaction, so that nobody waits for long: an edit
 * may come in between. What is left is in the database; a server that is killed goes on with it when it starts again, and
 * afterwards all is as coding every article anew would have it.
 */
public final class SourceRecoding {
    private static final Logger LOG = LoggerFactory.getLogger(SourceRecoding.class);
    private static final int BATCH = 400;
    private static final int LOOK_MILLIS = 300;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Store store;
    private final EditRun.IssuedSnapshots issued;
    private final ChangeHistory history;
    private final Function<Changeset, Gazetteer> before;
    private final Function<Runnable, @Nullable Thread> starter;
    private final AtomicBoolean running = new AtomicBoolean();

    /** Places that are others than they were, of changes whose articles wait; null where nobody knows any more. */
    private volatile @Nullable Set<String> others;

    private volatile @Nullable String failure;

    /**
     * @param before the sources before a change of files
     * @param starter starts what takes minutes
     */
    SourceRecoding(
            JdbcTemplate template,
            TransactionTemplate transaction,
            Store store,
            EditRun.IssuedSnapshots issued,
            Function<Changeset, Gazetteer> before,
            Function<Runnable, @Nullable Thread> starter) {
        this.jdbc = JdbcClient.create(template);
        this.transaction = transaction;
        this.store = store;
        this.issued = issued;
        this.history = new ChangeHistory(template);
        this.before = before;
        this.starter = starter;
    }

    /**
     * Articles that wait.
     *
     * @param version the change that concerns them
     * @param left how many still wait
     * @param of how many it concerned
     * @param failure why it does not go on, or null where it does
     */
    public record Waiting(
            long version, int left, int of, @Nullable String failure) {}

    Optional<Waiting> find() {
        return jdbc.sql("select version, count(*) as n from recoding group by version order by version desc limit 1")
                .query((row, _) -> Map.entry(row.getLong("version"), row.getInt("n")))
                .optional()
                .map(one -> new Waiting(
                        one.getKey(),
                        one.getValue(),
                        Math.max(
                                one.getValue(),
                                history.findEffect(one.getKey())
                                        .map(Rehearsal::affected)
                                        .orElse(0)),
                        failure));
    }

    /** Tells how far it is, until no article waits or it does not go on. */
    Optional<Waiting> await(Progress progress) {
        while (!progress.getAsBoolean()) {
            var waiting = find();
            if (waiting.isEmpty() || waiting.get().failure() != null) {
                return waiting;
            }
            progress.coded(
                    waiting.get().of() - waiting.get().left(), waiting.get().of());
            try {
                Thread.sleep(LOOK_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return waiting;
            }
        }
        return find();
    }

    /**
     * Notes articles that a change concerns; those that wait since an earlier one are its own from now on.
     *
     * @param places ids of those that are other than they were; null where nobody knows
     */
    void add(long version, Collection<Long> articles, @Nullable Set<String> places) {
        boolean alone =
                jdbc.sql("select count(*) from recoding").query(Integer.class).single() == 0;
        jdbc.sql("update recoding set version = ?").param(version).update();
        jdbc.sql("""
                        insert into recoding (article_id, version) select a, ? from unnest(cast(? as bigint[])) a
                        on conflict do nothing""").params(version, articles.toArray(Long[]::new)).update();
        var known = others;
        if (places == null || !alone && known == null) {
            others = null;
        } else {
            var all = new HashSet<>(places);
            if (!alone && known != null) {
                all.addAll(known);
            }
            others = all;
        }
    }

    /**
     * Goes on until no article waits, on another thread; does nothing where it is at it already.
     *
     * @param afterwards what else is to follow
     */
    void start(Runnable afterwards) {
        if (running.compareAndSet(false, true)) {
            failure = null;
            starter.apply(() -> run(afterwards));
        }
    }

    private void run(Runnable afterwards) {
        try {
            while (step()) {}
        } catch (RuntimeException e) {
            failure = String.valueOf(e.getMessage());
            LOG.error("Articles could not be coded anew; the next start goes on with them", e);
        } finally {
            running.set(false);
        }
        if (failure == null && find().isPresent()) {
            // Another change came when the last step had found nothing any more.
            start(afterwards);
        } else {
            afterwards.run();
        }
    }

    /** Codes some of the articles that wait; false where none is left. */
    private boolean step() {
        boolean more = Objects.requireNonNull(transaction.execute(_ -> {
            history.lockVersion();
            var version = jdbc.sql("select version from recoding order by version desc limit 1")
                    .query(Long.class)
                    .optional();
            if (version.isEmpty()) {
                return false;
            }
            var ids = jdbc.sql("select article_id from recoding where version = ? order by article_id limit ?")
                    .params(version.get(), BATCH)
                    .query(Long.class)
                    .list();
            recode(history.find(version.get()).orElseThrow(), ids);
            return true;
        }));
        store.forgetReports();
        return more;
    }

    private void recode(Changeset change, List<Long> ids) {
        long begun = System.nanoTime();
        var next = store.live().refresh();
        var known = others;
        ArticleCoding.Unchanged unchanged =
                known == null ? (_, _, _) -> false : new UnchangedMentions(known, List.of(next.coder()));
        var recoded =
                new ArticleCoding(store.articles(), new Before(change, next), next, unchanged).code(ids, Progress.NONE);
        Recodings.lock(jdbc);
        var seats = change.undoes() == null ? Map.<String, Recodings.Seat>of() : history.seats(change.undoes());
        var effects = new Effects(jdbc);
        var outcome = store.recodings(next).write(recoded, next.stamp(), seats, Set.of(), effects::expect);
        history.addSeats(change.version(), outcome.seats());
        jdbc.sql("delete from recoding where article_id = any(?)")
                .param(ids.toArray(Long[]::new))
                .update();
        boolean done = jdbc.sql("select count(*) from recoding where version = ?")
                        .param(change.version())
                        .query(Integer.class)
                        .single()
                == 0;
        history.writeEffect(
                change.version(),
                EffectSum.of(
                        history.findEffect(change.version()).orElseThrow(),
                        effects.of(outcome),
                        ids.size(),
                        done,
                        issued,
                        System.nanoTime() - begun));
    }

    /** The edition with the sources before the change; compiled only where articles of another program ask for it. */
    private final class Before implements Supplier<Edition> {
        private final Changeset change;
        private final Edition next;
        private @Nullable Edition edition;

        Before(Changeset change, Edition next) {
            this.change = change;
            this.next = next;
        }

        @Override
        public synchronized Edition get() {
            var known = edition;
            if (known == null) {
                known = store.live().over(before.apply(change), next.version(), next.vocabulary());
                edition = known;
            }
            return known;
        }
    }
}
