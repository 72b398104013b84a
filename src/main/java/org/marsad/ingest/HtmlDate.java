package org.marsad.ingest;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** When a page says that it was published. */
final class HtmlDate {
    private static final List<String> META = List.of(
            "meta[property=article:published_time]",
            "meta[name=article:published_time]",
            "meta[property=og:published_time]",
            "meta[itemprop=datePublished]",
            "meta[name=pubdate]",
            "meta[name=publishdate]",
            "meta[name=publish-date]",
            "meta[name=parsely-pub-date]",
            "meta[name=sailthru.date]",
            "meta[name=dc.date]",
            "meta[name=dc.date.issued]",
            "meta[name=dcterms.created]",
            "meta[name=date]");

    private HtmlDate() {}

    /** The day as the page writes it, in the page's own time zone; null where its data do not say. */
    static @Nullable LocalDate find(Document page) {
        for (var query : META) {
            var day = day(page.select(query).attr("content"));
            if (day != null) {
                return day;
            }
        }
        var described = day(JsonLd.find(page, "datePublished"));
        if (described != null) {
            return described;
        }
        for (var query : List.of("[itemprop=datePublished]", "time[pubdate]", "article time", "main time", "time")) {
            var element = page.selectFirst(query);
            var day = element == null ? null : day(element);
            if (day != null) {
                return day;
            }
        }
        return null;
    }

    private static @Nullable LocalDate day(Element element) {
        var day = day(element.attr("datetime"));
        return day == null ? day(element.attr("content")) : day;
    }

    /** The day of 2025-12-21, 2025-12-21T08:00:00Z or Sun, 21 Dec 2025 08:00:00 GMT. */
    private static @Nullable LocalDate day(String value) {
        var text = value.strip();
        try {
            return LocalDate.parse(text.substring(0, Math.min(10, text.length())));
        } catch (DateTimeException notIso) {
            try {
                return LocalDate.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text));
            } catch (DateTimeException e) {
                return null;
            }
        }
    }
}
