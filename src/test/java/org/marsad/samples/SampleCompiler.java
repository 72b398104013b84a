package org.marsad.samples;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * Compiles {@code samples/annotated/LANG/ID.txt} into {@code samples/articles/ID.txt} and {@code samples/gold/ID.json}.
 *
 * <p>{@code java -cp JACKSON src/test/java/org/marsad/samples/SampleCompiler.java [DIR]} writes the files and prints
 * counts; {@link SamplesTest} holds the committed ones against the annotated sources.
 */
public final class SampleCompiler {
    private static final String WITH_DATES = "articles.jsonl";
    private static final JsonMapper JSON = new JsonMapper();

    private final Path root;
    private final List<Sample> samples = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();

    private SampleCompiler(Path root) {
        this.root = root;
    }

    /**
     * Reads every annotated article below {@code root}.
     *
     * @throws IllegalStateException with one line per faulty file
     */
    public static SampleCompiler read(Path root) throws IOException {
        SampleCompiler compiler = new SampleCompiler(root);
        SamplePlaces places = SamplePlaces.read(root);
        for (Path file : list(root.resolve("annotated"), ".txt")) {
            try {
                compiler.samples.add(Sample.read(file, places));
            } catch (SampleFormatException e) {
                compiler.faults.add(String.valueOf(e.getMessage()));
            }
        }
        if (!compiler.faults.isEmpty()) {
            throw new IllegalStateException(String.join("\n", compiler.faults));
        }
        return compiler;
    }

    List<Sample> samples() {
        return List.copyOf(samples);
    }

    /** What the annotated sources compile to: path below the root, and content. */
    SortedMap<String, String> outputs() {
        SortedMap<String, String> outputs = new TreeMap<>();
        for (Sample sample : samples) {
            outputs.put("articles/" + sample.id() + ".txt", sample.text());
            outputs.put("gold/" + sample.id() + ".json", GoldJson.write(sample));
        }
        outputs.put(WITH_DATES, withDates());
        return outputs;
    }

    /** Every article in one file of JSON Lines, with the day it was published: what `./marsad up` takes in. */
    private String withDates() {
        var lines = new StringBuilder();
        for (Sample sample : samples) {
            var line = new LinkedHashMap<String, Object>();
            line.put("document", sample.id() + ".txt");
            line.put("text", sample.text());
            if (sample.published() != null) {
                line.put("published", sample.published().toString());
            }
            lines.append(JSON.writeValueAsString(line)).append('\n');
        }
        return lines.toString();
    }

    /** What is on disk: path below the root, and content. */
    SortedMap<String, String> committed() throws IOException {
        SortedMap<String, String> committed = new TreeMap<>();
        for (Map.Entry<String, String> kind :
                Map.of("articles", ".txt", "gold", ".json").entrySet()) {
            for (Path file : list(root.resolve(kind.getKey()), kind.getValue())) {
                committed.put(kind.getKey() + "/" + file.getFileName(), Files.readString(file, StandardCharsets.UTF_8));
            }
        }
        if (Files.exists(root.resolve(WITH_DATES))) {
            committed.put(WITH_DATES, Files.readString(root.resolve(WITH_DATES), StandardCharsets.UTF_8));
        }
        return committed;
    }

    /** Writes the outputs and removes those whose source is gone. */
    void write() throws IOException {
        SortedMap<String, String> outputs = outputs();
        for (String path : committed().keySet()) {
            if (!outputs.containsKey(path)) {
                Files.delete(root.resolve(path));
            }
        }
        for (Map.Entry<String, String> output : outputs.entrySet()) {
            Path file = root.resolve(output.getKey());
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, output.getValue(), StandardCharsets.UTF_8);
        }
    }

    /** Articles, mentions by kind and events, per language and split. */
    String summary() {
        Map<String, List<Sample>> groups = samples.stream()
                .collect(Collectors.groupingBy(s -> s.language() + " " + s.split(), TreeMap::new, Collectors.toList()));
        StringBuilder summary = new StringBuilder();
        groups.forEach((group, members) -> {
            Map<String, Long> kinds = members.stream()
                    .flatMap(s -> s.markup().mentions().stream())
                    .collect(Collectors.groupingBy(m -> m.kind().gold(), TreeMap::new, Collectors.counting()));
            long events = members.stream().mapToLong(s -> s.events().size()).sum();
            summary.append("%s: %d articles, mentions %s, %d events%n".formatted(group, members.size(), kinds, events));
        });
        return summary.toString();
    }

    private static List<Path> list(Path directory, String suffix) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(f -> f.getFileName().toString().endsWith(suffix))
                    .sorted()
                    .toList();
        }
    }

    public static void main(String[] args) throws IOException {
        try {
            SampleCompiler compiler = read(Path.of(args.length == 0 ? "samples" : args[0]));
            compiler.write();
            System.out.print(compiler.summary());
        } catch (IllegalStateException | SampleFormatException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }
}
