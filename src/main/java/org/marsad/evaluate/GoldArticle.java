package org.marsad.evaluate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.geocode.MentionKind;
import org.marsad.text.Articles;
import org.marsad.text.Language;
import org.marsad.text.SourceDocument;
import org.marsad.text.Span;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An article with the places that a careful reader found in it.
 *
 * @param split "work", "report", or empty
 */
public record GoldArticle(
        String id, Language language, String split, SourceDocument document, List<GoldMention> mentions) {
    public GoldArticle {
        mentions = List.copyOf(mentions);
    }

    /** A toponym and its place. */
    public record GoldMention(Span span, MentionKind kind, GoldPlace place) {}

    /**
     * @param country ISO code, or null
     * @param source a place id, or null
     */
    public record GoldPlace(
            String name,
            @Nullable String country,
            String level,
            double lat,
            double lon,
            @Nullable String source) {}

    /**
     * The annotated articles of a directory in the order of their names.
     *
     * @param gold directory of JSON files
     * @param articles directory of the texts that they name
     * @throws IOException where a file cannot be read, or an annotation's text is not the article's at its offsets
     */
    public static List<GoldArticle> list(Path gold, Path articles) throws IOException {
        var list = new ArrayList<GoldArticle>();
        try (var files = Files.list(gold)) {
            for (var file :
                    files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
                list.add(read(file, articles));
            }
        }
        return list;
    }

    private static GoldArticle read(Path file, Path articles) throws IOException {
        var json = JsonMapper.shared().readTree(Files.readString(file));
        var id = json.path("document").asString();
        var text = Files.readString(articles.resolve(id));
        text = text.startsWith("\uFEFF") ? text.substring(1) : text;
        var published = json.path("published").isNull()
                ? null
                : LocalDate.parse(json.path("published").asString());
        var document = new SourceDocument(id, text, null, published);
        var mentions = new ArrayList<GoldMention>();
        for (var node : json.path("mentions")) {
            mentions.add(mention(node, text, file));
        }
        return new GoldArticle(id, language(json, document), json.path("split").asString(""), document, mentions);
    }

    private static GoldMention mention(JsonNode node, String text, Path file) throws IOException {
        int begin = text.offsetByCodePoints(0, node.path("begin").asInt());
        int end = text.offsetByCodePoints(0, node.path("end").asInt());
        if (!text.substring(begin, end).equals(node.path("text").asString())) {
            throw new IOException(file + ": \"" + node.path("text").asString() + "\" does not stand at " + begin);
        }
        var place = node.path("place");
        return new GoldMention(
                new Span(begin, end),
                MentionKind.valueOf(node.path("kind").asString().toUpperCase(java.util.Locale.ROOT)),
                new GoldPlace(
                        place.path("name").asString(),
                        place.path("country").isNull()
                                ? null
                                : place.path("country").asString(null),
                        place.path("level").asString(),
                        place.path("lat").asDouble(),
                        place.path("lon").asDouble(),
                        place.path("source").asString(null)));
    }

    private static Language language(JsonNode json, SourceDocument document) {
        if (json.hasNonNull("language")) {
            return Language.ofTag(json.path("language").asString());
        }
        return Articles.split(document).getFirst().language();
    }
}
