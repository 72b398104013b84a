package org.marsad.text;

import java.time.LocalDate;

/**
 * A date that a text states.
 *
 * @param span where it stands in the document
 * @param start first day of the interval it names
 * @param end last day of it (inclusive); equal to start for a single day
 * @param precision how exactly the text says it
 * @param basis whether the text says it outright or the publication date was needed
 */
public record DateExpression(Span span, LocalDate start, LocalDate end, DatePrecision precision, Basis basis) {
    public DateExpression {
        if (end.isBefore(start)) {
            throw new IllegalArgumentException(end + " is before " + start);
        }
    }

    /** Where the date's missing parts came from. */
    public enum Basis {
        /** Day, month and year (or as much as the precision claims) stand in the text. */
        EXPLICIT,
        /** The year or month was taken from another date in the text or from the publication date. */
        COMPLETED,
        /** Reckoned from the publication date: «أمس», « mardi », "last week". */
        RELATIVE
    }
}
