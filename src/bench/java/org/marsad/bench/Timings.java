package org.marsad.bench;

import java.util.Arrays;
import java.util.concurrent.Callable;

/** Milliseconds of many runs of the same work, ascending. */
record Timings(double[] sorted) {
    static Timings of(double[] times) {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        return new Timings(sorted);
    }

    /** After some rounds to warm up. */
    static Timings of(int rounds, Callable<?> work) throws Exception {
        for (int round = 0; round < Math.max(2, rounds / 4); round++) {
            work.call();
        }
        var times = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            long start = System.nanoTime();
            work.call();
            times[round] = (System.nanoTime() - start) / 1e6;
        }
        return of(times);
    }

    double median() {
        return at(0.5);
    }

    double p95() {
        return at(0.95);
    }

    double at(double part) {
        return sorted.length == 0 ? 0 : sorted[Math.min(sorted.length - 1, (int) (sorted.length * part))];
    }

    /** Without the slowest 2 %, which are the machine's. */
    double mean() {
        return Arrays.stream(sorted)
                .limit(Math.max(1, sorted.length * 98L / 100))
                .average()
                .orElse(0);
    }
}
