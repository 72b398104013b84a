package org.marsad.curation;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.marsad.snapshot.Snapshots;
import org.marsad.store.Recodings.Seat;
import org.marsad.store.Store;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** {@link Curation} over the database. */
@Service
public class GazetteerCuration implements Curation {
    /** Above every version: of a rehearsal, which nobody else sees. */
    private static final long REHEARSED = 1L << 40;

    private final JdbcClient jdbc;
    private final ChangeHistory history;
    private final TransactionTemplate transaction;
    private final Store store;
    private final PlaceStates states;
    private final EditPlanner planner;
    private final ActorStates actors;
    private final VocabularyPlanner vocabularyPlanner;
    private final VocabularyChecks vocabularyChecks;
    private final UndoPlanner undos;
    private final PlaceLookup lookup;
    private final PlaceChecks checks;
    private final EditRun.IssuedSnapshots issued;
    /** Null where there are no files that could come or go: in a process without a server. */
    private final @Nullable SourceChanges files;

    @Autowired
    public GazetteerCuration(
            JdbcTemplate template,
            PlatformTransactionManager transactions,
            Store store,
            Snapshots issued,
            SourceChanges files) {
        this(
                template,
                transactions,
                store,
                files,
                events -> issued.listTouching(events).stream()
                        .map(one -> new Rehearsal.TouchedSnapshot(one.code(), one.title()))
                        .toList());
    }

    /** Where no snapshots are issued: in a process without a server. */
    public GazetteerCuration(JdbcTemplate template, PlatformTransactionManager transactions, Store store) {
        this(template, transactions, store, null, _ -> List.of());
    }

    /**
     * @param files null where none could come or go
     */
    GazetteerCuration(
            JdbcTemplate template,
            PlatformTransactionManager transactions,
            Store store,
            @Nullable SourceChanges files,
            EditRun.IssuedSnapshots issued) {
        this.files = files;
        this.issued = issued;
        this.jdbc = JdbcClient.create(template);
        this.history = new ChangeHistory(template);
        this.transaction = new TransactionTemplate(transactions);
        this.store = store;
        this.states = new PlaceStates(template, store.live());
        this.planner = new EditPlanner(jdbc, states, store.live());
        this.actors = new ActorStates(jdbc, store);
        this.vocabularyPlanner = new VocabularyPlanner(actors, store.live());
        this.vocabularyChecks = new VocabularyChecks(jdbc, store, actors, vocabularyPlanner);
        this.undos = new UndoPlanner(jdbc, states, actors);
        this.lookup = new PlaceLookup(jdbc, states, planner, store.live());
        this.checks = new PlaceChecks(lookup, store.articles());
    }

    @Override
    public long version() {
        return store.live().edits().version();
    }

    @Override
    public List<Found> search(String text, int limit) {
        return lookup.search(text, limit);
    }

    @Override
    public Optional<PlaceState> find(String place) {
        return states.find(place);
    }

    @Override
    public List<PlaceState> listVersions(String place) {
        return states.listVersions(place);
    }

    @Override
    public List<Found> listNear(double lon, double lat, double km, int limit) {
        return lookup.listNear(lon, lat, km, limit);
    }

    @Override
    public List<Found> listNamesakes(List<String> names, double lon, double lat, @Nullable String except, int limit) {
        return lookup.listNamesakes(names, lon, lat, except, limit);
    }

    @Override
    public List<Problem> check(Edit edit) {
        return check(edit, plan(edit));
    }

    private EditPlan plan(Edit edit) {
        return switch (edit) {
            case PlaceEdit place -> planner.plan(place);
            case ActorEdit actor -> vocabularyPlanner.plan(actor);
            case TriggerEdit trigger -> vocabularyPlanner.plan(trigger);
        };
    }

    private List<Problem> check(Edit edit, EditPlan plan) {
        return edit instanceof PlaceEdit place ? checks.check(place, plan) : vocabularyChecks.check(plan);
    }

    @Override
    public Rehearsal rehearse(Edit edit, boolean everything, Progress progress) {
        var plan = plan(edit);
        var problems = check(edit, plan);
        if (problems.stream().anyMatch(Problem::refused)) {
            throw new EditRefused(problems);
        }
        return rehearse(plan, Map.of(), everything, problems, progress);
    }

    private Rehearsal rehearse(
            EditPlan plan, Map<String, Seat> seats, boolean everything, List<Problem> problems, Progress progress) {
        return Objects.requireNonNull(transaction.execute(status -> {
            status.setRollbackOnly();
            return new EditRun(jdbc, store, states, actors, plan, seats, issued, progress)
                    .run(store.live().refresh(), REHEARSED, everything, false, problems)
                    .rehearsal();
        }));
    }

    @Override
    public Changeset apply(Edit edit, String by, Why why, Progress progress) {
        long version = write(
                () -> {
                    var plan = plan(edit);
                    var problems = check(edit, plan);
                    if (problems.stream().anyMatch(Problem::refused)) {
                        throw new EditRefused(problems);
                    }
                    return new Asked(edit.kind(), edit, plan, null, Map.of(), problems);
                },
                by,
                why,
                progress);
        return history.find(version).orElseThrow();
    }

    @Override
    public Rehearsal rehearseUndo(long version, boolean everything, Progress progress) {
        var change = history.getForUndo(version);
        return change.files().isEmpty()
                ? rehearse(undos.plan(change), history.seats(version), everything, List.of(), progress)
                : ofFiles(change).rehearseUndo(change, everything, progress);
    }

    @Override
    public Changeset undo(long version, String by, Why why, Progress progress) {
        var change = history.getForUndo(version);
        if (!change.files().isEmpty()) {
            return ofFiles(change).undo(change, by, why);
        }
        long undone = write(
                () -> new Asked(
                        "undo",
                        null,
                        undos.plan(history.getForUndo(version)),
                        version,
                        history.seats(version),
                        List.of()),
                by,
                why,
                progress);
        return history.find(undone).orElseThrow();
    }

    private SourceChanges ofFiles(Changeset change) {
        if (files == null) {
            throw new UndoRefused(
                    "change " + change.version() + " is of files, which only the server takes back", null);
        }
        return files;
    }

    private record Asked(
            String kind,
            @Nullable Edit edit,
            EditPlan plan,
            @Nullable Long undoes,
            Map<String, Seat> seats,
            List<Problem> problems) {}

    private interface Asking {
        Asked ask();
    }

    /** Applies what is asked, once nobody else edits. */
    private long write(Asking asking, String by, Why why, Progress progress) {
        try {
            long version = Objects.requireNonNull(transaction.execute(_ -> {
                long next = history.lockVersion() + 1;
                var asked = asking.ask();
                var done = new EditRun(jdbc, store, states, actors, asked.plan(), asked.seats(), issued, progress)
                        .run(store.live().refresh(), next, true, true, asked.problems());
                history.add(next, entry(asked, done, by, why));
                history.addSeats(next, done.seats());
                return next;
            }));
            store.live().refresh();
            store.forgetReports();
            return version;
        } catch (DuplicateKeyException e) {
            throw new EditRefused(List.of(new Problem(
                    Problem.Code.TAKEN,
                    true,
                    "another admin made the same place at the same time",
                    List.of(),
                    List.of())));
        }
    }

    private static ChangeHistory.Entry entry(Asked asked, EditRun.Done done, String by, Why why) {
        var plan = asked.plan();
        return new ChangeHistory.Entry(
                asked.kind(),
                asked.edit(),
                plan.places(),
                plan.ofActors().ids(),
                plan.triggers().stream().map(change -> change.word().key()).toList(),
                List.of(),
                by,
                why,
                asked.undoes(),
                done.rehearsal(),
                plan.changes());
    }

    @Override
    public List<Changeset> history(long before, int limit) {
        return history.list(before, limit);
    }

    @Override
    public List<Changeset> historyOf(String place) {
        return history.listOfPlace(place);
    }

    @Override
    public List<Changeset> historyOfActor(String actor) {
        return history.listOfActor(actor);
    }

    @Override
    public Optional<Rehearsal> findEffect(long version) {
        return history.findEffect(version);
    }
}
