package org.marsad.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.marsad.gazetteer.Gazetteer;
import org.marsad.geocode.Geoparser;
import org.marsad.geocode.Mention;
import org.marsad.geocode.MentionKind;
import org.marsad.text.Articles;

/** The annotated ones of the articles that the project began with, where they lie beside the checkout. */
class SharedGoldTest {
    /** Of a division's or state's middle no two sources agree to the kilometre. */
    private static final double SAME_PLACE_KM = 25;

    @Test
    void findsAndPlacesEveryLiteralMention() throws IOException {
        var articles = Path.of(System.getProperty("marsad.shared", "../shared"), "articles");
        var gold = articles.resolve("gold");
        assumeTrue(Files.isDirectory(gold), gold + " is not here");
        var geoparser = new Geoparser(Gazetteer.builtIn());
        int wanted = 0;
        var wrong = new ArrayList<String>();
        for (var article : GoldArticle.list(gold, articles)) {
            var text = article.document().text();
            var mentions = Articles.split(article.document()).stream()
                    .flatMap(part -> geoparser.parse(text, part).stream())
                    .toList();
            for (var mention : article.mentions()) {
                if (mention.kind() == MentionKind.LITERAL) {
                    wanted++;
                    if (mentions.stream().noneMatch(found -> isSame(found, mention))) {
                        wrong.add(article.id() + " " + mention.span().in(text) + " at " + mention.span());
                    }
                }
            }
        }
        assertThat(wanted).isPositive();
        assertThat(wrong).isEmpty();
    }

    private static boolean isSame(Mention found, GoldArticle.GoldMention wanted) {
        return found.span().equals(wanted.span())
                && found.kind().isGeographic()
                && found.place() != null
                && GeoparseScore.errorKm(found.place(), wanted.place()) <= SAME_PLACE_KM;
    }
}
