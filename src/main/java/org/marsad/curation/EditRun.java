package org.marsad.curation;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.function.Predicate;
import org.marsad.curation.Curation.Progress;
import org.marsad.curation.Rehearsal.MentionEffect;
import org.marsad.exchange.ContractJson;
import org.marsad.gazetteer.PlaceId;
import org.marsad.geocode.Footprint;
import org.marsad.geocode.Mention;
import org.marsad.store.DecisionTable;
import org.marsad.store.Edition;
import org.marsad.store.Recodings;
import org.marsad.store.Recodings.Recoded;
import org.marsad.store.Recodings.Seat;
import org.marsad.store.Store;
import org.marsad.store.StoredArticle;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Does an edit within a transaction, which the caller keeps or throws away: so that what is rehearsed is what is applied. The
 * articles are coded before anybody has to wait; only the writing keeps others from storing documents.
 */
final class EditRun {
    /** So many articles are always coded. */
    private static final int ALWAYS = 1_500;

    /** Of more, so many are coded first, which also shows how long all would take. */
    private static final int SAMPLE = 500;

    /** A rehearsal takes some seconds, most of which go into coding. */
    private static final Duration CODING = Duration.ofMillis(1_800);

    private static final int BATCH = 250;

    private final JdbcClient jdbc;
    private final Store store;
    private final PlaceStates states;
    private final ActorStates actors;
    private final EventSnapshots snapshots;
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
        this.snapshots = new EventSnapshots(jdbc);
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
        var edited = store.live().edits();
        var decisions = new DecisionTable(edited.listDecisions());
        var words = plan.isOfGazetteer()
                ? current.vocabulary()
                : store.live().vocabulary().read();
        var next = plan.hasPlaces()
                ? store.live().with(version, edited.list(), decisions, words)
                : store.live().with(version, current.gazetteer(), decisions, words);
        var wanted = wanted(current, next);
        var reach = VocabularyReach.of(plan, current, next);
        var concerned = listConcerned(wanted, reach, next.stamp());
        var asked = everything || concerned.size() <= ALWAYS ? concerned : sample(concerned);
        long coding = System.nanoTime();
        var recoded = code(current, next, asked);
        boolean exact = asked.size() == concerned.size();
        if (!exact && isQuick(System.nanoTime() - coding, asked.size(), concerned.size())) {
            var others = new TreeSet<>(concerned);
            asked.forEach(others::remove);
            recoded.addAll(code(current, next, List.copyOf(others)));
            exact = true;
        }
        Recodings.lock(jdbc);
        if (keep) {
            // Nobody can add any more.
            var late = new TreeSet<>(listConcerned(wanted, reach, next.stamp()));
            late.removeAll(new HashSet<>(concerned));
            recoded.addAll(code(current, next, List.copyOf(late)));
        }
        var before = new LinkedHashMap<Long, EventSnapshots.Snapshot>();
        var outcome = store.recodings(next)
                .write(recoded, next.stamp(), seats, reach.others(), events -> before.putAll(snapshots.take(events)));
        var after = snapshots.take(outcome.after());
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
        var effects = EventSnapshots.effects(before, after, outcome.heirs());
        var eventIds = new TreeSet<Long>();
        effects.forEach(effect -> eventIds.add(effect.event()));
        var mentions = outcome.mentions().stream()
                .filter(Recodings.MentionChange::isOfPlace)
                .toList();
        double scale = exact ? 1 : (double) concerned.size() / Math.max(1, asked.size());
        var rehearsal = new Rehearsal(
                current.version(),
                exact,
                concerned.size(),
                recoded.size(),
                scaled(outcome.changed().size(), scale),
                scaled(mentions.size(), scale),
                mentions.stream().limit(Rehearsal.MOST).map(EditRun::effect).toList(),
                scaled(effects.size(), scale),
                effects.stream().limit(Rehearsal.MOST).toList(),
                eventIds,
                snapshots.borders(before, after),
                issued.listTouching(eventIds),
                problems,
                Duration.ofNanos(System.nanoTime() - begun),
                new Rehearsal.Speakers(
                        scaled(outcome.actors().size(), scale),
                        outcome.actors().stream()
                                .limit(Rehearsal.MOST)
                                .map(EditRun::effect)
                                .toList()));
        return new Done(rehearsal, outcome.seats(), next);
    }

    private List<Long> listConcerned(Footprint.Wanted wanted, VocabularyReach reach, String stamp) {
        var ids = new TreeSet<>(store.articles().listConcerned(wanted, stamp));
        ids.addAll(reach.listArticles(store.articles()));
        return List.copyOf(ids);
    }

    private static int scaled(int count, double scale) {
        return (int) Math.round(count * scale);
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

    /** What articles must have looked at to be concerned. */
    private Footprint.Wanted wanted(Edition current, Edition next) {
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
        return Footprint.wanted(keys, others);
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

    /** Coded by all processors; the next articles are read while those before are coded. */
    private List<Recoded> code(Edition current, Edition next, List<Long> ids) {
        var recoded = new ArrayList<Recoded>();
        var asStored = new UnchangedMentions(plan, List.of(current.coder(), next.coder()));
        try (var processors = new ForkJoinPool(Runtime.getRuntime().availableProcessors())) {
            var coding = new ArrayDeque<ForkJoinTask<List<Recoded>>>();
            for (int from = 0; from < ids.size(); from += BATCH) {
                if (progress.getAsBoolean()) {
                    processors.shutdownNow();
                    throw new CancellationException("given up after " + from + " of " + ids.size() + " articles");
                }
                var batch = ids.subList(from, Math.min(ids.size(), from + BATCH));
                var articles = store.articles().list(batch);
                var spots = store.articles().listSpots(batch);
                coding.add(processors.submit(() -> articles.parallelStream()
                        .flatMap(article -> code(
                                current,
                                next,
                                article,
                                mentions -> plan.isOfGazetteer() && asStored.test(article, spots, mentions))
                                .stream())
                        .toList()));
                if (coding.size() > 1) {
                    recoded.addAll(coding.remove().join());
                }
                progress.coded(from, ids.size());
            }
            coding.forEach(task -> recoded.addAll(task.join()));
        }
        progress.coded(ids.size(), ids.size());
        return recoded;
    }

    /** Empty where the edit makes no difference, though another program or other sources of the gazetteer may. */
    private static Optional<Recoded> code(
            Edition current, Edition next, StoredArticle article, Predicate<List<Mention>> asStored) {
        if (article.stamp().equals(next.stamp())) {
            var coded = next.code(article, asStored);
            return Optional.of(new Recoded(article, coded.article(), coded.footprint(), coded.mentionsOnly()));
        }
        var coded = next.code(article);
        var known = current.code(article);
        return ContractJson.tree(known.article()).equals(ContractJson.tree(coded.article()))
                ? Optional.empty()
                : Optional.of(new Recoded(article, coded.article(), coded.footprint(), false));
    }

    private static Rehearsal.ActorEffect effect(Recodings.ActorChange change) {
        return new Rehearsal.ActorEffect(
                change.article(),
                change.title(),
                change.begin(),
                change.end(),
                change.text(),
                change.before(),
                change.after());
    }

    private static MentionEffect effect(Recodings.MentionChange change) {
        return new MentionEffect(
                change.article(),
                change.title(),
                change.begin(),
                change.end(),
                change.text(),
                change.before(),
                change.after(),
                !change.was(),
                !change.is());
    }
}
