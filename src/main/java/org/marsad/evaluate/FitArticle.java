package org.marsad.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.marsad.evaluate.GoldArticle.GoldMention;
import org.marsad.gazetteer.Gazetteer;
import org.marsad.geocode.Geoparser;
import org.marsad.text.ArticleText;
import org.marsad.text.Articles;

/** An annotated article, and what a geoparser's view of it costs. */
final class FitArticle {
    /** A toponym that was not even looked at; no weight changes that much. */
    private static final double MISSED = 4;

    /** A score beyond this is as sure as it needs to be; an error in the annotation must not outweigh the others. */
    private static final double SURE = 6;

    private static final double RIGHT_KM = 25;
    private static final double LEAST = 0.0025;

    private final GoldArticle gold;
    private final List<ArticleText> parts;
    private final Gazetteer gazetteer;
    private final Map<Long, Boolean> right = new ConcurrentHashMap<>();

    FitArticle(GoldArticle gold, Gazetteer gazetteer) {
        this.gold = gold;
        this.gazetteer = gazetteer;
        parts = Articles.split(gold.document());
    }

    GoldArticle gold() {
        return gold;
    }

    List<Geoparser.Considered> considered(Geoparser geoparser) {
        var all = new ArrayList<Geoparser.Considered>();
        for (var part : parts) {
            all.addAll(geoparser.considered(gold.document().text(), part));
        }
        return all;
    }

    /**
     * The log loss: of every stretch looked at, whether it is a toponym; of every toponym for which a right place is
     * known, whether that is chosen.
     */
    double loss(Geoparser geoparser) {
        var considered = considered(geoparser);
        double loss = 0;
        for (var one : considered) {
            if (!one.demonym()) {
                double score = Math.clamp(one.score(), -SURE, SURE);
                loss += Math.log1p(Math.exp(isToponym(one) ? -score : score));
            }
        }
        for (int i = 0; i < gold.mentions().size(); i++) {
            var wanted = gold.mentions().get(i);
            if (wanted.kind().isGeographic()) {
                loss += choiceLoss(i, wanted, considered);
            }
        }
        return loss;
    }

    /** Whether a first candidate is the place that the article means there. */
    boolean isRight(Geoparser.Considered one) {
        for (int i = 0; i < gold.mentions().size(); i++) {
            var wanted = gold.mentions().get(i);
            if (wanted.kind().isGeographic() && wanted.span().overlaps(one.span())) {
                return isRight(i, one.places()[0]);
            }
        }
        return false;
    }

    private boolean isToponym(Geoparser.Considered one) {
        return gold.mentions().stream().anyMatch(g -> g.span().overlaps(one.span()));
    }

    private double choiceLoss(int index, GoldMention wanted, List<Geoparser.Considered> considered) {
        for (var one : considered) {
            if (one.demonym() || !one.span().overlaps(wanted.span())) {
                continue;
            }
            double share = 0;
            boolean known = false;
            for (int i = 0; i < one.places().length; i++) {
                if (isRight(index, one.places()[i])) {
                    known = true;
                    share += one.probabilities()[i];
                }
            }
            return known ? -Math.log(Math.clamp(share, LEAST, 1)) : 0;
        }
        return MISSED;
    }

    private boolean isRight(int index, int place) {
        return right.computeIfAbsent((long) index << 32 | place, key -> {
            var wanted = gold.mentions().get(index).place();
            return GeoparseScore.errorKm(gazetteer.places().get(place), wanted) <= RIGHT_KM;
        });
    }
}
