package org.marsad.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The part of a page that is its article: the marked one, else where most text stands in paragraphs and few links.
 * Changes the page: what is not the article is emptied (to take it out would cost its neighbours each time).
 */
final class HtmlMain {
    private static final String NEVER = "script, style, noscript, template, iframe, object, embed, svg, canvas, video,"
            + " audio, form, button, select, input, textarea, nav, aside, footer, figcaption, dialog, menu,"
            + " [role=navigation], [role=complementary], [role=banner], [role=contentinfo], [role=search],"
            + " [role=dialog], [aria-hidden=true], [hidden], [style*=display:none], [style*=display: none]";
    private static final List<String> MARKED =
            List.of("[itemprop=articleBody]", "article", "[role=article]", "main", "[role=main]");
    private static final Set<String> BOILERPLATE = boilerplate();

    /** A marked part with less than this share of the page's paragraphs is not the article. */
    private static final double SHARE = 0.4;

    private HtmlMain() {}

    static Element find(Document page) {
        page.select(NEVER).empty();
        removeBoilerplate(page.body());
        var lengths = TextLengths.of(page.body());
        int paragraphs = lengths.get(page.body()).paragraphs();
        for (var query : MARKED) {
            var found = page.body().select(query).stream()
                    .max(Comparator.comparingInt(element -> lengths.get(element).paragraphs()));
            if (found.isPresent()) {
                var counts = lengths.get(found.get());
                if (counts.text() > 0 && counts.paragraphs() >= SHARE * paragraphs) {
                    return found.get();
                }
            }
        }
        return densest(page.body(), lengths);
    }

    private static void removeBoilerplate(Element body) {
        var lengths = TextLengths.of(body);
        int all = lengths.get(body).text();
        for (var element : body.select("[class], [id]")) {
            if (isBoilerplate(element) && lengths.get(element).text() * 2 < all) {
                element.empty();
            }
        }
        for (var header : body.select("header")) {
            if (header.closest("article, main, [role=main]") == null && header.selectFirst("article, main") == null) {
                header.empty();
            }
        }
    }

    /** The element whose own paragraphs hold most text; half of it counts for the element around. */
    private static Element densest(Element body, TextLengths lengths) {
        Map<Element, Double> scores = new IdentityHashMap<>();
        for (var paragraph : body.select("*")) {
            if (paragraph == body || !TextLengths.isParagraph(paragraph)) {
                continue;
            }
            double length = lengths.get(paragraph).withoutLinks();
            var holder = paragraph.tagName().equals("p") ? paragraph.parent() : paragraph;
            if (holder != null && holder != body) {
                scores.merge(holder, length, Double::sum);
                var around = holder.parent();
                if (around != null && around != body) {
                    scores.merge(around, length / 2, Double::sum);
                }
            }
        }
        double all = lengths.get(body).paragraphs();
        return scores.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .filter(best -> best.getValue() >= SHARE * all && best.getValue() > 0)
                .map(Map.Entry::getKey)
                .orElse(body);
    }

    private static boolean isBoilerplate(Element element) {
        if (element.tagName().equals("body")
                || element.tagName().equals("article")
                || element.tagName().equals("main")) {
            return false;
        }
        var names = (element.className() + ' ' + element.id()).toLowerCase(Locale.ROOT);
        return Arrays.stream(names.split("\\s+")).anyMatch(BOILERPLATE::contains)
                || Arrays.stream(names.split("[\\s_-]+")).anyMatch(BOILERPLATE::contains);
    }

    private static Set<String> boilerplate() {
        try (InputStream in = HtmlMain.class.getResourceAsStream("boilerplate.txt")) {
            if (in == null) {
                throw new IllegalStateException("no boilerplate.txt beside " + HtmlMain.class.getName());
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> Arrays.stream(line.strip().split(" ")))
                    .filter(word -> !word.isEmpty())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
