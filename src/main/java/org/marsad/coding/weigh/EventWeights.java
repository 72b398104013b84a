package org.marsad.coding.weigh;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * How much each piece of {@link Evidence} weighs: a logistic model of whether a draft is an event that a careful reader
 * would find too, fitted to annotated articles by {@code ./marsad evaluate fit}, which writes its table.
 *
 * @param byName the weights; what is not there weighs nothing
 * @param threshold what is at least so probable is an event
 */
public record EventWeights(Map<String, Double> byName, double threshold) {
    public static final String TABLE = "org/marsad/coding/event-weights.tsv";

    private static final String BIAS = "bias";
    private static final String THRESHOLD = "threshold";

    public EventWeights {
        byName = Map.copyOf(byName);
    }

    /** Those shipped with Marsad. */
    public static EventWeights builtIn() {
        var stream = Objects.requireNonNull(EventWeights.class.getResourceAsStream("/" + TABLE), TABLE);
        try (var in = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            var weights = new HashMap<String, Double>();
            in.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                var columns = line.split("\t");
                weights.put(columns[0], Double.valueOf(columns[1]));
            });
            double threshold = Objects.requireNonNull(weights.remove(THRESHOLD), THRESHOLD);
            return new EventWeights(weights, threshold);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How probable it is that what there is such evidence on is an event, 0 to 1. */
    public double probability(Map<String, Double> evidence) {
        double sum = byName.getOrDefault(BIAS, 0.0);
        for (var one : evidence.entrySet()) {
            sum += byName.getOrDefault(one.getKey(), 0.0) * one.getValue();
        }
        return 1 / (1 + Math.exp(-sum));
    }
}
