package org.marsad.mapview;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.marsad.geo.Borders;
import org.marsad.mapview.columns.Snapshot;
import org.marsad.mapview.columns.Vocabulary;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * The map's events in memory. A thread of its own reads them from the database, then waits for changes and swaps in a new
 * snapshot for each batch. Where the database goes away, what was read is served on, said to be stale, and brought up to
 * date when it comes back.
 */
public final class ReadModel implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ReadModel.class);

    /** Of an import, changes are taken in together that come within this time. */
    private static final Duration GATHER = Duration.ofMillis(250);

    private static final int LOOK_MILLIS = 5_000;
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    /** So many changes are merged into a new base, or this part of it. */
    private static final int MERGE_FROM = 20_000;

    private static final int MERGE_PART = 50;

    private final Opener opener;
    private final Borders borders;
    private final String epoch = Long.toString(System.currentTimeMillis(), 36);
    private final ExecutorService executor = Executors.newFixedThreadPool(
            Math.max(1, Runtime.getRuntime().availableProcessors()),
            Thread.ofPlatform().daemon().name("map-count-", 0).factory());

    private volatile @Nullable Snapshot snapshot;
    private volatile ModelNames names = ModelNames.NONE;
    private volatile long loaded;
    private volatile @Nullable Instant awaySince;
    private volatile @Nullable Thread thread;
    private volatile boolean stopped;
    private long version;
    private @Nullable String bookmark;

    /** Opens a connection to where the events are. */
    public interface Opener {
        ModelSource open() throws SQLException;
    }

    public ReadModel(Opener opener, Borders borders) {
        this.opener = opener;
        this.borders = borders;
    }

    /**
     * How the model stands.
     *
     * @param loaded events read so far, while the first load is under way
     * @param awaySince since when the database has not answered; null while it does
     */
    public record Status(State state, long loaded, @Nullable Instant awaySince) {}

    /** See {@link Status}. */
    public enum State {
        LOADING,
        READY,
        STALE
    }

    public Status status() {
        var away = awaySince;
        return new Status(snapshot == null ? State.LOADING : away == null ? State.READY : State.STALE, loaded, away);
    }

    /** What there is to show; empty before the first load is done. */
    public Optional<Snapshot> find() {
        return Optional.ofNullable(snapshot);
    }

    /**
     * @throws ModelLoadingException before the first load is done
     */
    public Snapshot get() {
        return find().orElseThrow(() -> new ModelLoadingException(loaded));
    }

    public ModelNames names() {
        return names;
    }

    /** The threads that count. */
    public ExecutorService executor() {
        return executor;
    }

    @Override
    public void start() {
        stopped = false;
        thread = Thread.ofPlatform().daemon().name("map-model").start(this::follow);
    }

    @Override
    public void stop() {
        stopped = true;
        var running = thread;
        if (running != null) {
            running.interrupt();
        }
        thread = null;
        executor.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void follow() {
        var pause = Duration.ofMillis(250);
        while (!stopped) {
            try (var source = opener.open()) {
                catchUp(source);
                awaySince = null;
                pause = Duration.ofMillis(250);
                while (!stopped) {
                    source.await(LOOK_MILLIS);
                    Thread.sleep(GATHER);
                    refresh(source);
                }
            } catch (InterruptedException e) {
                return;
            } catch (SQLException | RuntimeException e) {
                if (stopped) {
                    return;
                }
                if (awaySince == null) {
                    awaySince = Instant.now();
                    LOG.warn("The map's events cannot be read; what was read before is shown on: {}", e.getMessage());
                    LOG.debug("The map's events cannot be read", e);
                }
                try {
                    Thread.sleep(pause);
                } catch (InterruptedException stop) {
                    return;
                }
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
            }
        }
    }

    private void catchUp(ModelSource source) throws SQLException {
        var known = snapshot;
        if (known == null || bookmark == null) {
            load(source);
            return;
        }
        refresh(source);
        var now = snapshot;
        if (now != null && source.count() != now.size()) {
            // It is another database, or one that was taken back to an earlier state.
            load(source);
        }
    }

    private void load(ModelSource source) throws SQLException {
        long begun = System.nanoTime();
        var read = source.load(new Vocabulary(), number -> loaded = number);
        long built = System.nanoTime();
        var columns = read.builder().build();
        bookmark = read.bookmark();
        var model = Snapshot.of(columns, borders, nextVersion(), Instant.now());
        publish(source, model);
        LOG.info(
                "The map holds {} events: read in {} ms, built in {} ms",
                columns.size(),
                (built - begun) / 1_000_000,
                (System.nanoTime() - built) / 1_000_000);
        WarmUp.run(model, executor, () -> stopped);
    }

    private void refresh(ModelSource source) throws SQLException {
        var before = get();
        var changes = source.changes(Objects.requireNonNull(bookmark));
        if (!changes.ids().isEmpty()) {
            if (changes.ids().get(ModelSource.EVERYTHING)
                    || changes.ids().cardinality() > Math.max(MERGE_FROM * 5, before.size() / 2)) {
                load(source);
                return;
            }
            take(source, before, changes.ids());
        }
        bookmark = changes.bookmark();
    }

    private void take(ModelSource source, Snapshot before, BitSet ids) throws SQLException {
        var builder = before.changesBut(ids);
        source.read(ids, builder);
        var after = before.with(ids, builder.build(), nextVersion(), Instant.now());
        if (after.changes() > Math.max(MERGE_FROM, after.size() / MERGE_PART)) {
            after = Snapshot.of(after.merged(), borders, after.version(), after.asOf());
        }
        publish(source, after);
    }

    private void publish(ModelSource source, Snapshot next) throws SQLException {
        var read = source.names(next.vocabulary());
        if (read != null) {
            names = read;
        }
        snapshot = next;
        loaded = next.size();
    }

    private String nextVersion() {
        return epoch + "-" + ++version;
    }
}
