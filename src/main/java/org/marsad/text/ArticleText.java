package org.marsad.text;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One article inside a document: a document can hold several, with page furniture between them.
 *
 * @param ordinal 1 for the first article of the document
 * @param title the title's text; empty where there is none
 * @param titleSpan where the title stands in the document, or null where it was given from outside
 * @param body the stretches that belong to the article, in order, title included, furniture left out; never empty
 * @param language the main language
 * @param published publication date, given or found; null where unknown
 */
public record ArticleText(
        int ordinal,
        String title,
        @Nullable Span titleSpan,
        List<Span> body,
        Language language,
        @Nullable LocalDate published) {
    public ArticleText {
        body = List.copyOf(body);
        if (body.isEmpty()) {
            throw new IllegalArgumentException("an article has a body");
        }
    }

    /** From the first to the last character of the article, furniture inside included. */
    public Span extent() {
        return new Span(body.getFirst().begin(), body.getLast().end());
    }
}
