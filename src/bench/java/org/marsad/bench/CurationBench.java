package org.marsad.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.marsad.actor.ActorRegistry;
import org.marsad.curation.Curation;
import org.marsad.curation.Curation.Progress;
import org.marsad.curation.Curation.Why;
import org.marsad.curation.EditRefused;
import org.marsad.curation.GazetteerCuration;
import org.marsad.curation.PlaceEdit;
import org.marsad.curation.PlaceLabel;
import org.marsad.curation.PlaceState;
import org.marsad.exchange.ContractJson;
import org.marsad.gazetteer.Gazetteer;
import org.marsad.gazetteer.Gazetteers;
import org.marsad.gazetteer.NameKind;
import org.marsad.geo.Borders;
import org.marsad.store.NewDocument;
import org.marsad.store.Store;
import org.marsad.text.Articles;
import org.marsad.text.Fingerprint;
import org.marsad.text.SourceDocument;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code ./marsad bench curation [ARTICLES] [EDITS]}: how long rehearsing an edit of the gazetteer takes over stored articles
 * (100,000 by the samples' law) with 150,000 made-up places beside the real ones: a rename, a move, a merge and a new alias, of
 * places drawn evenly from all that the articles mention; beside it, coding every article anew. At the end an edit of each
 * kind is applied, and every article is coded anew: what is stored must be the same. With {@code MARSAD_BENCH_KEEP=1} the
 * database is kept, and another run over as many articles does without storing them.
 */
public final class CurationBench {
    private static final int MADE_UP = 150_000;
    private static final int BATCH = 64;
    private static final int READ_AT_ONCE = 500;
    private static final List<String> KINDS = List.of("rename", "move", "merge", "alias");
    private static final int WARM_UP_ARTICLES = 3_000;
    private static final int WARM_UP_EDITS = 12;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Store store;
    private final Curation curation;
    private final Random random = new Random(7);
    private List<String> mentioned = List.of();
    private List<String> words = List.of();

    private CurationBench(HikariDataSource pool, Gazetteer gazetteer) {
        var template = new JdbcTemplate(pool);
        var transactions = new JdbcTransactionManager(pool);
        jdbc = JdbcClient.create(template);
        transaction = new TransactionTemplate(transactions);
        store = Store.over(pool, gazetteer, ActorRegistry.builtIn(), Borders.builtIn());
        curation = new GazetteerCuration(template, transactions, store);
    }

    public static void main(String[] args) throws Exception {
        int articles = args.length > 0 ? Integer.parseInt(args[0]) : 100_000;
        int edits = args.length > 1 ? Integer.parseInt(args[1]) : 40;
        var data = Path.of("target/bench-data");
        var madeUp = MadeUpPlaces.write(data, Gazetteer.builtIn(), MADE_UP);
        var gazetteer = new Gazetteers(data).compiled(List.of(madeUp));
        System.out.printf(Locale.ROOT, "%,d places%n", gazetteer.places().size());
        try (var database = BenchDatabase.create("marsad_bench_curation", System.getenv("MARSAD_BENCH_KEEP") != null);
                var pool = new HikariDataSource()) {
            pool.setJdbcUrl(database.own().url());
            pool.setUsername(database.own().user());
            pool.setPassword(database.own().password());
            Flyway.configure().dataSource(pool).load().migrate();
            var bench = new CurationBench(pool, gazetteer);
            bench.store.writeGazetteer(List.of(madeUp));
            var documents =
                    new PlacedArticles(gazetteer, bench.store.live().current().coder()).list(articles);
            if (bench.count("article") < articles) {
                bench.fill(documents);
            } else {
                bench.takeOver();
            }
            bench.words = bench.words(documents);
            bench.run(edits);
        }
    }

    private void fill(List<SourceDocument> documents) throws Exception {
        long begun = System.nanoTime();
        // As an import does it: some are coded while those before them are stored.
        try (var coders = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            var coded = new ArrayDeque<Future<NewDocument>>();
            int next = 0;
            for (int stored = 0; stored < documents.size(); ) {
                while (next < documents.size() && coded.size() < 4 * BATCH) {
                    var document = documents.get(next++);
                    coded.add(coders.submit(() -> code(document)));
                }
                var batch = new ArrayList<NewDocument>();
                while (batch.size() < BATCH && !coded.isEmpty()) {
                    batch.add(coded.remove().get());
                }
                transaction.executeWithoutResult(_ -> store.documents().saveAll(batch));
                stored += batch.size();
                if (stored / 10_000 > (stored - batch.size()) / 10_000) {
                    System.err.printf(Locale.ROOT, "%,d articles stored after %.0f s%n", stored, seconds(begun));
                }
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%,d articles stored, %.0f a second%n",
                documents.size(),
                documents.size() / seconds(begun));
        jdbc.sql("analyze").update();
    }

    /** Of an earlier run; whether this program codes them alike is seen at the end, when all are coded anew. */
    private void takeOver() {
        System.out.println("the articles that are stored already");
        jdbc.sql("update article_marks set stamp = ?")
                .param(store.live().stamp())
                .update();
        jdbc.sql("analyze").update();
    }

    private List<String> words(List<SourceDocument> documents) {
        return documents.stream()
                .filter(_ -> random.nextInt(20) == 0)
                .flatMap(document -> Arrays.stream(document.text().split("[^\\p{L}]+")))
                .filter(word -> word.length() > 4)
                .distinct()
                .toList();
    }

    private NewDocument code(SourceDocument document) {
        var edition = store.live().current();
        var articles = Articles.split(document).stream()
                .map(article -> {
                    var fingerprint = Fingerprint.of(document.text(), article);
                    var coded = edition.code(document, article, fingerprint);
                    return new NewDocument.NewArticle(article, fingerprint, coded.article(), coded.footprint());
                })
                .toList();
        return new NewDocument(document, articles, null, edition.version());
    }

    private void run(int edits) {
        mentioned = jdbc.sql("""
                        select m.place_id from mention m join place p on p.id = m.place_id where p.level = 'settlement'
                        group by 1 order by 1""").query(String.class).list();
        System.out.printf(Locale.ROOT, "%,d towns mentioned, %,d events%n", mentioned.size(), count("event"));
        warmUp();
        var figures = new LinkedHashMap<String, Figures>();
        for (var kind : KINDS) {
            figures.put(kind, rehearse(kind, edits));
            System.out.println(kind + ": " + figures.get(kind));
        }
        for (var kind : figures.keySet()) {
            apply(kind);
        }
        long begun = System.nanoTime();
        long different = codeAll();
        double full = seconds(begun);
        System.out.printf(
                Locale.ROOT,
                "coding all anew: %.1f s; after %d edits %d articles are other than what is stored%n",
                full,
                curation.version(),
                different);
        System.out.println("RESULT {\"bench\":\"curation\",\"articles\":" + count("article") + ",\"events\":"
                + count("event")
                + ",\"fullSeconds\":" + String.format(Locale.ROOT, "%.1f", full) + ",\"different\":" + different + ","
                + figures.entrySet().stream()
                        .map(entry ->
                                "\"" + entry.getKey() + "\":" + entry.getValue().json())
                        .collect(Collectors.joining(","))
                + "}");
        if (different > 0) {
            System.exit(1);
        }
    }

    /** The first minute of a process goes into compiling it: then a server has coded some articles and rehearsed some edits. */
    private void warmUp() {
        var edition = store.live().current();
        var ids = store.articles().listAll();
        store.articles().list(ids.subList(0, Math.min(ids.size(), WARM_UP_ARTICLES))).parallelStream()
                .forEach(article -> edition.code(article));
        for (var kind : KINDS) {
            System.out.println("at first, " + kind + ": " + rehearse(kind, WARM_UP_EDITS));
        }
    }

    private record Figures(int edits, double median, double p95, double affected, double most, int estimated) {
        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%d rehearsals: %.2f s in the middle, %.2f s at p95; %.0f articles looked at in the middle, %.0f at most; %d estimated",
                    edits,
                    median,
                    p95,
                    affected,
                    most,
                    estimated);
        }

        String json() {
            return String.format(
                    Locale.ROOT,
                    "{\"edits\":%d,\"median\":%.3f,\"p95\":%.3f,\"affected\":%.0f,\"mostAffected\":%.0f,\"estimated\":%d}",
                    edits,
                    median,
                    p95,
                    affected,
                    most,
                    estimated);
        }
    }

    private Figures rehearse(String kind, int edits) {
        var seconds = new double[edits];
        var affected = new double[edits];
        int estimated = 0;
        for (int i = 0; i < edits; ) {
            var edit = edit(kind);
            long begun = System.nanoTime();
            try {
                var rehearsal = curation.rehearse(edit, false, Progress.NONE);
                seconds[i] = seconds(begun);
                affected[i++] = rehearsal.affected();
                estimated += rehearsal.exact() ? 0 : 1;
            } catch (EditRefused e) {
                // another place
            }
        }
        Arrays.sort(seconds);
        Arrays.sort(affected);
        return new Figures(
                edits,
                seconds[edits / 2],
                seconds[edits * 95 / 100],
                affected[edits / 2],
                affected[edits - 1],
                estimated);
    }

    private void apply(String kind) {
        for (int i = 0; i < 20; i++) {
            try {
                var change = curation.apply(edit(kind), "bench", Why.UNSAID, Progress.NONE);
                System.out.printf(
                        Locale.ROOT,
                        "applied a %s: %d articles, %d mentions, %d events%n",
                        kind,
                        change.articles(),
                        change.mentions(),
                        change.events());
                return;
            } catch (EditRefused e) {
                // another place
            }
        }
    }

    private PlaceEdit edit(String kind) {
        var place = any();
        return switch (kind) {
            case "rename" -> {
                var names = new ArrayList<>(place.names());
                if (!names.isEmpty()) {
                    var old = names.remove(random.nextInt(names.size()));
                    names.add(PlaceLabel.of(old.text() + "-Koura", old.language(), old.kind()));
                }
                yield new PlaceEdit.EditNames(place.id(), place.version(), names);
            }
            case "move" -> new PlaceEdit.Move(place.id(), place.version(), place.lon() + 0.05, place.lat());
            case "merge" -> {
                var other = any();
                yield new PlaceEdit.Merge(place.id(), place.version(), other.id(), other.version());
            }
            default ->
                new PlaceEdit.AddAlias(
                        place.id(),
                        place.version(),
                        PlaceLabel.of(words.get(random.nextInt(words.size())), null, NameKind.VARIANT));
        };
    }

    private PlaceState any() {
        return curation.find(mentioned.get(random.nextInt(mentioned.size()))).orElseThrow();
    }

    /** How many articles are coded otherwise than they are stored. */
    private long codeAll() {
        var ids = store.articles().listAll();
        var edition = store.live().refresh();
        var json = JsonMapper.shared();
        long different = 0;
        for (int from = 0; from < ids.size(); from += READ_AT_ONCE) {
            var batch = ids.subList(from, Math.min(ids.size(), from + READ_AT_ONCE));
            Map<Long, String> stored = jdbc
                    .sql("""
                            select article_id, string_agg(concat_ws(' ', begin_cp, end_cp, place_id), ';' order by begin_cp) as found
                            from mention where article_id = any(?) group by 1""")
                    .param(batch.toArray(Long[]::new))
                    .query((row, _) -> Map.entry(row.getLong(1), row.getString(2)))
                    .list()
                    .stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
            Map<Long, List<String>> reports = jdbc
                    .sql("select article_id, coded::text from report where article_id = any(?)")
                    .param(batch.toArray(Long[]::new))
                    .query((row, _) -> Map.entry(row.getLong(1), row.getString(2)))
                    .list()
                    .stream()
                    .collect(Collectors.groupingBy(
                            Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
            different += store.articles().list(batch).parallelStream()
                    .filter(article -> {
                        var tree = ContractJson.tree(edition.code(article).article());
                        var mentions = tree.path("mentions").values().stream()
                                .map(one -> one.path("begin").asInt() + " "
                                        + one.path("end").asInt()
                                        + (one.path("place").isObject()
                                                ? " "
                                                        + one.path("place")
                                                                .path("id")
                                                                .asString()
                                                : ""))
                                .collect(Collectors.joining(";"));
                        // Of events with one id the store keeps the first.
                        var byId = new LinkedHashMap<String, JsonNode>();
                        tree.path("events")
                                .values()
                                .forEach(event ->
                                        byId.putIfAbsent(event.path("id").asString(), json.readTree(event.toString())));
                        var events = Set.copyOf(byId.values());
                        var known = reports.getOrDefault(article.id(), List.of()).stream()
                                .map(json::readTree)
                                .collect(Collectors.toSet());
                        var was = Objects.requireNonNullElse(stored.get(article.id()), "");
                        if (mentions.equals(was) && events.equals(known)) {
                            return false;
                        }
                        System.out.printf(
                                "article %d: stored %s %s%n    coded anew %s %s%n",
                                article.id(), was, known, mentions, events);
                        return true;
                    })
                    .count();
        }
        return different;
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
