package org.marsad.text;

import java.util.List;

/** Dates in Arabic, French and English. */
public final class Dates {
    private Dates() {}

    /** The dates that an article states, in order of appearance; relative ones only where its publication date is known. */
    public static List<DateExpression> list(String text, ArticleText article) {
        return List.of();
    }
}
