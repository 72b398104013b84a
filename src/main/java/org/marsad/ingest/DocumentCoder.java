package org.marsad.ingest;

import java.util.ArrayList;
import java.util.List;
import org.marsad.coding.Coder;
import org.marsad.store.NewDocument;
import org.marsad.store.Store;
import org.marsad.text.ArticleText;
import org.marsad.text.Articles;
import org.marsad.text.Fingerprint;
import org.marsad.text.SourceDocument;

/** Codes a document for storing, but not what is stored already. Safe for use by many threads. */
public final class DocumentCoder {
    private final Coder coder;
    private final Store store;

    public DocumentCoder(Coder coder, Store store) {
        this.coder = coder;
        this.store = store;
    }

    Prepared prepare(SourceItem item) {
        return switch (item) {
            case SourceItem.Refused(long _, String reason, String excerpt) -> new Prepared.Refused(reason, excerpt);
            case SourceItem.Readable(long _, SourceDocument document) -> prepare(document);
        };
    }

    private Prepared prepare(SourceDocument document) {
        if (store.documents().findSame(document).isPresent()) {
            return new Prepared.Known();
        }
        List<ArticleText> articles = Articles.split(document);
        if (articles.isEmpty()) {
            return new Prepared.Refused("there is no article in it", excerpt(document.text()));
        }
        var coded = new ArrayList<NewDocument.NewArticle>();
        for (var article : articles) {
            var fingerprint = Fingerprint.of(document.text(), article);
            boolean isCopy = store.duplicates().find(fingerprint).isPresent();
            coded.add(new NewDocument.NewArticle(article, fingerprint, isCopy ? null : coder.code(document, article)));
        }
        return new Prepared.Coded(new NewDocument(document, coded, null));
    }

    static String excerpt(String text) {
        return text.codePoints()
                .limit(200)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
