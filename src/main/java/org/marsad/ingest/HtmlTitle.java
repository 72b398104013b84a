package org.marsad.ingest;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** A page's headline. */
final class HtmlTitle {
    private static final int LONGEST = 500;
    private static final int MOST_LAYERS = 5;

    private HtmlTitle() {}

    /** Plain text on one line; empty where the page has none. Nothing that reads like a tag is left in it. */
    static String find(Document page) {
        for (var title : new String[] {
            page.select("meta[property=og:title], meta[name=og:title]").attr("content"),
            JsonLd.find(page, "headline"),
            page.select("article h1, main h1, [itemprop=headline]").eachText().stream()
                    .findFirst()
                    .orElse(""),
            page.select("h1").size() == 1 ? page.select("h1").text() : "",
            withoutSite(page.title())
        }) {
            var plain = plain(title);
            if (!plain.isEmpty()) {
                return plain;
            }
        }
        return "";
    }

    /** A title is text, but pages put tags into it, and tags within tags. */
    private static String plain(String title) {
        var text = title;
        for (int layer = 0; layer < MOST_LAYERS && text.indexOf('<') >= 0; layer++) {
            text = Jsoup.parseBodyFragment(text).text();
        }
        text = text.replaceAll("[<>\\s]+", " ").strip();
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    /** «Titre de l'article | Le site» loses the site's name. */
    private static String withoutSite(String title) {
        for (var bar : new String[] {" | ", " :: ", " » ", " – ", " — ", " - "}) {
            int at = title.lastIndexOf(bar);
            if (at > title.length() / 2) {
                return title.substring(0, at);
            }
        }
        return title;
    }
}
