package org.marsad.evaluate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventFitTest {
    private static final Path SAMPLES = Path.of("samples");

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    private int fit(Path table, String... options) throws IOException {
        return EventFit.run(SAMPLES, table, List.of(options), new PrintStream(printed, true, UTF_8));
    }

    /** On articles that it did not see it has to be better than the rules, else it writes nothing. */
    @Test
    void writesItsTableWithWhereItIsFrom(@TempDir Path directory) throws IOException {
        var table = directory.resolve("weights.tsv");

        assertThat(fit(table)).isZero();

        assertThat(table)
                .content()
                .startsWith("# Weights of the evidence")
                .contains("\nthreshold\t", "\nbias\t", "\nruled\t");
        assertThat(printed.toString(UTF_8)).contains("rules alone", "expected calibration error");
    }

    @Test
    void writesNothingWhereItIsOnlyTried(@TempDir Path directory) throws IOException {
        var table = directory.resolve("weights.tsv");

        assertThat(fit(table, "--dry-run")).isZero();

        assertThat(Files.exists(table)).isFalse();
    }

    @Test
    void refusesAnUnknownOption(@TempDir Path directory) throws IOException {
        assertThat(fit(directory.resolve("weights.tsv"), "--fast")).isEqualTo(2);
    }
}
