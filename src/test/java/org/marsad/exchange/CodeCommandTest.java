package org.marsad.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodeCommandTest {
    private static final String TEXT = "Three soldiers were killed near Ménaka on 12 August 2023, the army said.";

    @TempDir
    Path dir;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... args) {
        return run(new byte[0], args);
    }

    private int run(byte[] in, String... args) {
        return CodeCommand.run(
                List.of(args),
                new ByteArrayInputStream(in),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private String file(String name, byte[] bytes) throws IOException {
        return Files.write(dir.resolve(name), bytes).toString();
    }

    private String file(String name, String text) throws IOException {
        return file(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> lines() {
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void printsOneObjectForADocumentNamedAsGiven() throws IOException {
        var file = file("a.txt", TEXT);
        assertThat(run(file)).isEqualTo(CodeCommand.DONE);
        assertThat(lines()).singleElement().asString().startsWith("{\"document\":\"" + file + "\",\"article\":1,");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void readsStandardInput() {
        assertThat(run(TEXT.getBytes(StandardCharsets.UTF_8), "--published", "2023-08-13", "-"))
                .isZero();
        assertThat(lines()).singleElement().asString().contains("\"document\":\"-\"", "\"published\":\"2023-08-13\"");
    }

    @Test
    void doesNotCountAByteOrderMark() throws IOException {
        // One name for both: it is part of what an event's id is made of.
        run(file("a.txt", TEXT));
        run(file("a.txt", "\uFEFF" + TEXT));
        assertThat(lines()).hasSize(2);
        assertThat(lines().get(1)).isEqualTo(lines().get(0));
    }

    @Test
    void keepsTheOrderOfJsonLinesWithSeveralThreads() throws IOException {
        var text = new StringBuilder();
        IntStream.range(0, 50)
                .forEach(i -> text.append("{\"document\": \"d%d\", \"text\": \"%s\"}%n".formatted(i, TEXT)));
        assertThat(run("--threads", "3", file("many.jsonl", text.toString()))).isZero();
        assertThat(lines()).hasSize(50);
        IntStream.range(0, 50)
                .forEach(i -> assertThat(lines().get(i)).startsWith("{\"document\":\"d%d\",".formatted(i)));
    }

    @Test
    void namesTheLineOfABrokenOneAndCodesTheOthers() throws IOException {
        var good = "{\"document\": \"%s\", \"text\": \"" + TEXT + "\"}\n";
        var file = file(
                "mixed.jsonl",
                good.formatted("a") + "{\"document\": \"b\", \"te\n" + "{\"text\": \"x\"}\n"
                        + "{\"document\": \"c\", \"text\": \"x\", \"published\": \"soon\"}\n\n" + good.formatted("d"));
        assertThat(run(file)).isEqualTo(CodeCommand.UNREADABLE);
        assertThat(lines()).hasSize(2);
        assertThat(err.toString().lines())
                .hasSize(3)
                .satisfiesExactly(
                        line -> assertThat(line).contains(file + ":2: is not JSON"),
                        line -> assertThat(line).contains(file + ":3: ").contains("\"document\""),
                        line -> assertThat(line).contains(file + ":4: ").contains("\"published\""));
    }

    @Test
    void saysWhyAFileCannotBeReadAndCodesTheOthers() throws IOException {
        var missing = dir.resolve("missing.txt").toString();
        var binary = file("binary.txt", new byte[] {'a', 0, 1, 2});
        var latin = file("latin.txt", "attaqué à Ménaka".getBytes(StandardCharsets.ISO_8859_1));
        var empty = file("empty.txt", "");
        assertThat(run(missing, binary, latin, empty, dir.toString(), file("a.txt", TEXT)))
                .isEqualTo(CodeCommand.UNREADABLE);
        assertThat(lines()).hasSize(1);
        assertThat(err.toString(StandardCharsets.UTF_8).lines())
                .satisfiesExactly(
                        line -> assertThat(line).contains(missing, "no such file"),
                        line -> assertThat(line).contains(binary, "is binary"),
                        line -> assertThat(line).contains(latin, "not UTF-8"),
                        line -> assertThat(line).contains(empty, "is empty"),
                        line -> assertThat(line).contains(dir.toString(), "directory"));
    }

    @Test
    void refusesACommandLineItCannotObey() {
        assertThat(run()).isEqualTo(CodeCommand.USAGE);
        assertThat(run("--published", "yesterday", "-")).isEqualTo(CodeCommand.USAGE);
        assertThat(run("--threads", "0", "-")).isEqualTo(CodeCommand.USAGE);
        assertThat(run("--speed", "-")).isEqualTo(CodeCommand.USAGE);
        assertThat(run("--gazetteer", "/nowhere.csv", "-")).isEqualTo(CodeCommand.USAGE);
        assertThat(err.toString()).contains("yesterday", "--speed", "/nowhere.csv", "usage: code");
        assertThat(out.size()).isZero();
    }
}
