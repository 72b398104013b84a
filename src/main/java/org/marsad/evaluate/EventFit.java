package org.marsad.evaluate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.marsad.coding.Coder;
import org.marsad.coding.article.EventCoder.Considered;
import org.marsad.coding.event.CodedEvent;
import org.marsad.coding.weigh.EventWeights;

/**
 * {@code ./marsad evaluate fit}: fits the weights that tell which of an article's drafts are events to the work articles
 * of the samples, tests them by cross-validation, and writes {@link EventWeights#TABLE}. Articles of the report split
 * are never read. Exit status: 0 written; 1 not written, for it is no better on articles that it did not see; 2 usage, or
 * something cannot be read.
 */
final class EventFit {
    private static final String USAGE = """
            usage: ./marsad evaluate fit [--gold DIR]… [--dry-run]
              --gold DIR   annotated articles besides the work halves of the samples (their texts in "articles" beside it)
              --dry-run    print what came of it, write nothing""";

    private static final int FOLDS = 10;
    /** Chosen by cross-validation on the work articles. */
    private static final double PENALTY = 5;

    /** What is as probable is told. Somewhat below where F1 is best: what is not told cannot be found, what is told can be judged. */
    private static final double THRESHOLD = 0.35;

    private static final double LOWEST_THRESHOLD = 0.25;
    private static final double HIGHEST_THRESHOLD = 0.6;
    private static final double THRESHOLD_STEP = 0.05;

    /** What was considered in an article, and which of it a careful reader found too. */
    private record Read(
            GoldArticle article, List<GoldEvent> gold, List<Considered> all, Map<CodedEvent, Boolean> right) {
        List<LogisticFit.Example> examples() {
            return all.stream()
                    .map(one -> new LogisticFit.Example(one.evidence(), right.containsKey(one.event())))
                    .toList();
        }
    }

    private final PrintStream out;
    private final List<LogisticFit.Example> passages = new ArrayList<>();

    private EventFit(PrintStream out) {
        this.out = out;
    }

    static int run(Path samples, Path table, List<String> arguments, PrintStream out) throws IOException {
        var gold = new ArrayList<>(List.of(samples.resolve("gold"), samples.resolve("events/gold")));
        boolean dry = false;
        for (var left = arguments.iterator(); left.hasNext(); ) {
            var option = left.next();
            if (option.equals("--dry-run")) {
                dry = true;
            } else if (option.equals("--gold") && left.hasNext()) {
                gold.add(Path.of(left.next()));
            } else {
                System.err.println(USAGE);
                return 2;
            }
        }
        return new EventFit(out).run(gold, table, dry);
    }

    private int run(List<Path> directories, Path table, boolean dry) throws IOException {
        var coder = Coder.builtIn();
        var read = read(coder, directories);
        readPassages(coder, directories.getFirst().resolveSibling("passages"));
        out.println("Fitting to " + read.size() + " articles and to passages with " + passages.size() + " drafts, "
                + FOLDS + " times for cross-validation …");
        var probabilities = new IdentityHashMap<Considered, Double>();
        for (int fold = 0; fold < FOLDS; fold++) {
            int at = fold;
            var model = model(part(read, at, false));
            part(read, at, true)
                    .forEach(one -> one.all()
                            .forEach(considered ->
                                    probabilities.put(considered, model.applyAsDouble(considered.evidence()))));
        }
        var rules = new EventScore();
        read.forEach(one -> rules.add(
                one.gold(),
                one.all().stream()
                        .filter(Considered::ruled)
                        .map(Considered::event)
                        .toList()));
        var fitted = score(read, probabilities, THRESHOLD);
        out.println(EventScore.header());
        out.println(rules.row("rules alone"));
        for (double t = LOWEST_THRESHOLD; t <= HIGHEST_THRESHOLD + 1e-9; t += THRESHOLD_STEP) {
            out.println(score(read, probabilities, t).row(String.format(Locale.ROOT, "unseen, from %.2f on", t)));
        }
        var calibration = new Calibration();
        read.forEach(one -> one.all()
                .forEach(considered -> calibration.add(
                        probabilities.get(considered), one.right().containsKey(considered.event()))));
        out.println("\n" + calibration.table("events", "found by a reader too"));
        if (fitted.figures().get("f1") < rules.figures().get("f1")) {
            out.println("Not written: on articles that it did not see, it is no better than the rules.");
            return 1;
        }
        if (!dry) {
            write(table, fit(read), provenance(read, rules, fitted));
            out.println("Written: " + table + ". Build, and look at ./marsad evaluate.");
        }
        return 0;
    }

    /** Those of single passages, which the cross-validation by article does not measure. */
    private void readPassages(Coder coder, Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            for (var file : files.filter(one -> one.toString().endsWith(".tsv"))
                    .sorted()
                    .toList()) {
                for (var passage : Passage.list(file)) {
                    if (!passage.isHeldBack()) {
                        var all = coder.consider(passage.document());
                        var right = passage.right(all);
                        all.forEach(one ->
                                passages.add(new LogisticFit.Example(one.evidence(), right.containsKey(one.event()))));
                    }
                }
            }
        }
    }

    private static List<Read> read(Coder coder, List<Path> directories) throws IOException {
        var read = new ArrayList<Read>();
        for (var directory : directories) {
            for (var article :
                    GoldArticle.list(directory, directory.toAbsolutePath().resolveSibling("articles"))) {
                if (article.split().equals("report")) {
                    continue;
                }
                var gold = GoldEvent.list(directory, article);
                var all = coder.consider(article.document());
                read.add(new Read(article, gold, all, right(gold, all)));
            }
        }
        return read;
    }

    /** What is a gold event; where two drafts tell of one, that which the rules take. */
    private static Map<CodedEvent, Boolean> right(List<GoldEvent> gold, List<Considered> all) {
        var right = new IdentityHashMap<CodedEvent, Boolean>();
        var left = new ArrayList<>(gold);
        for (boolean ruled : new boolean[] {true, false}) {
            var events = all.stream()
                    .filter(one -> one.ruled() == ruled)
                    .map(Considered::event)
                    .toList();
            for (var pair : EventScore.pairs(List.copyOf(left), events)) {
                right.put(pair.event(), true);
                left.remove(pair.gold());
            }
        }
        return right;
    }

    private Map<String, Double> fit(List<Read> read) {
        var examples = new ArrayList<>(passages);
        read.forEach(one -> examples.addAll(one.examples()));
        return new LogisticFit(examples, PENALTY).fit();
    }

    private ToDoubleFunction<Map<String, Double>> model(List<Read> read) {
        return new EventWeights(fit(read), 0)::probability;
    }

    private static List<Read> part(List<Read> read, int fold, boolean inside) {
        var part = new ArrayList<Read>();
        for (int i = 0; i < read.size(); i++) {
            if (i % FOLDS == fold == inside) {
                part.add(read.get(i));
            }
        }
        return part;
    }

    private static EventScore score(List<Read> read, Map<Considered, Double> probabilities, double threshold) {
        var score = new EventScore();
        for (var one : read) {
            score.add(
                    one.gold(),
                    one.all().stream()
                            .filter(considered -> probabilities.get(considered) >= threshold)
                            .map(Considered::event)
                            .toList());
        }
        return score;
    }

    private List<String> provenance(List<Read> read, EventScore rules, EventScore fitted) {
        int drafts = read.stream().mapToInt(one -> one.all().size()).sum();
        int gold = read.stream().mapToInt(one -> one.gold().size()).sum();
        return List.of(
                "Weights of the evidence that a draft is an event, fitted on " + LocalDate.now()
                        + " by ./marsad evaluate fit to " + drafts + " drafts and " + gold + " annotated events of "
                        + read.size() + " articles (the work splits of samples/ and samples/events/) and "
                        + passages.size()
                        + " drafts of samples/passages.",
                String.format(
                        Locale.ROOT,
                        "By %d-fold cross-validation by article: precision %.3f, recall %.3f, F1 %.3f; the rules alone %.3f,"
                                + " %.3f, %.3f.",
                        FOLDS,
                        fitted.figures().get("precision"),
                        fitted.figures().get("recall"),
                        fitted.figures().get("f1"),
                        rules.figures().get("precision"),
                        rules.figures().get("recall"),
                        rules.figures().get("f1")),
                "Columns: name, value. The evidence of a draft times these, with the bias, is the log of the odds that it is"
                        + " one.");
    }

    private static void write(Path table, Map<String, Double> weights, List<String> provenance) throws IOException {
        var text = new StringBuilder();
        provenance.forEach(line -> text.append("# ").append(line).append('\n'));
        text.append(String.format(Locale.ROOT, "threshold\t%.2f\n", THRESHOLD));
        weights.forEach((name, value) -> text.append(String.format(Locale.ROOT, "%s\t%.3f\n", name, value)));
        var fresh = table.resolveSibling(table.getFileName() + ".new");
        Files.writeString(fresh, text, UTF_8);
        Files.move(fresh, table, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
