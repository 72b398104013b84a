package org.marsad.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.marsad.geocode.Geoparser;

/**
 * Fits the logistic model of confidence by gradient descent with a small penalty, then lowers it as a whole where too
 * few of the confident are right.
 */
final class ConfidenceFit {
    private static final int STEPS = 4000;
    private static final double RATE = 0.3;
    private static final double PENALTY = 1;

    /** Of the mentions given 0.9 or more at least this share must be right, a little above what is promised. */
    private static final double WANTED_RIGHT = 0.96;

    private static final double MOST_LOWERED = 0.5;
    private static final double CONFIDENT_LOGIT = Math.log(9);

    private record Example(double[] features, boolean right) {}

    private ConfidenceFit() {}

    /** The weights with those of the confidence fitted to what the geoparser with them gets right. */
    static Map<String, Double> fit(Geoparser geoparser, List<FitArticle> articles, Map<String, Double> weights) {
        var examples = examples(geoparser.withWeights(weights), articles);
        var names = weights.keySet().stream()
                .filter(name -> name.startsWith("confidence"))
                .toList();
        var model = descend(examples, names.size());
        model[0] -= excess(examples, model);
        var fitted = new LinkedHashMap<>(weights);
        for (int i = 0; i < model.length; i++) {
            fitted.put(names.get(i), model[i]);
        }
        return fitted;
    }

    private static List<Example> examples(Geoparser geoparser, List<FitArticle> articles) {
        var examples = new ArrayList<Example>();
        for (var article : articles) {
            for (var one : article.considered(geoparser)) {
                if (!one.demonym() && one.score() > 0) {
                    examples.add(new Example(one.features(), article.isRight(one)));
                }
            }
        }
        return examples;
    }

    private static double[] descend(List<Example> examples, int size) {
        var model = new double[size];
        for (int step = 0; step < STEPS; step++) {
            var gradient = new double[size];
            for (var example : examples) {
                double error = 1 / (1 + Math.exp(-logit(example, model))) - (example.right ? 1 : 0);
                for (int i = 0; i < size; i++) {
                    gradient[i] += error * example.features[i];
                }
            }
            for (int i = 0; i < size; i++) {
                model[i] -= RATE * (gradient[i] + (i == 0 ? 0 : PENALTY * model[i])) / examples.size();
            }
        }
        return model;
    }

    /** By how much the logits are too high for the confident to be right often enough. */
    private static double excess(List<Example> examples, double[] model) {
        for (double excess = 0; excess <= MOST_LOWERED; excess += 0.02) {
            int confident = 0;
            int right = 0;
            for (var example : examples) {
                if (logit(example, model) - excess >= CONFIDENT_LOGIT) {
                    confident++;
                    right += example.right ? 1 : 0;
                }
            }
            if (right >= WANTED_RIGHT * confident) {
                return excess;
            }
        }
        // Errors that no feature tells from what is right: lowering the rest would not help.
        return 0;
    }

    private static double logit(Example example, double[] model) {
        double sum = 0;
        for (int i = 0; i < model.length; i++) {
            sum += model[i] * example.features[i];
        }
        return sum;
    }
}
