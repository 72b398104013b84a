package org.marsad.geocode;

import java.util.List;
import org.marsad.gazetteer.PlaceLevel;
import org.marsad.gazetteer.Places;

/**
 * How sure it is that a mention is a toponym and its place the right one: a logistic model over what the resolver knows,
 * fitted with the other weights (Platt, "Probabilistic outputs for support vector machines", 1999).
 */
final class Confidence {
    /** The names of the weights, in the order of {@link #features}. */
    static final List<String> NAMES = List.of(
            "confidence",
            "confidenceChoice",
            "confidenceToponym",
            "confidenceSupport",
            "confidenceHeard",
            "confidenceObscure",
            "confidenceState");

    private static final double CERTAIN = 5;

    private Confidence() {}

    /** From 0 to 1. The hit must be resolved and scored. */
    static double of(Hit hit, Places places, Weights weights) {
        var features = features(hit, places);
        double sum = 0;
        for (int i = 0; i < features.length; i++) {
            sum += features[i] * weights.confidence[i];
        }
        return 1 / (1 + Math.exp(-sum));
    }

    static double[] features(Hit hit, Places places) {
        var best = hit.best();
        var level = places.level(best.place);
        double choice = Math.log(best.probability / Math.max(1e-9, 1 - best.probability));
        boolean obscure =
                level == PlaceLevel.SETTLEMENT && places.population(best.place) == 0 && !places.isCurated(best.place);
        return new double[] {
            1,
            Math.clamp(choice, -CERTAIN, CERTAIN),
            Math.clamp(hit.score, -CERTAIN, CERTAIN),
            Math.clamp(best.score - best.prior, 0, CERTAIN),
            hit.node < 0 ? 1 : 0,
            obscure ? 1 : 0,
            level == PlaceLevel.COUNTRY ? 1 : 0
        };
    }
}
