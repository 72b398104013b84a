package org.marsad.evaluate;

import java.util.Locale;

/**
 * Whether confidence means something: of the places or events given with a confidence, how many are right. The expected
 * calibration error is the mean distance between confidence and share right over ten bins of equal width, weighted by
 * their sizes (Naeini, Cooper and Hauskrecht, AAAI 2015).
 */
final class Calibration {
    /** From here on a user may take a place as it is. */
    static final double CONFIDENT = 0.9;

    private static final int BINS = 10;

    private final int[] count = new int[BINS];
    private final int[] right = new int[BINS];
    private final double[] confidence = new double[BINS];
    private int confident;
    private int confidentRight;

    void add(double given, boolean isRight) {
        int bin = Math.min(BINS - 1, (int) (given * BINS));
        count[bin]++;
        right[bin] += isRight ? 1 : 0;
        confidence[bin] += given;
        if (given >= CONFIDENT) {
            confident++;
            confidentRight += isRight ? 1 : 0;
        }
    }

    /** Mentions given {@link #CONFIDENT} or more. */
    int confident() {
        return confident;
    }

    /** The share of them that are right; NaN where there are none. */
    double confidentRight() {
        return confident == 0 ? Double.NaN : (double) confidentRight / confident;
    }

    /** NaN where there is nothing. */
    double expectedError() {
        double sum = 0;
        int all = 0;
        for (int i = 0; i < BINS; i++) {
            sum += Math.abs(confidence[i] - right[i]);
            all += count[i];
        }
        return all == 0 ? Double.NaN : sum / all;
    }

    /**
     * @param what was given a confidence
     * @param right when it is right
     */
    String table(String what, String right) {
        var rows = new StringBuilder("| confidence | " + what + " given | mean confidence | " + right + " |\n");
        rows.append("|---|---|---|---|\n");
        for (int i = 0; i < BINS; i++) {
            if (count[i] > 0) {
                rows.append(String.format(
                        Locale.ROOT,
                        "| %.1f–%.1f | %d | %.3f | %.3f |%n",
                        (double) i / BINS,
                        (i + 1.0) / BINS,
                        count[i],
                        confidence[i] / count[i],
                        (double) this.right[i] / count[i]));
            }
        }
        return rows
                + String.format(
                        Locale.ROOT,
                        "Of %d %s given 0.9 or more %.3f are right; expected calibration error %.3f.%n",
                        confident,
                        what,
                        confidentRight(),
                        expectedError());
    }
}
