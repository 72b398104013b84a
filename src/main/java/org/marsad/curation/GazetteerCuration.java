package org.marsad.curation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
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
    private final JdbcTemplate template;
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

    @Autowired
    public GazetteerCuration(
            JdbcTemplate template, PlatformTransactionManager transactions, Store store, Snapshots issued) {
        this(
                template,
                transactions,
                store,
                events -> issued.listTouching(events).stream()
                        .map(one -> new Rehearsal.TouchedSnapshot(one.code(), one.title()))
                        .toList());
    }

    /** Where no snapshots are issued: in a process without a server. */
    public GazetteerCuration(JdbcTemplate template, PlatformTransactionManager transactions, Store store) {
        this(template, transactions, store, _ -> List.of());
    }

    private GazetteerCuration(
            JdbcTemplate template,
            PlatformTransactionManager transactions,
            Store store,
            EditRun.IssuedSnapshots issued) {
        this.issued = issued;
        this.jdbc = JdbcClient.create(template);
        this.template = template;
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
        return get(version);
    }

    @Override
    public Rehearsal rehearseUndo(long version, boolean everything, Progress progress) {
        return rehearse(undos.plan(getForUndo(version)), seats(version), everything, List.of(), progress);
    }

    @Override
    public Changeset undo(long version, String by, Why why, Progress progress) {
        long undone = write(
                () -> new Asked("undo", null, undos.plan(getForUndo(version)), version, seats(version), List.of()),
                by,
                why,
                progress);
        return get(undone);
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
                long before = jdbc.sql("select version from gazetteer_edition for update")
                        .query(Long.class)
                        .single();
                var asked = asking.ask();
                var done = new EditRun(jdbc, store, states, actors, asked.plan(), asked.seats(), issued, progress)
                        .run(store.live().refresh(), before + 1, true, true, asked.problems());
                record(before + 1, asked, done, by, why);
                return before + 1;
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

    private void record(long version, Asked asked, EditRun.Done done, String by, Why why) {
        jdbc.sql("""
                        insert into gazetteer_change (version, kind, edit, places, actors, triggers, source, note, made_by, undoes,
                            effect)
                        values (?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)""")
                .params(
                        version,
                        asked.kind(),
                        asked.edit() == null ? null : ChangeJson.write(asked.edit()),
                        asked.plan().places().toArray(String[]::new),
                        asked.plan().ofActors().ids().toArray(String[]::new),
                        asked.plan().triggers().stream()
                                .map(change -> change.word().key())
                                .toArray(String[]::new),
                        why.source(),
                        why.note(),
                        by,
                        asked.undoes(),
                        ChangeJson.write(new ChangeJson.Effect(
                                done.rehearsal(), asked.plan().changes())))
                .update();
        template.batchUpdate(
                "insert into gazetteer_change_report (version, report, event_id, created_at) values (?, ?, ?, ?)"
                        + " on conflict do nothing",
                done.seats().stream()
                        .map(seat -> new Object[] {version, seat.report(), seat.event(), seat.created()})
                        .toList());
        if (asked.undoes() != null) {
            jdbc.sql("update gazetteer_change set undone_by = ? where version = ?")
                    .params(version, asked.undoes())
                    .update();
        }
        jdbc.sql("update gazetteer_edition set version = ?").param(version).update();
    }

    private Map<String, Seat> seats(long version) {
        var seats = new HashMap<String, Seat>();
        jdbc.sql("select * from gazetteer_change_report where version = ?")
                .param(version)
                .query(row -> {
                    seats.put(
                            row.getString("report"),
                            new Seat(
                                    row.getString("report"),
                                    row.getLong("event_id"),
                                    row.getObject("created_at", OffsetDateTime.class)));
                });
        return seats;
    }

    private Changeset getForUndo(long version) {
        return find(version).orElseThrow(() -> new UndoRefused("there is no change " + version, null));
    }

    private Changeset get(long version) {
        return find(version).orElseThrow();
    }

    private Optional<Changeset> find(long version) {
        return jdbc.sql("select * from gazetteer_change where version = ?")
                .param(version)
                .query((row, _) -> changeset(row))
                .optional();
    }

    @Override
    public List<Changeset> history(long before, int limit) {
        return jdbc.sql("select * from gazetteer_change where version < ? order by version desc limit ?")
                .params(before, limit)
                .query((row, _) -> changeset(row))
                .list();
    }

    @Override
    public List<Changeset> historyOf(String place) {
        return jdbc.sql("select * from gazetteer_change where places @> cast(array[?] as text[]) order by version desc")
                .param(place)
                .query((row, _) -> changeset(row))
                .list();
    }

    @Override
    public List<Changeset> historyOfActor(String actor) {
        return jdbc.sql("select * from gazetteer_change where actors @> cast(array[?] as text[]) order by version desc")
                .param(actor)
                .query((row, _) -> changeset(row))
                .list();
    }

    @Override
    public Optional<Rehearsal> findEffect(long version) {
        return jdbc.sql("select effect::text as effect from gazetteer_change where version = ?")
                .param(version)
                .query((row, _) ->
                        ChangeJson.readEffect(row.getString("effect")).rehearsal())
                .optional();
    }

    private static Changeset changeset(ResultSet row) throws SQLException {
        var effect = ChangeJson.readEffect(row.getString("effect"));
        return new Changeset(
                row.getLong("version"),
                row.getString("kind"),
                ChangeJson.read(row.getString("kind"), row.getString("edit")),
                List.of((String[]) row.getArray("places").getArray()),
                List.of((String[]) row.getArray("actors").getArray()),
                List.of((String[]) row.getArray("triggers").getArray()),
                row.getString("source"),
                row.getString("note"),
                row.getString("made_by"),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getObject("undoes", Long.class),
                row.getObject("undone_by", Long.class),
                effect.rehearsal().changed(),
                effect.rehearsal().mentionsChanged(),
                effect.rehearsal().eventsChanged(),
                effect.changes());
    }
}
