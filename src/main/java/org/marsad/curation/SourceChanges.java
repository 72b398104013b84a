package org.marsad.curation;

import jakarta.annotation.PostConstruct;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.marsad.curation.Changeset.FileChange;
import org.marsad.curation.Curation.Progress;
import org.marsad.curation.Curation.Why;
import org.marsad.gazetteer.Gazetteer;
import org.marsad.gazetteer.GazetteerDiff;
import org.marsad.gazetteer.Gazetteers;
import org.marsad.gazetteer.ImportedFile;
import org.marsad.geocode.Footprint;
import org.marsad.snapshot.Snapshots;
import org.marsad.store.FollowedSources.Followed;
import org.marsad.store.Recodings;
import org.marsad.store.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Files of places that come and go, in the history of the gazetteer, and what is stored of articles after them: those that the
 * change concerns are noted with it in one transaction, and {@link SourceRecoding} codes them anew bit by bit. Whatever was
 * changed beside a server, or when one was killed, is followed when the next one starts.
 */
@Service
public class SourceChanges {
    private static final Logger LOG = LoggerFactory.getLogger(SourceChanges.class);

    /** Above every version: of a rehearsal, which nobody else sees. */
    private static final long REHEARSED = 1L << 40;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Store store;
    private final Gazetteers gazetteers;
    private final ChangeHistory history;
    private final EditRun.IssuedSnapshots issued;
    private final PlaceStates states;
    private final ActorStates actors;
    private final SourceRecoding recoding;
    private final Runnable afterwards;

    @Autowired
    public SourceChanges(
            JdbcTemplate template,
            PlatformTransactionManager transactions,
            Store store,
            Gazetteers gazetteers,
            Snapshots issued) {
        this(
                template,
                transactions,
                store,
                gazetteers,
                events -> issued.listTouching(events).stream()
                        .map(one -> new Rehearsal.TouchedSnapshot(one.code(), one.title()))
                        .toList(),
                Thread.ofPlatform().name("gazetteer-recoding").daemon()::start,
                () -> writeIntoDatabase(store, gazetteers));
    }

    /**
     * @param starter starts what takes minutes
     * @param afterwards done once no article waits
     */
    SourceChanges(
            JdbcTemplate template,
            PlatformTransactionManager transactions,
            Store store,
            Gazetteers gazetteers,
            EditRun.IssuedSnapshots issued,
            Function<Runnable, @Nullable Thread> starter,
            Runnable afterwards) {
        this.afterwards = afterwards;
        this.jdbc = JdbcClient.create(template);
        this.transaction = new TransactionTemplate(transactions);
        this.store = store;
        this.gazetteers = gazetteers;
        this.issued = issued;
        this.history = new ChangeHistory(template);
        this.states = new PlaceStates(template, store.live());
        this.actors = new ActorStates(jdbc, store);
        this.recoding = new SourceRecoding(template, transaction, store, issued, this::before, starter);
    }

    /** Before anything is coded: what was imported or taken away while no server ran. */
    @PostConstruct
    void followAtStart() {
        try {
            follow("./marsad gazetteer", Why.UNSAID, null);
        } catch (RuntimeException e) {
            LOG.error("What is stored could not follow the files of places; the next start tries again", e);
        }
    }

    @EventListener(ApplicationReadyEvent.class)
    void resumeAtStart() {
        if (recoding.find().isPresent()) {
            recoding.start(() -> {});
        }
    }

    /** Articles that wait to be coded anew; empty where none does. */
    Optional<SourceRecoding.Waiting> findWaiting() {
        return recoding.find();
    }

    /** Tells how far it is, until no article waits or it does not go on. */
    Optional<SourceRecoding.Waiting> await(Progress progress) {
        return recoding.await(progress);
    }

    /** Whether other files are listed than those that what is stored follows. */
    boolean isBehind() {
        return store.live()
                .followed()
                .find()
                .filter(one -> !one.files().equals(gazetteers.imports().list()))
                .isPresent();
    }

    /** Goes on with the articles that wait, where that has failed. */
    void resume() {
        recoding.start(afterwards);
    }

    /** What it would do to stored articles if the sources were others; as {@link Curation#rehearse}. */
    Rehearsal rehearse(Gazetteer sources, boolean everything, Progress progress) {
        return Objects.requireNonNull(transaction.execute(status -> {
            status.setRollbackOnly();
            var plan = EditPlan.ofSources(sources);
            return new EditRun(jdbc, store, states, actors, plan, Map.of(), issued, progress)
                    .run(store.live().refresh(), REHEARSED, everything, false, List.of())
                    .rehearsal();
        }));
    }

    /**
     * Lets the coder and the history know which files are listed now, where they are others than those that what is stored
     * follows; the articles that this concerns are coded anew from now on.
     *
     * @param undoes the changeset that this takes back, or null
     * @return empty where nothing has changed
     */
    synchronized Optional<Changeset> follow(String by, Why why, @Nullable Long undoes) {
        var listed = gazetteers.imports().list();
        var followed = store.live().followed().find().orElse(null);
        var files = followed == null ? List.<FileChange>of() : changes(followed.files(), listed);
        if (files.isEmpty()) {
            settle(followed, listed);
            return Optional.empty();
        }
        long version = follow(
                Objects.requireNonNull(followed), listed, new Asked(kind(files, undoes), files, by, why, undoes));
        store.live().refresh();
        recoding.start(afterwards);
        return history.find(version);
    }

    private record Asked(
            String kind,
            List<FileChange> files,
            String by,
            Why why,
            @Nullable Long undoes) {}

    /** Where the files are the same: another program, or a database that has followed none. */
    private void settle(@Nullable Followed followed, List<ImportedFile> listed) {
        var sources = store.live().sources().stamp();
        if (followed == null || !followed.sources().equals(sources)) {
            store.live().followed().write(new Followed(sources, sources, listed));
        }
    }

    private long follow(Followed followed, List<ImportedFile> listed, Asked asked) {
        var live = store.live();
        var after = gazetteers.compiled(paths(listed).orElseThrow());
        var running = live.sources();
        var runningStamp = live.stamp();
        var before = running.stamp().equals(followed.sources())
                ? running
                : paths(followed.files()).map(gazetteers::compiled).orElse(null);
        boolean sameProgram = before != null && before.stamp().equals(followed.sources());
        var stamp = sameProgram ? followed.stamp() : after.stamp();
        try {
            return Objects.requireNonNull(transaction.execute(_ -> {
                long version = history.lockVersion() + 1;
                var words = live.vocabulary().read();
                var next = live.over(after, version, words);
                var diff = before == null
                        ? null
                        : GazetteerDiff.between(
                                live.over(before, version - 1, words).gazetteer(), next.gazetteer());
                // From now on others code with it; what they store has to wait for this transaction.
                live.replaceSources(after, stamp);
                Recodings.lock(jdbc);
                var concerned = listConcerned(diff, sameProgram, stamp);
                history.add(version, entry(asked, version, concerned.size()));
                recoding.add(version, concerned, diff == null ? null : diff.placeIds());
                live.followed().write(new Followed(after.stamp(), stamp, listed));
                return version;
            }));
        } catch (RuntimeException e) {
            live.replaceSources(running, runningStamp);
            throw e;
        }
    }

    /**
     * @param diff null where nobody knows any more what was there before
     * @param sameProgram whether what is kept of the articles is of this program; else it is nearly true still
     */
    private List<Long> listConcerned(@Nullable GazetteerDiff diff, boolean sameProgram, String stamp) {
        if (diff == null) {
            return store.articles().listAll();
        }
        var wanted = Footprint.wanted(diff.keys(), diff.places());
        return sameProgram
                ? store.articles().listConcerned(wanted, stamp)
                : List.copyOf(store.articles().listWanted(wanted));
    }

    private static ChangeHistory.Entry entry(Asked asked, long version, int concerned) {
        var none = new Effects.Found(0, List.of(), List.of(), List.of(), List.of());
        return new ChangeHistory.Entry(
                asked.kind(),
                null,
                List.of(),
                List.of(),
                List.of(),
                asked.files(),
                asked.by(),
                asked.why(),
                asked.undoes(),
                Rehearsal.of(
                        none,
                        new Rehearsal.Reckoning(version - 1, concerned == 0, concerned, 0, 1),
                        List.of(),
                        List.of(),
                        Duration.ZERO),
                List.of());
    }

    private static String kind(List<FileChange> files, @Nullable Long undoes) {
        var first = files.getFirst();
        if (undoes != null) {
            return "undo";
        }
        if (first.before() == null) {
            return "importFile";
        }
        if (first.after() == null) {
            return "removeFile";
        }
        return first.before().checksum().equals(first.after().checksum()) ? "decideRows" : "replaceFile";
    }

    private static List<FileChange> changes(List<ImportedFile> before, List<ImportedFile> after) {
        var was = byName(before);
        var is = byName(after);
        var names = new TreeMap<String, ImportedFile>(was);
        names.putAll(is);
        return names.keySet().stream()
                .map(name -> new FileChange(name, was.get(name), is.get(name)))
                .filter(one -> !Objects.equals(one.before(), one.after()))
                .toList();
    }

    private static Map<String, ImportedFile> byName(List<ImportedFile> files) {
        return files.stream().collect(Collectors.toMap(ImportedFile::name, one -> one));
    }

    /** The files of imports, in the order in which they are read; empty where one is kept no longer. */
    private Optional<List<Path>> paths(List<ImportedFile> files) {
        var paths = new ArrayList<Path>();
        for (var one : files) {
            var path = gazetteers.imports().findFile(one);
            if (path.isEmpty()) {
                return Optional.empty();
            }
            paths.add(path.get());
        }
        return Optional.of(paths);
    }

    /** The imports as they were before a change, or will be once it is taken back. */
    private List<ImportedFile> listedBefore(Changeset change) {
        var listed = new TreeMap<>(byName(gazetteers.imports().list()));
        for (var file : change.files()) {
            listed.remove(file.name());
            if (file.before() != null) {
                listed.put(file.name(), file.before());
            }
        }
        return listed.values().stream()
                .sorted(Comparator.comparing(ImportedFile::name))
                .toList();
    }

    /** The sources before a change; those of today where they cannot be had. */
    private Gazetteer before(Changeset change) {
        return paths(listedBefore(change)).map(gazetteers::compiled).orElseGet(store.live()::sources);
    }

    Rehearsal rehearseUndo(Changeset change, boolean everything, Progress progress) {
        refuseLater(change);
        var paths = paths(listedBefore(change))
                .orElseThrow(() -> new UndoRefused(
                        "change " + change.version()
                                + " cannot be taken back: its files are kept no longer; import them" + " again",
                        null));
        return rehearse(gazetteers.compiled(paths), everything, progress);
    }

    Changeset undo(Changeset change, String by, Why why) {
        refuseLater(change);
        try {
            for (var file : change.files()) {
                if (file.before() == null) {
                    gazetteers.imports().remove(file.name());
                } else {
                    gazetteers.imports().restore(file.before());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return follow(by, why, change.version())
                .orElseThrow(
                        () -> new UndoRefused("change " + change.version() + " leaves nothing to take back", null));
    }

    private void refuseLater(Changeset change) {
        for (var file : change.files()) {
            var now = gazetteers.imports().find(file.name()).orElse(null);
            if (!Objects.equals(now, file.after())) {
                var later = history.findLaterOfFile(change.version(), file.name());
                throw new UndoRefused(
                        "change " + change.version() + " cannot be taken back: the file " + file.name()
                                + (later.isPresent()
                                        ? " was changed by change " + later.get() + "; take that back first"
                                        : " is another now"),
                        later.orElse(null));
            }
        }
    }

    /** The tables that places are searched in, and what articles look at, follow behind everybody's back. */
    private static void writeIntoDatabase(Store store, Gazetteers gazetteers) {
        try {
            store.writeGazetteer(gazetteers.imports().files());
            store.articles().fillIn(store.live(), () -> true);
        } catch (java.sql.SQLException | RuntimeException e) {
            LOG.error("The imported places could not be written into the database; the next start tries again", e);
        }
    }
}
