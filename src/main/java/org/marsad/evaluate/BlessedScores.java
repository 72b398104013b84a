package org.marsad.evaluate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.marsad.evaluate.Evaluation.Part;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The scores that a change may not lower, in {@code samples/scores.json}, and why they were last lowered or raised: by
 * task, split, language and figure.
 */
final class BlessedScores {
    private static final List<String> TOPONYMS =
            List.of("f1", "overlapF1", "within10km", "within25km", "within161km", "auc", "confidentRight");
    private static final List<String> EVENTS = List.of("f1", "strictF1");
    private static final List<String> LINKS = List.of("b3F1");
    private static final List<String> BEST_AT_ZERO = List.of("auc");

    /** Scores are kept, and compared, to three digits. */
    private static final double DIGITS = 1000;

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Path file;

    BlessedScores(Path file) {
        this.file = file;
    }

    /**
     * What is worse than blessed, a sentence each; empty where nothing is. A part or a figure that is not blessed yet, or
     * that the evaluation lacks, is not compared.
     */
    List<String> listFalls(Evaluation evaluation) throws IOException {
        var blessed = read();
        var falls = new ArrayList<String>();
        figures(evaluation)
                .forEach((task, parts) -> parts.forEach((part, figures) -> figures.forEach((name, now) -> {
                    var before = blessed.path(task)
                            .path(part.split())
                            .path(part.language())
                            .path(name);
                    long change = Math.round(now * DIGITS) - Math.round(before.asDouble(now) * DIGITS);
                    if (before.isNumber() && (BEST_AT_ZERO.contains(name) ? change > 0 : change < 0)) {
                        falls.add(String.format(
                                Locale.ROOT,
                                "%s, split %s, language %s: %s was %.3f and is %.3f",
                                task,
                                part.split(),
                                part.language(),
                                name,
                                before.asDouble(),
                                now));
                    }
                })));
        return falls;
    }

    /** Writes the scores of now, with the day and the reason. */
    void bless(Evaluation evaluation, String reason) throws IOException {
        var json = JSON.createObjectNode();
        figures(evaluation)
                .forEach((task, parts) -> parts.forEach((part, figures) -> {
                    var at = child(child(child(json, task), part.split()), part.language());
                    figures.forEach((name, value) -> at.put(name, Math.round(value * DIGITS) / DIGITS));
                }));
        var log = json.putArray("blessings");
        read().path("blessings").forEach(log::add);
        log.addObject().put("date", LocalDate.now().toString()).put("reason", reason);
        var fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(fresh, JSON.writeValueAsString(json).replace("\r\n", "\n") + "\n");
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private JsonNode read() throws IOException {
        return Files.exists(file) ? JSON.readTree(Files.readString(file)) : JSON.createObjectNode();
    }

    private static ObjectNode child(ObjectNode node, String name) {
        return node.withObjectProperty(name);
    }

    /** Only what is blessed, and is a number. */
    private static Map<String, Map<Part, Map<String, Double>>> figures(Evaluation evaluation) {
        var figures = new TreeMap<String, Map<Part, Map<String, Double>>>();
        evaluation.marsad().forEach((part, score) -> put(figures, "toponyms", part, TOPONYMS, score.figures()));
        evaluation.events().forEach((part, score) -> put(figures, "events", part, EVENTS, score.figures()));
        evaluation.links().forEach((part, score) -> put(figures, "links", part, LINKS, score.figures()));
        return figures;
    }

    private static void put(
            Map<String, Map<Part, Map<String, Double>>> into,
            String task,
            Part part,
            List<String> names,
            Map<String, Double> figures) {
        var kept = new java.util.LinkedHashMap<String, Double>();
        for (var name : names) {
            if (!figures.getOrDefault(name, Double.NaN).isNaN()) {
                kept.put(name, figures.get(name));
            }
        }
        into.computeIfAbsent(task, t -> new TreeMap<>()).put(part, kept);
    }
}
