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
 * @param page the article and the furniture around it, to the articles before and after: teasers and tags name places too
 */
public record ArticleText(
        int ordinal,
        String title,
        @Nullable Span titleSpan,
        List<Span> body,
        Language language,
        @Nullable LocalDate published,
        Span page) {
    /** Furniture further from the article than so many characters is not looked at. */
    private static final int FARTHEST = 20_000;

    public ArticleText {
        body = List.copyOf(body);
        if (body.isEmpty()) {
            throw new IllegalArgumentException("an article has a body");
        }
    }

    /** An article without furniture around it. */
    public ArticleText(
            int ordinal,
            String title,
            @Nullable Span titleSpan,
            List<Span> body,
            Language language,
            @Nullable LocalDate published) {
        this(
                ordinal,
                title,
                titleSpan,
                body,
                language,
                published,
                new Span(body.getFirst().begin(), body.getLast().end()));
    }

    /** The same article with what stands around it between two positions of the document. */
    ArticleText onPage(int from, int to) {
        var extent = extent();
        var around = new Span(
                Math.max(from, extent.begin() - FARTHEST),
                Math.max(extent.end(), Math.min(to, extent.end() + FARTHEST)));
        return new ArticleText(ordinal, title, titleSpan, body, language, published, around);
    }

    /** From the first to the last character of the article, furniture inside included. */
    public Span extent() {
        return new Span(body.getFirst().begin(), body.getLast().end());
    }
}
