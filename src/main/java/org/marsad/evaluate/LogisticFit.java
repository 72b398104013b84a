package org.marsad.evaluate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Fits a logistic model of sparse, named features by descending its log loss with a quadratic penalty on every weight but
 * the bias; the steps are Adam's (Kingma and Ba, ICLR 2015). The same examples give the same weights.
 */
final class LogisticFit {
    static final String BIAS = "bias";

    private static final int STEPS = 300;
    private static final double RATE = 0.05;
    private static final double MEAN_DECAY = 0.9;
    private static final double SQUARE_DECAY = 0.999;

    /** A feature of fewer examples says too little. */
    private static final int LEAST_EXAMPLES = 4;

    record Example(Map<String, Double> features, boolean right) {}

    private final List<String> names = new ArrayList<>();
    private final List<int[]> indexes = new ArrayList<>();
    private final List<double[]> values = new ArrayList<>();
    private final boolean[] right;
    private final double penalty;

    /** @param penalty of the squares of the weights, beside the loss summed over the examples */
    LogisticFit(List<Example> examples, double penalty) {
        this.penalty = penalty;
        var counts = new TreeMap<String, Integer>();
        examples.forEach(example -> example.features().keySet().forEach(name -> counts.merge(name, 1, Integer::sum)));
        var index = new HashMap<String, Integer>();
        names.add(BIAS);
        counts.forEach((name, count) -> {
            if (count >= LEAST_EXAMPLES) {
                index.put(name, names.size());
                names.add(name);
            }
        });
        right = new boolean[examples.size()];
        for (var example : examples) {
            right[indexes.size()] = example.right();
            var kept = example.features().keySet().stream()
                    .filter(index::containsKey)
                    .sorted()
                    .toList();
            indexes.add(kept.stream().mapToInt(index::get).toArray());
            values.add(kept.stream().mapToDouble(example.features()::get).toArray());
        }
    }

    /** The weights by name, that of the bias first. */
    Map<String, Double> fit() {
        var at = new double[names.size()];
        var mean = new double[at.length];
        var square = new double[at.length];
        for (int step = 1; step <= STEPS; step++) {
            var gradient = gradient(at);
            for (int i = 0; i < at.length; i++) {
                mean[i] = MEAN_DECAY * mean[i] + (1 - MEAN_DECAY) * gradient[i];
                square[i] = SQUARE_DECAY * square[i] + (1 - SQUARE_DECAY) * gradient[i] * gradient[i];
                double m = mean[i] / (1 - Math.pow(MEAN_DECAY, step));
                double s = square[i] / (1 - Math.pow(SQUARE_DECAY, step));
                at[i] -= RATE * m / (Math.sqrt(s) + 1e-8);
            }
        }
        var weights = new java.util.LinkedHashMap<String, Double>();
        for (int i = 0; i < at.length; i++) {
            weights.put(names.get(i), at[i]);
        }
        return weights;
    }

    /** Of the loss an example. */
    private double[] gradient(double[] at) {
        var gradient = new double[at.length];
        for (int i = 1; i < at.length; i++) {
            gradient[i] = penalty * at[i];
        }
        for (int row = 0; row < right.length; row++) {
            var index = indexes.get(row);
            var value = values.get(row);
            double sum = at[0];
            for (int i = 0; i < index.length; i++) {
                sum += at[index[i]] * value[i];
            }
            double error = 1 / (1 + Math.exp(-sum)) - (right[row] ? 1 : 0);
            gradient[0] += error;
            for (int i = 0; i < index.length; i++) {
                gradient[index[i]] += error * value[i];
            }
        }
        for (int i = 0; i < at.length; i++) {
            gradient[i] /= right.length;
        }
        return gradient;
    }
}
