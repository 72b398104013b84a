package org.marsad.geo;

/** A land border by the two countries it parts: ISO 3166-1 alpha-2, in alphabetical order. */
public record BorderId(String a, String b) {
    public BorderId {
        if (a.length() != 2 || b.length() != 2 || a.compareTo(b) >= 0) {
            throw new IllegalArgumentException("not a border: " + a + "-" + b);
        }
    }

    /** In whichever order the countries come. */
    public static BorderId between(String one, String other) {
        return one.compareTo(other) < 0 ? new BorderId(one, other) : new BorderId(other, one);
    }

    /**
     * @param text as {@link #toString} writes it: {@code ML-SN}
     * @throws IllegalArgumentException for anything else
     */
    public static BorderId parse(String text) {
        if (!text.matches("[A-Z]{2}-[A-Z]{2}")) {
            throw new IllegalArgumentException("not a border: " + text);
        }
        return between(text.substring(0, 2), text.substring(3));
    }

    @Override
    public String toString() {
        return a + "-" + b;
    }
}
