package org.marsad.curation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.marsad.coding.reading.Vocabulary;
import org.marsad.curation.Curation.Progress;
import org.marsad.gazetteer.GazetteerDiff;
import org.marsad.gazetteer.PlaceId;
import org.marsad.geocode.Footprint;
import org.marsad.store.DecisionTable;
import org.marsad.store.Edition;
import org.marsad.store.Recodings;
import org.marsad.store.Recodings.Seat;
import org.marsad.store.Store;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Does an edit within a transaction, which the caller keeps or throws away: so that what is rehearsed is what is applied. The
 * articles are coded before anybody has to wait; only the writing keeps others from storing documents.
 */
final class EditRun {
    /** So many articles are always coded. */
    private static final int ALWAYS = 500;

    /** Of more, so many are coded first, which also shows how long all would take. */
    private static final int SAMPLE = 250;

    /** A rehearsal takes up to three seconds, and writing and grouping what was coded anew as long as coding it. */
    private static final Duration CODING = Duration.ofMillis(1_300);

    private final JdbcClient jdbc;
    private final Store store;
    private final PlaceStates states;
    private final ActorStates actors;
    private final EditPlan plan;
    private final Map<String, Seat> seats;
    private final IssuedSnapshots issued;
    private final Progress progress;

    /** Which issued snapshots show any of some events. */
    interface IssuedSnapshots {
        List<Rehearsal.TouchedSnapshot> listTouching(Set<Long> events);
    }

    EditRun(
            JdbcClient jdbc,
            Store store,
            PlaceStates states,
            ActorStates actors,
            EditPlan plan,
            Map<String, Seat> seats,
            IssuedSnapshots issued,
            Progress progress) {
        this.issued = issued;
        this.jdbc = jdbc;
        this.store = store;
        this.states = states;
        this.actors = actors;
        this.plan = plan;
        this.seats = seats;
        this.progress = progress;
    }

    /**
     * @param seats where the reports were that were grouped anew
     */
    record Done(Rehearsal rehearsal, List<Seat> seats, Edition edition) {}

    /**
     * @param current the edition in force
     * @param version that the edit makes; any above all others for a rehearsal
     * @param everything code every article that is concerned, however many
     * @param keep whether the transaction will be kept: then articles that came meanwhile are coded too
     */
    Done run(Edition current, long version, boolean everything, boolean keep, List<Problem> problems) {
        long begun = System.nanoTime();
        writePlan(version);
        var decisions = new DecisionTable(store.live().edits().listDecisions());
        var words = plan.isOfGazetteer()
                ? current.vocabulary()
                : store.live().vocabulary().read();
        var next = next(version, current, decisions, words);
        var reach = Reach.of(plan, current, next);
        var coding = new ArticleCoding(store.articles(), () -> current, next, unchanged(reach, current, next));
        var concerned = listConcerned(reach, next.stamp());
        var asked = everything || concerned.size() <= ALWAYS ? concerned : sample(concerned);
        long coded = System.nanoTime();
        var recoded = coding.code(asked, progress);
        boolean exact = asked.size() == concerned.size();
        if (!exact && isQuick(System.nanoTime() - coded, asked.size(), concerned.size())) {
            var others = new TreeSet<>(concerned);
            asked.forEach(others::remove);
            recoded.addAll(coding.code(List.copyOf(others), progress));
            exact = true;
        }
        Recodings.lock(jdbc);
        if (keep) {
            // Nobody can add any more.
            var late = new TreeSet<>(listConcerned(reach, next.stamp()));
            late.removeAll(new HashSet<>(concerned));
            recoded.addAll(coding.code(List.copyOf(late), progress));
        }
        var effects = new Effects(jdbc);
        var outcome = store.recodings(next)
                .write(recoded, next.stamp(), seats, reach.words().others(), effects::expect);
        var found = effects.of(outcome);
        removeUnused();
        double scale = exact ? 1 : (double) concerned.size() / Math.max(1, asked.size());
        var rehearsal = Rehearsal.of(
                found,
                new Rehearsal.Reckoning(current.version(), exact, concerned.size(), recoded.size(), scale),
                issued.listTouching(found.eventIds()),
                problems,
                Duration.ofNanos(System.nanoTime() - begun));
        return new Done(rehearsal, outcome.seats(), next);
    }

    private Edition next(long version, Edition current, DecisionTable decisions, Vocabulary words) {
        var sources = plan.sources();
        if (sources != null) {
            return store.live().over(sources, version, words);
        }
        return plan.hasPlaces()
                ? store.live().with(version, store.live().edits().list(), decisions, words)
                : store.live().with(version, current.gazetteer(), decisions, words);
    }

    /** Where actors or words are others, mentions that are as they are stored tell nothing of the events. */
    private ArticleCoding.Unchanged unchanged(Reach reach, Edition current, Edition next) {
        return plan.isOfGazetteer()
                ? new UnchangedMentions(reach.places(), List.of(current.coder(), next.coder()))
                : (_, _, _) -> false;
    }

    private void removeUnused() {
        plan.after().forEach((id, place) -> {
            if (place == null) {
                states.removeUnused(id);
            }
        });
        plan.ofActors().after().forEach((id, actor) -> {
            if (actor == null) {
                actors.removeUnused(id);
            }
        });
    }

    /**
     * What articles must have looked at, or hold, to be concerned.
     *
     * @param places ids of those that are other than they were
     */
    private record Reach(Footprint.Wanted wanted, VocabularyReach words, Set<String> places) {
        static Reach of(EditPlan plan, Edition current, Edition next) {
            var words = VocabularyReach.of(plan, current, next);
            if (plan.sources() != null) {
                var diff = GazetteerDiff.between(current.gazetteer(), next.gazetteer());
                return new Reach(Footprint.wanted(diff.keys(), diff.places()), words, diff.placeIds());
            }
            var keys = new HashSet<String>();
            var others = new ArrayList<PlaceId>();
            for (var id : plan.places()) {
                var place = new PlaceId(id);
                boolean names = plan.isOfNamesOnly(id);
                keys.addAll(Footprint.changedKeys(current.gazetteer(), next.gazetteer(), List.of(place), !names));
                if (!names) {
                    others.add(place);
                }
            }
            plan.decisions().forEach(decision -> keys.add(decision.key().surface()));
            return new Reach(
                    Footprint.wanted(keys, others),
                    words,
                    others.stream().map(PlaceId::value).collect(Collectors.toSet()));
        }
    }

    private List<Long> listConcerned(Reach reach, String stamp) {
        var ids = new TreeSet<>(store.articles().listConcerned(reach.wanted(), stamp));
        ids.addAll(reach.words().listArticles(store.articles()));
        return List.copyOf(ids);
    }

    private void writePlan(long version) {
        plan.after().forEach((id, place) -> states.write(plan.before().get(id), place, version));
        plan.ofActors()
                .after()
                .forEach((id, actor) -> actors.write(plan.ofActors().before().get(id), actor, version));
        for (var trigger : plan.triggers()) {
            var word = trigger.word();
            jdbc.sql(
                            "insert into trigger_version (language, kind, form, words, version, known) values (?, ?, ?, ?, ?, ?)")
                    .params(word.language().tag(), word.kind(), word.form(), word.words(), version, trigger.is())
                    .update();
        }
        for (var decision : plan.decisions()) {
            var key = decision.key();
            var after = decision.after();
            jdbc.sql("""
                            insert into mention_decision (surface, scope, source, text_hash, begin_cp, version, place_id, withdrawn)
                            values (?, ?, ?, ?, ?, ?, ?, ?)""")
                    .params(
                            key.surface(),
                            key.scope(),
                            key.source(),
                            key.textHash(),
                            key.begin(),
                            version,
                            after == null ? null : after.place(),
                            after == null)
                    .update();
        }
    }

    /** Whether coding all takes no longer than a rehearsal may, at the speed of those that are coded. */
    private static boolean isQuick(long nanos, int coded, int all) {
        return (double) nanos / coded * all <= CODING.toNanos();
    }

    /** The same of the same articles each time. */
    private static List<Long> sample(List<Long> articles) {
        var shuffled = new ArrayList<>(articles);
        java.util.Collections.shuffle(shuffled, new Random(articles.size()));
        return shuffled.subList(0, SAMPLE).stream().sorted().toList();
    }
}
