package org.marsad.snapshot.render;

/**
 * How a line is drawn.
 *
 * @param width in points
 * @param dash lengths of strokes and gaps in points; empty for a whole line
 * @param round whether ends and corners are round
 */
record Pen(double width, float[] dash, boolean round) {
    private static final float[] WHOLE = {};

    static Pen of(double width) {
        return new Pen(width, WHOLE, false);
    }

    static Pen round(double width) {
        return new Pen(width, WHOLE, true);
    }

    static Pen dashed(double width, double... dash) {
        var lengths = new float[dash.length];
        for (int i = 0; i < dash.length; i++) {
            lengths[i] = (float) dash[i];
        }
        return new Pen(width, lengths, false);
    }
}
