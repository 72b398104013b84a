package org.marsad.snapshot.sheet;

/** A size of paper and how it lies; sizes in millimetres. The wide ones are those of a projector. */
public enum Paper {
    A4_PORTRAIT(210, 297),
    A4_LANDSCAPE(297, 210),
    A3_PORTRAIT(297, 420),
    A3_LANDSCAPE(420, 297),
    WIDE_LANDSCAPE(338.667, 190.5),
    WIDE_PORTRAIT(190.5, 338.667);

    private final double widthMm;
    private final double heightMm;

    Paper(double widthMm, double heightMm) {
        this.widthMm = widthMm;
        this.heightMm = heightMm;
    }

    public double widthMm() {
        return widthMm;
    }

    public double heightMm() {
        return heightMm;
    }

    public boolean isLandscape() {
        return widthMm > heightMm;
    }
}
