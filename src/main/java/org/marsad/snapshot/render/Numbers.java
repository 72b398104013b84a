package org.marsad.snapshot.render;

/** Figures of drawing instructions: two decimals, a hundredth of a point, without exponents or needless zeros. */
final class Numbers {
    private Numbers() {}

    static StringBuilder append(StringBuilder into, double value) {
        return append(into, value, 2);
    }

    /** @param decimals 0 to 6 */
    static StringBuilder append(StringBuilder into, double value, int decimals) {
        long unit = 1;
        for (int i = 0; i < decimals; i++) {
            unit *= 10;
        }
        long scaled = Math.round(value * unit);
        if (scaled < 0) {
            into.append('-');
            scaled = -scaled;
        }
        into.append(scaled / unit);
        long rest = scaled % unit;
        if (rest != 0) {
            into.append('.');
            for (long digit = unit / 10; digit > 0 && rest > 0; digit /= 10) {
                into.append((char) ('0' + rest / digit));
                rest %= digit;
            }
        }
        return into;
    }
}
