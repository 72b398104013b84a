package org.marsad.store;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.coding.CodedArticle;
import org.marsad.geocode.Footprint;
import org.marsad.text.ArticleText;
import org.marsad.text.Fingerprint;
import org.marsad.text.SourceDocument;

/**
 * A document about to be stored.
 *
 * @param jobId of the import job that brought it, or null
 * @param version the gazetteer's that it was coded with, or {@link #ANY_VERSION}
 */
public record NewDocument(
        SourceDocument source,
        List<NewArticle> articles,
        @Nullable Long jobId,
        long version) {
    /** Coded without regard to what admins edited. */
    public static final long ANY_VERSION = -1;

    public NewDocument {
        articles = List.copyOf(articles);
    }

    /** Of any version. */
    public NewDocument(SourceDocument source, List<NewArticle> articles, @Nullable Long jobId) {
        this(source, articles, jobId, ANY_VERSION);
    }

    public NewDocument ofJob(long job) {
        return new NewDocument(source, articles, job, version);
    }

    /**
     * An article of it.
     *
     * @param footprint what of the gazetteer it was coded by, or null where that was not noted
     */
    public record NewArticle(
            ArticleText article,
            Fingerprint fingerprint,
            CodedArticle coded,
            @Nullable Footprint footprint) {
        public NewArticle(ArticleText article, Fingerprint fingerprint, CodedArticle coded) {
            this(article, fingerprint, coded, null);
        }
    }
}
