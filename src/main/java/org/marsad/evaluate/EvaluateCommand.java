package org.marsad.evaluate;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.marsad.coding.Coder;
import org.marsad.coding.weigh.EventWeights;
import org.marsad.evaluate.Evaluation.Part;
import org.marsad.gazetteer.Gazetteer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code ./marsad evaluate}: scores the coder from raw text against annotated articles, with two baselines in the same
 * run, and prints tables and, as the last line, {@code RESULT} and the same as JSON. Exit status: 0 done; 1 a score is
 * below its blessed value ({@code --check}); 2 usage, or something cannot be read.
 */
public final class EvaluateCommand {
    private static final String USAGE = """
            usage: ./marsad evaluate [OPTION]…
                   ./marsad evaluate fit [--gold DIR]… [--dry-run]   fits what tells events from what is none
              --samples DIR       annotated articles with scores of their own: samples (the default), samples/events
              --gold DIR          annotations of others (DIR/gold of the samples)
              --articles DIR      their texts (the directory "articles" beside the annotations, or the one above)
              --gazetteer FILE    a GeoNames dump or our CSV besides the built-in gazetteer; may be repeated
              --split NAME        only the articles of this split: work, report (all)
              --check             compare with the blessed scores in scores.json of the samples
              --bless REASON      write the scores there, with the reason; for the samples as they are, without other options""";

    private static final String WORK = "work";

    private Path samples;
    private @Nullable Path gold;
    private @Nullable Path articles;
    private final List<Path> gazetteers = new ArrayList<>();
    private String split = Evaluation.ALL;
    private boolean check;
    private @Nullable String reason;

    private EvaluateCommand(Path samples) {
        this.samples = samples;
    }

    /**
     * @param samples the directory of the project's own annotated articles
     * @return the exit status
     */
    public static int run(Path samples, List<String> arguments) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var command = new EvaluateCommand(samples);
        try {
            if (arguments.contains("--help")) {
                out.println(USAGE);
                return 0;
            }
            if (!arguments.isEmpty() && arguments.getFirst().equals("fit")) {
                var table = samples.toAbsolutePath().resolveSibling("src/main/resources/" + EventWeights.TABLE);
                return EventFit.run(samples, table, arguments.subList(1, arguments.size()), out);
            }
            command.parse(arguments);
            return command.run(out);
        } catch (IllegalArgumentException e) {
            System.err.println("evaluate: " + e.getMessage() + "\n" + USAGE);
        } catch (NoSuchFileException e) {
            System.err.println("evaluate: there is no " + e.getFile());
        } catch (IOException | UncheckedIOException e) {
            System.err.println("evaluate: " + e.getMessage());
        }
        return 2;
    }

    private void parse(List<String> arguments) {
        var left = arguments.iterator();
        while (left.hasNext()) {
            var option = left.next();
            if (option.equals("--check")) {
                check = true;
                continue;
            }
            if (!left.hasNext()) {
                throw new IllegalArgumentException(
                        option.startsWith("--") ? option + " wants a value, or is unknown" : "unknown: " + option);
            }
            var value = left.next();
            switch (option) {
                case "--samples" -> samples = Path.of(value);
                case "--gold" -> gold = Path.of(value);
                case "--articles" -> articles = Path.of(value);
                case "--gazetteer" -> gazetteers.add(Path.of(value));
                case "--split" -> split = value;
                case "--bless" -> reason = value;
                default -> throw new IllegalArgumentException("unknown option " + option);
            }
        }
        boolean other = gold != null || !gazetteers.isEmpty() || !split.equals(Evaluation.ALL);
        if (other && (check || reason != null)) {
            throw new IllegalArgumentException("--check and --bless are about the samples as they are");
        }
        if (reason != null && reason.isBlank()) {
            throw new IllegalArgumentException("--bless wants a reason");
        }
    }

    private int run(PrintStream out) throws IOException {
        var annotations = gold == null ? samples.resolve("gold") : gold;
        var texts = articles == null ? texts(annotations) : articles;
        var read = GoldArticle.list(annotations, texts).stream()
                .filter(article ->
                        split.equals(Evaluation.ALL) || article.split().equals(split))
                .toList();
        if (read.isEmpty()) {
            throw new IOException("no annotated article in " + annotations
                    + (split.equals(Evaluation.ALL) ? "" : " belongs to the split " + split));
        }
        var evaluation = Evaluation.of(read, annotations, Gazetteer.builtInAnd(gazetteers));
        // Articles in which no place is marked measure the events alone.
        if (read.stream().anyMatch(article -> !article.mentions().isEmpty())) {
            printToponyms(evaluation, out);
        }
        printEvents(evaluation, out);
        if (gold == null && Files.isDirectory(samples.resolve("passages"))) {
            printPassages(samples.resolve("passages"), out);
        }
        int status = 0;
        var blessed = new BlessedScores(samples.resolve("scores.json"));
        if (check) {
            var falls = blessed.listFalls(evaluation);
            falls.forEach(out::println);
            out.println(falls.isEmpty() ? "No score is below its blessed value." : "");
            status = falls.isEmpty() ? 0 : 1;
        }
        if (reason != null) {
            blessed.bless(evaluation, reason);
            out.println("The scores are written into " + samples.resolve("scores.json"));
        }
        out.println("RESULT " + JsonMapper.shared().writeValueAsString(json(evaluation)));
        return status;
    }

    private static Path texts(Path annotations) {
        var beside = annotations.toAbsolutePath().resolveSibling("articles");
        var above = annotations.toAbsolutePath().getParent();
        return Files.isDirectory(beside) || above == null ? beside : above;
    }

    private static void printToponyms(Evaluation evaluation, PrintStream out) {
        var titles = Map.of(
                "marsad", "Toponyms: Marsad",
                "population", "Baseline: exact match, the place with most people",
                "oracle", "Baseline: gold spans, the best of the candidates (what resolution could reach)");
        evaluation.systems().forEach((system, scores) -> {
            out.println(titles.get(system) + "\n");
            out.println(GeoparseScore.header());
            scores.forEach((part, score) -> {
                // The halves of the samples, of the coder alone.
                if (part.split().equals(Evaluation.ALL) || system.equals("marsad")) {
                    out.println(score.row(title(part)));
                }
            });
            out.println();
        });
        out.println("Confidence\n");
        var all = new Part(Evaluation.ALL, Evaluation.ALL);
        out.println(evaluation.marsad().get(all).calibration().table("places", "right within 25 km"));
    }

    private static void printEvents(Evaluation evaluation, PrintStream out) {
        out.println("Events\n");
        out.println(EventScore.header());
        evaluation.events().forEach((part, score) -> out.println(score.row(title(part))));
        out.println("\nConfidence\n");
        evaluation.events().forEach((part, score) -> {
            // The weights behind it are fitted to the work articles.
            if (part.language().equals(Evaluation.ALL) && !part.split().equals(WORK)) {
                out.println(title(part) + "\n\n" + score.calibration().table("events", "found by a reader too"));
            }
        });
        out.println(LinkScore.header());
        evaluation.links().forEach((part, score) -> out.println(score.row(title(part))));
        out.println();
    }

    private static void printPassages(Path directory, PrintStream out) throws IOException {
        var coder = Coder.builtIn();
        out.println(PassageScore.header());
        PassageScore.rows(directory, false, coder).forEach(out::println);
        PassageScore.rows(directory, true, coder).forEach(out::println);
        out.println();
    }

    private static String title(Part part) {
        return part.split().equals(Evaluation.ALL) ? part.language() : part.split() + " " + part.language();
    }

    private static ObjectNode json(Evaluation evaluation) {
        var json = JsonMapper.shared().createObjectNode();
        var toponyms = json.putObject("toponyms");
        evaluation
                .systems()
                .forEach((system, scores) -> scores.forEach((part, score) -> put(
                        at(toponyms.withObjectProperty(system), part)
                                .put("articles", score.articles())
                                .put("gold", score.mentions()),
                        score.figures())));
        var events = json.putObject("events");
        evaluation.events().forEach((part, score) -> put(at(events, part), score.figures()));
        var links = json.putObject("links");
        evaluation.links().forEach((part, score) -> put(at(links, part), score.figures()));
        return json;
    }

    private static ObjectNode at(ObjectNode node, Part part) {
        return node.withObjectProperty(part.split()).withObjectProperty(part.language());
    }

    private static void put(ObjectNode node, Map<String, Double> figures) {
        figures.forEach((name, value) -> {
            if (value.isNaN()) {
                node.putNull(name);
            } else {
                node.put(name, Math.round(value * 1e4) / 1e4);
            }
        });
    }
}
