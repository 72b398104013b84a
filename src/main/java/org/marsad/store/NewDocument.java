package org.marsad.store;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.coding.CodedArticle;
import org.marsad.text.ArticleText;
import org.marsad.text.Fingerprint;
import org.marsad.text.SourceDocument;

/**
 * A document about to be stored.
 *
 * @param jobId of the import job that brought it, or null
 */
public record NewDocument(
        SourceDocument source,
        List<NewArticle> articles,
        @Nullable Long jobId) {
    public NewDocument {
        articles = List.copyOf(articles);
    }

    public NewDocument ofJob(long job) {
        return new NewDocument(source, articles, job);
    }

    /** An article of it. */
    public record NewArticle(ArticleText article, Fingerprint fingerprint, CodedArticle coded) {}
}
