package org.marsad.text;

import java.util.List;

/**
 * What a rule of the grammar found.
 *
 * @param next the lexeme after it
 * @param found one date, or several of a list ("4, 9 and 20 June")
 */
record DateMatch(int next, List<Found> found) {
    /** A date and its lexemes, {@code to} exclusive. */
    record Found(RawDate date, int from, int to) {}

    static DateMatch of(RawDate date, int from, int to) {
        return new DateMatch(to, List.of(new Found(date, from, to)));
    }

    boolean isOne() {
        return found.size() == 1;
    }

    RawDate date() {
        return found.getFirst().date();
    }
}
