package org.marsad.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.evaluate.Evaluation.Part;
import org.marsad.gazetteer.Gazetteer;

/** The scores on the samples: what a change may not lower unless somebody says why. */
class ScoresTest {
    private static final Path SAMPLES = Path.of("samples");
    private static final Part ALL = new Part(Evaluation.ALL, Evaluation.ALL);

    private static Evaluation evaluation;

    @BeforeAll
    static void evaluate() throws IOException {
        var gold = SAMPLES.resolve("gold");
        evaluation = Evaluation.of(GoldArticle.list(gold, SAMPLES.resolve("articles")), gold, Gazetteer.builtIn());
    }

    @Test
    void noScoreFallsBelowItsBlessedValue() throws IOException {
        assertThat(new BlessedScores(SAMPLES.resolve("scores.json")).listFalls(evaluation))
                .as("If a score had to fall, say why:  ./marsad evaluate --bless \"REASON\"  and commit"
                        + " samples/scores.json. What fell")
                .isEmpty();
    }

    @Test
    void noScoreFallsBelowItsBlessedValueWhereOnlyEventsAreAnnotated() throws IOException {
        var root = SAMPLES.resolve("events");
        var gold = root.resolve("gold");
        var events = Evaluation.of(GoldArticle.list(gold, root.resolve("articles")), gold, Gazetteer.builtIn());
        assertThat(new BlessedScores(root.resolve("scores.json")).listFalls(events))
                .as("If a score had to fall, say why:  ./marsad evaluate --samples samples/events --bless \"REASON\"")
                .isEmpty();
    }

    @Test
    void everyPartOfTheSamplesIsBlessedWithReasons() throws IOException {
        var blessed = Files.readString(SAMPLES.resolve("scores.json"));
        assertThat(blessed).contains("\"report\"", "\"work\"", "\"ar\"", "\"fr\"", "\"en\"", "\"reason\"");
    }

    @Test
    void aFallIsNamedAndARiseIsNot(@TempDir Path directory) throws IOException {
        var file = directory.resolve("scores.json");
        var scores = new BlessedScores(file);
        scores.bless(evaluation, "first");
        assertThat(scores.listFalls(evaluation)).isEmpty();

        var within = evaluation.marsad().get(ALL).figures().get("within25km");
        Files.writeString(file, """
                {"toponyms": {"all": {"all": {"within25km": %s, "auc": 0.9, "f1": 0.1}}}, "blessings": []}
                """.formatted(within + 0.01));
        assertThat(scores.listFalls(evaluation))
                .singleElement()
                .asString()
                .contains("within25km", "split all", "language all");
    }

    @Test
    void blessingKeepsTheReasonsBefore(@TempDir Path directory) throws IOException {
        var file = directory.resolve("scores.json");
        new BlessedScores(file).bless(evaluation, "first");
        new BlessedScores(file).bless(evaluation, "a rule for rivers cost two towns");
        assertThat(Files.readString(file)).contains("first", "a rule for rivers cost two towns");
        assertThat(directory).isDirectoryNotContaining(path -> path.toString().endsWith(".new"));
    }

    /** Otherwise one of the three measures something else than it says. */
    @Test
    void theCoderIsBetterThanTheBaselineAndNotBeyondTheBound() {
        var scores = evaluation.systems();
        for (var figure : List.of("within25km", "within161km")) {
            double marsad = scores.get("marsad").get(ALL).figures().get(figure);
            double population = scores.get("population").get(ALL).figures().get(figure);
            double oracle = scores.get("oracle").get(ALL).figures().get(figure);
            assertThat(marsad).isGreaterThan(population).isLessThanOrEqualTo(oracle + 0.01);
        }
    }
}
