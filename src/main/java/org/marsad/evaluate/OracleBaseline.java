package org.marsad.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.marsad.evaluate.GoldArticle.GoldMention;
import org.marsad.gazetteer.Gazetteer;
import org.marsad.gazetteer.Place;
import org.marsad.gazetteer.Posting;
import org.marsad.geocode.Geoparser;
import org.marsad.geocode.Mention;
import org.marsad.text.Articles;
import org.marsad.text.Folding;
import org.marsad.text.Token;
import org.marsad.text.Tokens;

/**
 * The most that resolution could reach: every gold span, and of the candidates that the gazetteer and the geoparser
 * know for it the one nearest to the truth. What it gets wrong, no choice among candidates gets right.
 */
final class OracleBaseline {
    private final Gazetteer gazetteer;
    private final Geoparser geoparser;

    OracleBaseline(Gazetteer gazetteer, Geoparser geoparser) {
        this.gazetteer = gazetteer;
        this.geoparser = geoparser;
    }

    List<Mention> list(GoldArticle article) {
        var text = article.document().text();
        var considered = new ArrayList<Geoparser.Considered>();
        for (var part : Articles.split(article.document())) {
            considered.addAll(geoparser.considered(text, part));
        }
        return article.mentions().stream()
                .map(wanted -> mention(text, wanted, considered))
                .toList();
    }

    private Mention mention(String text, GoldMention wanted, List<Geoparser.Considered> considered) {
        var places = new ArrayList<Place>();
        for (var one : considered) {
            if (one.span().overlaps(wanted.span())) {
                Arrays.stream(one.places()).mapToObj(gazetteer.places()::get).forEach(places::add);
            }
        }
        int node = gazetteer.names().find(key(wanted.span().in(text)));
        if (node >= 0) {
            var names = gazetteer.names();
            for (int i = names.postingsBegin(node); i < names.postingsEnd(node); i++) {
                places.add(gazetteer.places().get(Posting.place(names.posting(i))));
            }
        }
        var best = places.stream()
                .min(Comparator.comparingDouble(place -> GeoparseScore.errorKm(place, wanted.place())))
                .orElse(null);
        return new Mention(
                wanted.span(), wanted.span().in(text), wanted.kind(), best, 1, List.of("nearest candidate"), List.of());
    }

    /** As the index writes names: folded words parted by single spaces. */
    private static String key(String surface) {
        return Tokens.list(Folding.fold(surface)).stream()
                .filter(token -> token.is(Token.Kind.WORD) || token.is(Token.Kind.NUMBER))
                .map(Token::text)
                .collect(Collectors.joining(" "));
    }
}
