package org.marsad.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.marsad.evaluate.GoldArticle.GoldMention;
import org.marsad.evaluate.GoldArticle.GoldPlace;
import org.marsad.gazetteer.Place;
import org.marsad.gazetteer.PlaceId;
import org.marsad.gazetteer.PlaceLevel;
import org.marsad.geocode.Mention;
import org.marsad.geocode.MentionKind;
import org.marsad.text.Language;
import org.marsad.text.SourceDocument;
import org.marsad.text.Span;

class GeoparseScoreTest {
    private static final GoldPlace GAO = new GoldPlace("Gao", "ML", "settlement", 16.2717, -0.0447, "geonames:2457163");
    private static final GoldPlace MALI = new GoldPlace("Mali", "ML", "country", 18, -2, null);
    private static final GoldArticle ARTICLE = new GoldArticle(
            "a.txt",
            Language.EN,
            "",
            SourceDocument.of("a.txt", "Gao in Mali"),
            List.of(
                    new GoldMention(new Span(0, 3), MentionKind.LITERAL, GAO),
                    new GoldMention(new Span(7, 11), MentionKind.LITERAL, MALI)));

    @Test
    void aMissCountsAsAMissAtEveryDistanceAndAsTheWorstLogError() {
        var figures = figures(mention(0, 3, place("geonames:2457163", "Gao", PlaceLevel.SETTLEMENT, 16.2717, -0.0447)));
        assertThat(figures.get("recall")).isEqualTo(0.5);
        assertThat(figures.get("precision")).isEqualTo(1);
        assertThat(figures.get("within161km")).isEqualTo(0.5);
        assertThat(figures.get("auc")).isCloseTo(0.5, within(1e-9));
        assertThat(figures.get("meanKm")).isZero();
    }

    @Test
    void theCentroidOfAStateMayLieAnywhereInIt() {
        var figures = figures(
                mention(0, 3, place("geonames:2457163", "Gao", PlaceLevel.SETTLEMENT, 16.2717, -0.0447)),
                mention(7, 11, place("geonames:2453866", "Mali", PlaceLevel.COUNTRY, 14, -8)));
        assertThat(figures.get("within10km")).isEqualTo(1);
        assertThat(figures.get("auc")).isZero();
    }

    @Test
    void aSpanThatOnlyOverlapsIsFoundButNotExact() {
        var figures = figures(mention(0, 6, place("geonames:1", "Gao", PlaceLevel.SETTLEMENT, 16.45, -0.0447)));
        assertThat(figures.get("f1")).isZero();
        assertThat(figures.get("overlapPrecision")).isEqualTo(1);
        // Twenty kilometres to the north.
        assertThat(figures.get("within10km")).isZero();
        assertThat(figures.get("within25km")).isEqualTo(0.5);
        assertThat(figures.get("medianKm")).isCloseTo(19.8, within(0.1));
    }

    private static java.util.Map<String, Double> figures(Mention... mentions) {
        var score = new GeoparseScore();
        score.add(ARTICLE, List.of(mentions));
        return score.figures();
    }

    private static Mention mention(int begin, int end, Place place) {
        var span = new Span(begin, end);
        return new Mention(
                span, span.in(ARTICLE.document().text()), MentionKind.LITERAL, place, 0.95, List.of(), List.of());
    }

    private static Place place(String id, String name, PlaceLevel level, double lat, double lon) {
        return new Place(new PlaceId(id), name, "ML", null, level, "PPL", lat, lon, 0);
    }
}
