package org.marsad.curation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.marsad.coding.reading.TriggerWord;
import org.marsad.store.Store;
import org.marsad.text.Folding;
import org.marsad.text.Language;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** {@link Lexicography} over the database. */
@Service
public class VocabularyLookup implements Lexicography {
    private final JdbcClient jdbc;
    private final Store store;
    private final ActorStates states;

    public VocabularyLookup(JdbcTemplate template, Store store) {
        this.jdbc = JdbcClient.create(template);
        this.store = store;
        this.states = new ActorStates(jdbc, store);
    }

    @Override
    public List<FoundActor> searchActors(String text, int limit) {
        var wanted = key(text);
        var events = countEvents();
        record Ranked(int rank, FoundActor found) {}
        return listAll().stream()
                .map(actor -> {
                    var best = match(actor, wanted);
                    return best == null
                            ? null
                            : new Ranked(
                                    best.getKey(),
                                    new FoundActor(actor, best.getValue(), events.getOrDefault(actor.id(), 0)));
                })
                .filter(Objects::nonNull)
                .sorted(Comparator.comparingInt(Ranked::rank)
                        .thenComparing(one -> -one.found().events())
                        .thenComparing(one -> one.found().actor().name()))
                .limit(limit)
                .map(Ranked::found)
                .toList();
    }

    private static String key(String text) {
        return Folding.key(text).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }

    /** 0: a name is it; 1: a name begins so; 2: a word of a name does, or the id holds it; null: none. */
    private static Map.@Nullable Entry<Integer, String> match(ActorState actor, String wanted) {
        if (wanted.isEmpty()) {
            return Map.entry(3, actor.name());
        }
        Map.Entry<Integer, String> best = null;
        var names = Stream.concat(
                Stream.of(actor.name(), actor.nameAr(), actor.nameFr()),
                actor.names().stream().map(ActorLabel::text));
        for (var name : (Iterable<String>) names::iterator) {
            var key = key(name);
            int rank = key.equals(wanted)
                    ? 0
                    : key.startsWith(wanted) || key.startsWith("ال" + wanted)
                            ? 1
                            : (" " + key).contains(" " + wanted) ? 2 : 9;
            if (rank < 9 && (best == null || rank < best.getKey())) {
                best = Map.entry(rank, name);
            }
        }
        if (best == null && actor.id().contains(wanted.replace(' ', '-'))) {
            return Map.entry(2, actor.id());
        }
        return best;
    }

    /** Those with a row of their own, those retired, and those composed ones that some article named. */
    private List<ActorState> listAll() {
        var known = store.live().current().vocabulary().actors();
        var all = new ArrayList<ActorState>();
        var ids = new LinkedHashSet<String>();
        var edited = new HashMap<String, Long>();
        jdbc.sql("select actor_id, max(version) as version from actor_version group by actor_id")
                .query(row -> {
                    edited.put(row.getString("actor_id"), row.getLong("version"));
                });
        for (var entry : known.listEntries()) {
            var id = entry.actor().id().value();
            ids.add(id);
            all.add(ActorState.of(entry, edited.getOrDefault(id, 0L), false));
        }
        Stream.concat(
                        edited.keySet().stream().sorted(),
                        jdbc.sql("select id from actor order by id").query(String.class).list().stream())
                .filter(ids::add)
                .forEach(id -> states.find(id).ifPresent(all::add));
        return all;
    }

    private Map<String, Integer> countEvents() {
        var counts = new HashMap<String, Integer>();
        jdbc.sql("select actor_id, count(distinct event_id) as n from event_actor group by actor_id")
                .query(row -> {
                    counts.put(row.getString("actor_id"), row.getInt("n"));
                });
        return counts;
    }

    @Override
    public Optional<ActorState> findActor(String id) {
        return states.find(id);
    }

    @Override
    public List<Haunt> listHaunts(String actor, int limit) {
        return jdbc.sql("""
                        select p.id as place, p.name, ST_X(p.point) as lon, ST_Y(p.point) as lat, count(distinct e.event_id) as events
                        from event_actor a join event_place e on e.event_id = a.event_id join place p on p.id = e.place_id
                        where a.actor_id = ? group by p.id order by events desc, p.id limit ?""").params(actor, limit).query(Haunt.class).list();
    }

    @Override
    public List<ActorState> listActorVersions(String id) {
        return states.listVersions(id);
    }

    @Override
    public List<ListedTrigger> listTriggers(String text, @Nullable Language language, @Nullable String kind) {
        var tables = store.live().vocabulary().tables().triggers();
        var own = new LinkedHashSet<>(tables);
        var known = new LinkedHashSet<>(store.live().current().vocabulary().triggers());
        var all = new LinkedHashSet<TriggerWord>(tables);
        all.addAll(known);
        all.addAll(store.live().vocabulary().listTriggers().keySet());
        var wanted = Folding.key(text).strip();
        return all.stream()
                .filter(word -> language == null || word.language() == language)
                .filter(word -> kind == null || word.kind().equals(kind))
                .filter(word -> wanted.isEmpty() || Folding.key(word.words()).contains(wanted))
                .map(word -> new ListedTrigger(word, known.contains(word), !own.contains(word)))
                .toList();
    }
}
