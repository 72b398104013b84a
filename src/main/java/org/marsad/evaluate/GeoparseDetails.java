package org.marsad.evaluate;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import org.marsad.geocode.Mention;
import org.marsad.text.Span;

/** Lists what went wrong in one article, for whoever improves the geoparser. Never for articles that only measure. */
final class GeoparseDetails {
    private static final int AROUND = 30;

    private GeoparseDetails() {}

    static void print(GoldArticle article, List<Mention> mentions, PrintStream out) {
        var text = article.document().text();
        for (var wanted : article.mentions()) {
            var mention = mentions.stream()
                    .filter(m -> m.span().overlaps(wanted.span()))
                    .findFirst()
                    .orElse(null);
            if (mention == null) {
                out.printf(
                        "%s MISSED %s %s: %s%n",
                        article.id(), wanted.kind(), wanted.place(), around(text, wanted.span()));
                continue;
            }
            double error = GeoparseScore.errorKm(mention.place(), wanted.place());
            if (error > 10) {
                out.printf(
                        Locale.ROOT,
                        "%s WRONG by %.0f km, %s for %s: %s%n",
                        article.id(),
                        error,
                        mention,
                        wanted.place(),
                        around(text, wanted.span()));
            }
            if (!mention.span().equals(wanted.span())) {
                out.printf("%s SPAN %s: %s%n", article.id(), mention.text(), around(text, wanted.span()));
            }
            if (mention.kind().isGeographic() != wanted.kind().isGeographic()) {
                out.printf(
                        "%s KIND %s for %s: %s%n",
                        article.id(), mention.kind(), wanted.kind(), around(text, wanted.span()));
            }
        }
        for (var mention : mentions) {
            if (article.mentions().stream().noneMatch(g -> g.span().overlaps(mention.span()))) {
                out.printf("%s EXTRA %s: %s%n", article.id(), mention, around(text, mention.span()));
            }
        }
    }

    private static String around(String text, Span span) {
        int from = Math.max(0, span.begin() - AROUND);
        int to = Math.min(text.length(), span.end() + AROUND);
        return (text.substring(from, span.begin()) + "[" + span.in(text) + "]" + text.substring(span.end(), to))
                .replace('\n', '/');
    }
}
