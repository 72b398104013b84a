package org.marsad.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.marsad.actor.ActorRegistry;
import org.marsad.coding.Coder;
import org.marsad.gazetteer.Gazetteer;
import org.marsad.geo.Borders;
import org.marsad.ingest.LocalImport;
import org.marsad.text.SourceDocument;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code ./marsad bench coding [ARTICLES]}: codes, stores and links articles (10,000) and shows how the time an article
 * grows with the store. The articles are made of the samples' sentences, eight of one language each, with other days,
 * years and figures, so that some incidents are told several times and most are not.
 */
public final class CodingBench {
    private static final int SENTENCES = 8;
    private static final Pattern NUMBER = Pattern.compile("(?<![\\d.,])(20[12]\\d|[1-9]\\d?)(?![\\d.,]\\d|\\d)");

    private CodingBench() {}

    public static void main(String[] args) throws Exception {
        int articles = args.length > 0 ? Integer.parseInt(args[0]) : 10_000;
        var documents = documents(articles);
        double alone = codeOnly(documents.subList(0, Math.min(500, articles)));
        Path file = Path.of("target/bench-data/articles.jsonl").toAbsolutePath();
        Files.createDirectories(file.getParent());
        write(file, documents);
        try (var database = BenchDatabase.create("marsad_bench_coding")) {
            var times = new ArrayList<double[]>();
            try (var local = LocalImport.open(database.own())) {
                long job = local.submit(List.of(file), "bench");
                var worker = Thread.ofPlatform().start(local::runToTheEnd);
                long begun = System.nanoTime();
                int step = Math.max(1, articles / 10);
                for (int next = step; worker.isAlive() || next <= articles; ) {
                    var now = local.jobs().get(job);
                    int done = now.ingested() + now.duplicates() + now.quarantined();
                    if (done >= next) {
                        times.add(new double[] {done, (System.nanoTime() - begun) / 1e9});
                        System.out.printf(Locale.ROOT, "%,7d articles after %6.1f s%n", done, times.getLast()[1]);
                        next += step;
                    } else if (!worker.isAlive()) {
                        break;
                    }
                    Thread.sleep(50);
                }
                worker.join();
            }
            print(articles, alone, times, database);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static void print(int articles, double alone, List<double[]> times, BenchDatabase database)
            throws java.sql.SQLException {
        double seconds = times.getLast()[1];
        double first = times.getFirst()[0] / times.getFirst()[1];
        var before = times.get(times.size() - 2);
        double last = (times.getLast()[0] - before[0]) / (seconds - before[1]);
        long events = database.count("select count(*) from event");
        long reports = database.count("select count(*) from report");
        long chain =
                database.count("select coalesce(max(n), 0) from (select count(*) as n from report group by chain) x");
        long links = database.count("select count(*) from report_link");
        System.out.printf(
                Locale.ROOT,
                "coding alone, one thread: %.0f articles/s; coded, stored and linked: %.0f/s (first tenth %.0f/s, last %.0f/s)%n"
                        + "%,d reports, %,d links, %,d incidents; longest chain of linked reports %,d%n",
                alone,
                articles / seconds,
                first,
                last,
                reports,
                links,
                events,
                chain);
        System.out.printf(
                Locale.ROOT,
                "RESULT {\"bench\":\"coding\",\"articles\":%d,\"codingPerSecond\":%.1f,\"perSecond\":%.1f,\"firstTenth\":%.1f,"
                        + "\"lastTenth\":%.1f,\"reports\":%d,\"links\":%d,\"incidents\":%d,\"longestChain\":%d}%n",
                articles,
                alone,
                articles / seconds,
                first,
                last,
                reports,
                links,
                events,
                chain);
    }

    private static double codeOnly(List<SourceDocument> documents) {
        var coder = new Coder(Gazetteer.builtIn(), ActorRegistry.builtIn(), Borders.builtIn());
        documents.forEach(coder::code);
        long begun = System.nanoTime();
        documents.forEach(coder::code);
        return documents.size() / ((System.nanoTime() - begun) / 1e9);
    }

    private static void write(Path file, List<SourceDocument> documents) throws IOException {
        var json = JsonMapper.shared();
        try (var out = Files.newBufferedWriter(file)) {
            for (var document : documents) {
                out.write(json.createObjectNode()
                        .put("document", document.id())
                        .put("text", document.text())
                        .put("published", String.valueOf(document.published()))
                        .toString());
                out.write('\n');
            }
        }
    }

    /** Articles of sentences of the samples, with other figures; the same each time. */
    static List<SourceDocument> documents(int count) throws IOException {
        var sentences = sentences();
        var languages = List.copyOf(sentences.keySet());
        var random = new Random(10_000);
        var documents = new ArrayList<SourceDocument>(count);
        for (int i = 0; i < count; i++) {
            var pool = sentences.get(languages.get(random.nextInt(languages.size())));
            var text = new StringBuilder();
            for (int sentence = 0; sentence < SENTENCES; sentence++) {
                text.append(varied(pool.get(random.nextInt(pool.size())), random))
                        .append(sentence == 0 || sentence % 3 == 2 ? "\n\n" : " ");
            }
            var published = LocalDate.of(2012, 1, 1).plusDays(random.nextInt(5000));
            documents.add(new SourceDocument("made-up-" + i, text.toString(), null, published));
        }
        return documents;
    }

    /** By language: the first two letters of a sample's name. */
    private static Map<String, List<String>> sentences() throws IOException {
        var sentences = new TreeMap<String, List<String>>();
        try (var files = Files.list(Path.of("samples/articles"))) {
            for (Path file : files.sorted().toList()) {
                var language = file.getFileName().toString().substring(0, 2);
                for (var line : Files.readAllLines(file)) {
                    for (var sentence : line.split("(?<=[.!?؟])\\s+")) {
                        if (sentence.length() > 40) {
                            sentences
                                    .computeIfAbsent(language, _ -> new ArrayList<>())
                                    .add(sentence);
                        }
                    }
                }
            }
        }
        return sentences;
    }

    private static String varied(String sentence, Random random) {
        return NUMBER.matcher(sentence)
                .replaceAll(number -> Matcher.quoteReplacement(
                        number.group().length() == 4
                                ? Integer.toString(2012 + random.nextInt(14))
                                : Integer.toString(1 + random.nextInt(28))));
    }
}
