package org.marsad.evaluate;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.marsad.geocode.Geoparser;

/**
 * Fits the resolver's weights by descending the log loss of the whole geoparser, rounds of joint resolution and all, plus
 * a penalty for leaving the prior. The gradient is taken by differences, since the weights are few and an article takes
 * less than a millisecond; the steps are Adam's (Kingma and Ba, ICLR 2015).
 */
final class WeightFit {
    private static final int STEPS = 16;
    private static final double RATE = 0.2;
    private static final double DIFFERENCE = 0.15;
    private static final double MEAN_DECAY = 0.8;
    private static final double SQUARE_DECAY = 0.95;

    /** What it costs to move a weight by its scale; there must be some evidence for it. */
    private static final double PENALTY = 1.5;

    private final Geoparser geoparser;
    private final Map<String, Double> prior;
    private final List<String> names;
    private final double[] scales;

    /**
     * @param prior all weights; those that only the confidence has are left as they are
     */
    WeightFit(Geoparser geoparser, Map<String, Double> prior) {
        this.geoparser = geoparser;
        this.prior = prior;
        names = prior.keySet().stream()
                .filter(name -> !name.startsWith("confidence"))
                .toList();
        scales = names.stream()
                .mapToDouble(name -> Math.max(0.3, Math.abs(prior.get(name)) * 0.3))
                .toArray();
    }

    /** Mean loss an article. */
    double loss(List<FitArticle> articles, Map<String, Double> weights) {
        var with = geoparser.withWeights(weights);
        return articles.parallelStream()
                        .mapToDouble(article -> article.loss(with))
                        .sum()
                / articles.size();
    }

    Map<String, Double> fit(List<FitArticle> articles) {
        var at = new double[names.size()];
        var mean = new double[at.length];
        var square = new double[at.length];
        var best = at.clone();
        double least = objective(articles, at);
        for (int step = 1; step <= STEPS; step++) {
            var gradient = gradient(articles, at, step % 2 == 0 ? DIFFERENCE : -DIFFERENCE);
            for (int i = 0; i < at.length; i++) {
                mean[i] = MEAN_DECAY * mean[i] + (1 - MEAN_DECAY) * gradient[i];
                square[i] = SQUARE_DECAY * square[i] + (1 - SQUARE_DECAY) * gradient[i] * gradient[i];
                double m = mean[i] / (1 - Math.pow(MEAN_DECAY, step));
                double s = square[i] / (1 - Math.pow(SQUARE_DECAY, step));
                at[i] -= RATE * m / (Math.sqrt(s) + 1e-3);
            }
            double now = objective(articles, at);
            if (now < least) {
                least = now;
                best = at.clone();
            }
        }
        return weights(best);
    }

    private double[] gradient(List<FitArticle> articles, double[] at, double difference) {
        var gradient = new double[at.length];
        double here = objective(articles, at);
        for (int i = 0; i < at.length; i++) {
            var there = at.clone();
            there[i] = at[i] + difference;
            gradient[i] = (objective(articles, there) - here) / difference;
        }
        return gradient;
    }

    /** Summed over the articles, so that the prior weighs the less the more there are. */
    private double objective(List<FitArticle> articles, double[] at) {
        return loss(articles, weights(at)) * articles.size()
                + PENALTY * Arrays.stream(at).map(a -> a * a).sum();
    }

    private Map<String, Double> weights(double[] at) {
        var weights = new LinkedHashMap<>(prior);
        for (int i = 0; i < at.length; i++) {
            double value = prior.get(names.get(i)) + at[i] * scales[i];
            // A temperature of nothing would divide by it.
            weights.put(names.get(i), names.get(i).equals("temperature") ? Math.max(0.3, value) : value);
        }
        return weights;
    }
}
