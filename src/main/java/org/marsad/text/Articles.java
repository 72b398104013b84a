package org.marsad.text;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Splits a document into the articles it holds, and leaves out what the page put around them. */
public final class Articles {
    private Articles() {}

    /**
     * The articles of a document in order; empty for a document without any word. The title and date given with the
     * document are the first article's; a further article has only the date that the text states for it.
     */
    public static List<ArticleText> split(SourceDocument document) {
        var text = document.text();
        if (!Lines.hasWord(text, new Span(0, text.length()))) {
            return List.of();
        }
        var articles = new ArrayList<ArticleText>();
        for (var draft : PageSplit.of(text)) {
            boolean first = articles.isEmpty();
            @Nullable String title = first ? document.title() : null;
            @Nullable LocalDate published = first ? document.published() : null;
            var article = draft.finish(articles.size() + 1, title, published);
            if (article != null) {
                articles.add(article);
            }
        }
        return articles.isEmpty() ? List.of(whole(document)) : onPage(articles, text.length());
    }

    /** What stands between two articles goes with the first. */
    private static List<ArticleText> onPage(List<ArticleText> articles, int length) {
        var placed = new ArrayList<ArticleText>();
        for (int i = 0; i < articles.size(); i++) {
            int from = i == 0 ? 0 : articles.get(i).extent().begin();
            int to = i + 1 == articles.size()
                    ? length
                    : articles.get(i + 1).extent().begin();
            placed.add(articles.get(i).onPage(from, to));
        }
        return placed;
    }

    /** A document that looks like nothing but furniture is kept all the same. */
    private static ArticleText whole(SourceDocument document) {
        var text = document.text();
        var title = document.title() == null ? "" : document.title();
        var body = Lines.trim(text, 0, text.length());
        var sample = text.substring(body.begin(), Math.min(body.end(), body.begin() + 5000));
        return new ArticleText(1, title, null, List.of(body), Languages.guess(sample), document.published());
    }
}
