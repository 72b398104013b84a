package org.marsad.text;

import java.util.List;

/**
 * The dates of a text.
 *
 * @param known those that can be told, in order of appearance
 * @param unknown the words of those that cannot: "on 25 March" where nothing says of which year
 */
public record TextDates(List<DateExpression> known, List<Span> unknown) {
    public TextDates {
        known = List.copyOf(known);
        unknown = List.copyOf(unknown);
    }
}
