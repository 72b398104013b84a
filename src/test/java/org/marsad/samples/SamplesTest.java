package org.marsad.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SamplesTest {

    private static final Path ROOT = Path.of("samples");

    @ParameterizedTest
    @ValueSource(strings = {"samples", "samples/events"})
    void committedArticlesAndGoldAreWhatTheAnnotatedSourcesCompileTo(Path root) throws IOException {
        SampleCompiler compiler = SampleCompiler.read(root);
        Map<String, String> committed = compiler.committed();
        Map<String, String> expected = compiler.outputs();
        assertThat(committed.keySet())
                .as("run SampleCompiler, see samples/README.md")
                .isEqualTo(expected.keySet());
        expected.forEach((path, content) -> assertThat(committed.get(path))
                .as("%s is stale: run SampleCompiler, see samples/README.md", path)
                .isEqualTo(content));
    }

    @Test
    void neitherHalfIsMuchLargerInAnyLanguage() throws IOException {
        Map<String, List<Sample>> byLanguage =
                SampleCompiler.read(ROOT).samples().stream().collect(Collectors.groupingBy(Sample::language));
        byLanguage.forEach((language, samples) -> {
            long report =
                    samples.stream().filter(s -> s.split().equals("report")).count();
            assertThat(report).as(language).isBetween(samples.size() * 2L / 5, samples.size() * 3L / 5);
        });
    }

    @Test
    void holdsSixtyArticlesAndAmongThemSomeWithNothingToFind() throws IOException {
        List<Sample> samples = SampleCompiler.read(ROOT).samples();
        Map<String, Long> byLanguage =
                samples.stream().collect(Collectors.groupingBy(Sample::language, Collectors.counting()));
        assertThat(byLanguage.get("ar")).isGreaterThanOrEqualTo(25);
        assertThat(byLanguage.get("fr")).isGreaterThanOrEqualTo(20);
        assertThat(byLanguage.get("en")).isGreaterThanOrEqualTo(15);
        assertThat(samples).filteredOn(s -> s.events().isEmpty()).hasSizeGreaterThanOrEqualTo(8);
        assertThat(samples).filteredOn(s -> s.markup().mentions().isEmpty()).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void articlesOfOneIncidentAgreeOnItsDate() throws IOException {
        Map<String, List<SampleEvent>> incidents = SampleCompiler.read(ROOT).samples().stream()
                .flatMap(s -> s.events().stream())
                .filter(e -> e.incident() != null && e.precision().equals("day"))
                .collect(Collectors.groupingBy(e -> String.valueOf(e.incident())));
        // One may say "in the night to Thursday", the other "on Thursday".
        incidents.forEach((incident, events) -> assertThat(events)
                .as(incident)
                .allSatisfy(one -> assertThat(events)
                        .allSatisfy(other -> assertThat(one.start()).isBeforeOrEqualTo(other.end()))));
    }

    @Test
    void offsetsCountCodePointsAndLeaveTheCliticOut(@TempDir Path root) throws IOException {
        Sample sample = compile(root, "😀 و⟦غاو|L|gao⟧ ل⟦لمغرب|L|MA⟧", "");
        assertThat(sample.text()).isEqualTo("😀 وغاو للمغرب\n");
        assertThat(sample.markup().mentions())
                .extracting(SampleMention::text, SampleMention::begin, SampleMention::end)
                .containsExactly(tuple("غاو", 3, 6), tuple("لمغرب", 8, 13));
    }

    @Test
    void namesFileLineAndReasonOfEachFault(@TempDir Path root) {
        assertThatThrownBy(() -> compile(root, "⟦غاو|L|gaoo⟧", "")).hasMessageContaining("xx-1.txt:6: unknown place");
        assertThatThrownBy(() -> compile(root, "⟦غاو|L|gao", "")).hasMessageContaining("broken mark");
        assertThatThrownBy(() -> compile(root, "x", event("2020-02-30", "x")))
                .hasMessageContaining("xx-1.txt:5:")
                .hasMessageContaining("2020-02-30");
        assertThatThrownBy(() -> compile(root, "x", event("2020-02-03", "nowhere")))
                .hasMessageContaining("evidence not in the text");
        assertThatThrownBy(() -> compile(root, "x x", event("2020-02-03", "x")))
                .hasMessageContaining("evidence stands twice");
    }

    private static String event(String date, String evidence) {
        return """
                event: {"id":"e1","label":"x","plover":["ASSAULT"],"start":"%s","end":"%s","precision":"day",\
                "places":["gao"],"actors":[["jnim","JNIM","perpetrator"]],"evidence":"%s"}
                """.formatted(date, date, evidence);
    }

    private static Sample compile(Path root, String body, String events) throws IOException {
        Files.createDirectories(root.resolve("annotated/xx"));
        Files.writeString(root.resolve("countries.tsv"), "iso2\tname\tlat\tlon\nMA\tMorocco\t31.9\t-6.3\n");
        Files.writeString(
                root.resolve("places-xx.tsv"),
                "key\tname\tcountry\tlat\tlon\tlevel\tsource\ngao\tGao\tML\t16.27\t-0.04\tsettlement\tgeonames:2457163\n");
        Files.writeString(
                root.resolve("annotated/xx/xx-1.txt"),
                "---\nid: xx-1\npublished: none\nsplit: work\n" + events + "---\n" + body);
        return SampleCompiler.read(root).samples().getFirst();
    }
}
