package org.marsad.store;

import org.marsad.text.ArticleText;
import org.marsad.text.SourceDocument;

/**
 * An article as it was taken in, to be coded again.
 *
 * @param source see {@link ArticleSource}
 * @param textHash of its folded body, hexadecimal
 * @param stamp of what its coding was made with; empty where that is not known
 */
public record StoredArticle(
        long id, SourceDocument document, ArticleText article, String source, String textHash, String stamp) {}
