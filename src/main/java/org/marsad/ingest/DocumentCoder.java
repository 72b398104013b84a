package org.marsad.ingest;

import java.util.List;
import org.marsad.store.NewDocument;
import org.marsad.store.Store;
import org.marsad.text.ArticleText;
import org.marsad.text.Articles;
import org.marsad.text.Fingerprint;
import org.marsad.text.SourceDocument;

/** Codes a document for storing, but not what is stored already. Safe for use by many threads. */
public final class DocumentCoder {
    /** Characters. A long read has 50,000; what is longer than this is something else. */
    private static final int LONGEST_ARTICLE = 1_000_000;

    private final Store store;

    public DocumentCoder(Store store) {
        this.store = store;
    }

    Prepared prepare(SourceItem item) {
        return switch (item) {
            case SourceItem.Refused(long _, String reason, String excerpt) -> new Prepared.Refused(reason, excerpt);
            case SourceItem.Readable(long _, SourceDocument document) -> prepare(document);
        };
    }

    private Prepared prepare(SourceDocument document) {
        int nul = document.text().indexOf('\0');
        if (nul >= 0) {
            // A database holds no such text, and another would not be the text that was given.
            return new Prepared.Refused(
                    "line %,d has a NUL character in it".formatted(lineAt(document.text(), nul)),
                    excerpt(document.text().replace('\0', '\uFFFD')));
        }
        if (store.documents().findSame(document).isPresent()) {
            return new Prepared.Known();
        }
        List<ArticleText> articles = Articles.split(document);
        if (articles.isEmpty()) {
            return new Prepared.Refused("there is no article in it", excerpt(document.text()));
        }
        for (var article : articles) {
            if (article.extent().length() > LONGEST_ARTICLE) {
                return new Prepared.Refused(
                        "line %,d begins an article of %,d characters; none is longer than %,d: split it"
                                .formatted(
                                        lineAt(document.text(), article.extent().begin()),
                                        article.extent().length(),
                                        LONGEST_ARTICLE),
                        excerpt(document.text()));
            }
        }
        return new Prepared.Coded(code(document, articles));
    }

    /** Codes a document anew, as after an edit of the gazetteer. */
    NewDocument codeAgain(NewDocument document) {
        store.live().refresh();
        return code(
                document.source(),
                document.articles().stream()
                        .map(NewDocument.NewArticle::article)
                        .toList());
    }

    private NewDocument code(SourceDocument document, List<ArticleText> articles) {
        var edition = store.live().current();
        var all = articles.stream()
                .map(article -> {
                    var fingerprint = Fingerprint.of(document.text(), article);
                    var coded = edition.code(document, article, fingerprint);
                    return new NewDocument.NewArticle(article, fingerprint, coded.article(), coded.footprint());
                })
                .toList();
        return new NewDocument(document, all, null, edition.version());
    }

    private static long lineAt(String text, int index) {
        return 1 + text.substring(0, index).chars().filter(c -> c == '\n').count();
    }

    static String excerpt(String text) {
        return text.codePoints()
                .limit(200)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
