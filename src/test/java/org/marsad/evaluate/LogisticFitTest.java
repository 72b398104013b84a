package org.marsad.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.marsad.coding.weigh.EventWeights;

class LogisticFitTest {
    /** Of 100 with the first feature 90 are right, of 100 with the second 20. */
    private static ArrayList<LogisticFit.Example> examples() {
        var examples = new ArrayList<LogisticFit.Example>();
        for (int i = 0; i < 100; i++) {
            examples.add(new LogisticFit.Example(Map.of("told", 1.0), i < 90));
            examples.add(new LogisticFit.Example(Map.of("rumoured", 1.0), i < 20));
        }
        return examples;
    }

    @Test
    void givesTheSharesThatItWasShown() {
        var weights = new EventWeights(new LogisticFit(examples(), 0.01).fit(), 0.5);

        assertThat(weights.probability(Map.of("told", 1.0))).isBetween(0.88, 0.92);
        assertThat(weights.probability(Map.of("rumoured", 1.0))).isBetween(0.18, 0.22);
    }

    @Test
    void leavesAFeatureOfFewExamplesAlone() {
        var examples = examples();
        examples.add(new LogisticFit.Example(Map.of("once", 1.0), true));

        assertThat(new LogisticFit(examples, 0.01).fit()).containsOnlyKeys(LogisticFit.BIAS, "told", "rumoured");
    }

    @Test
    void holdsWeightsBackByThePenalty() {
        var free = new LogisticFit(examples(), 0.01).fit();
        var held = new LogisticFit(examples(), 50).fit();

        assertThat(Math.abs(held.get("told"))).isLessThan(Math.abs(free.get("told")));
    }
}
