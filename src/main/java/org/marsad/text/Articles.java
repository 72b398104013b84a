package org.marsad.text;

import java.util.List;

/** Splits a document into the articles it holds. */
public final class Articles {
    private Articles() {}

    /** The articles of a document in order; empty for a document without any text. */
    public static List<ArticleText> split(SourceDocument document) {
        if (document.text().isBlank()) {
            return List.of();
        }
        return List.of(new ArticleText(
                1,
                "",
                null,
                List.of(new Span(0, document.text().length())),
                Languages.guess(document.text()),
                document.published()));
    }
}
