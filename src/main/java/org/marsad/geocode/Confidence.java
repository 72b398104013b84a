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
            "confidenceState",
            "confidenceInName");

    private static final double CERTAIN = 5;

    /** Words before a name in which the beginning of a longer name may stand: «تنسيقية حركات أزواد». */
    private static final int REACH = 5;

    private Confidence() {}

    /** From 0 to 1. The hit must be resolved and scored. */
    static double of(Reading reading, Hit hit, Places places, Weights weights) {
        var features = features(reading, hit, places);
        double sum = 0;
        for (int i = 0; i < features.length; i++) {
            sum += features[i] * weights.confidence[i];
        }
        return 1 / (1 + Math.exp(-sum));
    }

    static double[] features(Reading reading, Hit hit, Places places) {
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
            level == PlaceLevel.COUNTRY ? 1 : 0,
            mayBeInName(reading, hit) ? 1 : 0
        };
    }

    /** Whether a word that begins names of organisations, agreements and the like stands a little before. */
    private static boolean mayBeInName(Reading reading, Hit hit) {
        for (int i = hit.first - 1; i >= 0 && hit.first - i <= REACH && reading.isJoined(i + 1); i--) {
            if (reading.has(i, Term.NESTING.bit)) {
                return true;
            }
        }
        return false;
    }
}
