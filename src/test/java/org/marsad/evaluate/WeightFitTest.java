package org.marsad.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.gazetteer.Gazetteer;
import org.marsad.geocode.Geoparser;

class WeightFitTest {
    private static final Path WEIGHTS = Path.of("gazetteer/lexicon/weights.tsv");

    /** Evidence that counts against a country is made to count for it again. */
    @Test
    void mendsAWeightThatIsPlainlyWrong() throws IOException {
        var gazetteer = Gazetteer.builtIn();
        var articles = GoldArticle.list(Path.of("samples/gold"), Path.of("samples/articles")).stream()
                .filter(article -> article.split().equals("work"))
                .limit(6)
                .map(article -> new FitArticle(article, gazetteer))
                .toList();
        var spoilt = new LinkedHashMap<>(WeightFile.read(WEIGHTS).values());
        spoilt.put("countryEvidence", -4.0);
        var fit = new WeightFit(new Geoparser(gazetteer), spoilt);

        var fitted = fit.fit(articles);

        assertThat(fitted.get("countryEvidence")).isGreaterThan(-3.5);
        assertThat(fit.loss(articles, fitted)).isLessThan(fit.loss(articles, spoilt));
        assertThat(fitted.get("confidence")).isEqualTo(spoilt.get("confidence"));
    }

    @Test
    void keepsTheValuesSetByHandBesideTheFittedOnes(@TempDir Path directory) throws IOException {
        var file = directory.resolve("weights.tsv");
        Files.writeString(file, "# by hand\npopulation\t1.0\ncapital\t1.2\t1.0\n");
        var read = WeightFile.read(file);
        assertThat(read.prior()).containsEntry("population", 1.0).containsEntry("capital", 1.0);

        var fitted = new LinkedHashMap<>(read.values());
        fitted.put("population", 0.8125);
        new WeightFile(fitted, read.prior()).write(file, List.of("fitted by a test"));

        var again = WeightFile.read(file);
        assertThat(again.values().get("population")).isBetween(0.81, 0.82);
        assertThat(again.prior()).containsEntry("population", 1.0).containsEntry("capital", 1.0);
        assertThat(Files.readString(file)).startsWith("# fitted by a test\n");
    }
}
