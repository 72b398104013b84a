package org.marsad.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.coding.Coder;

class PassageTest {
    @Test
    void readsTypesAndHoldsEveryThirdRowBack(@TempDir Path directory) throws IOException {
        var file = directory.resolve("en.tsv");
        Files.writeString(
                file,
                "# head\n2024-01-02\tRETREAT\trelease\tfreed\tGunmen freed six pupils in Zurmi on Monday.\n"
                        + "2024-01-02\tNONE\tplan\t-\tThe army may leave Zurmi.\n"
                        + "2024-01-02\tASSAULT|COERCE\tabduction\tseized\tGunmen seized six pupils in Zurmi on Monday.\n");

        var passages = Passage.list(file);

        assertThat(passages).extracting(Passage::isHeldBack).containsExactly(false, false, true);
        assertThat(passages.get(0).types()).containsExactlyInAnyOrder("RETREAT", "CONCEDE");
        assertThat(passages.get(1).types()).isEmpty();
        var considered = Coder.builtIn().consider(passages.get(2).document());
        assertThat(passages.get(2).right(considered)).hasSize(1);
        assertThat(passages.get(1).right(considered)).isEmpty();
    }

    @Test
    void namesTheLineOfARowThatIsCutOff(@TempDir Path directory) throws IOException {
        var file = directory.resolve("en.tsv");
        Files.writeString(file, "2024-01-02\tNONE\tplan\t-\tNothing.\n2024-01-02\tNONE\n");

        assertThatThrownBy(() -> Passage.list(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("line 2: 2 fields");
    }

    /** Far below what it is, so that only a break shows; the figures are in {@code ./marsad evaluate}. */
    @Test
    void tellsMostPassagesAndLittleWhereThereIsNothing() throws IOException {
        for (var row : PassageScore.rows(Path.of("samples/passages"), true, Coder.builtIn())) {
            var cells = List.of(row.split("\\|"));
            assertThat(Double.parseDouble(cells.get(3).strip())).as(row).isGreaterThan(0.5);
            assertThat(Double.parseDouble(cells.get(7).strip())).as(row).isGreaterThan(0.5);
        }
    }
}
