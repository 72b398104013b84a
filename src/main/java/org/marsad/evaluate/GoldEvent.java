package org.marsad.evaluate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.coding.event.Fatalities;
import org.marsad.coding.event.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An event that a careful reader found in an article.
 *
 * @param plover acceptable PLOVER types, best first
 * @param start null where the text gives no date
 * @param border two ISO codes, or empty
 * @param incident names what other articles report too; null where none of those annotated does
 */
record GoldEvent(
        String id,
        String label,
        List<String> plover,
        @Nullable LocalDate start,
        @Nullable LocalDate end,
        List<GoldArticle.GoldPlace> places,
        List<String> border,
        List<GoldActor> actors,
        @Nullable Fatalities fatalities,
        @Nullable String incident) {

    /**
     * @param names the names it goes by, the registry's id among them or not
     * @param role null where the annotation gives none
     */
    record GoldActor(List<String> names, @Nullable Role role) {}

    /** The events of an article's annotation; the file is named for the article. */
    static List<GoldEvent> list(Path gold, GoldArticle article) throws IOException {
        var file = gold.resolve(article.id().replaceFirst("\\.txt$", ".json"));
        var events = new ArrayList<GoldEvent>();
        for (var node : JsonMapper.shared().readTree(Files.readString(file)).path("events")) {
            events.add(event(node));
        }
        return events;
    }

    private static GoldEvent event(JsonNode node) {
        var places = new ArrayList<GoldArticle.GoldPlace>();
        for (var place : node.path("places")) {
            places.add(new GoldArticle.GoldPlace(
                    place.path("name").asString(),
                    place.path("country").isNull()
                            ? null
                            : place.path("country").asString(null),
                    place.path("level").asString("settlement"),
                    place.path("lat").asDouble(),
                    place.path("lon").asDouble(),
                    place.path("source").asString(null)));
        }
        var actors = new ArrayList<GoldActor>();
        int i = 0;
        for (var actor : node.path("actors")) {
            var role = node.path("roles").path(i++).asString("");
            actors.add(new GoldActor(
                    strings(actor), role.isEmpty() ? null : Role.valueOf(role.toUpperCase(java.util.Locale.ROOT))));
        }
        return new GoldEvent(
                node.path("id").asString(),
                node.path("label").asString(),
                strings(node.path("plover")),
                date(node.path("start")),
                date(node.path("end")),
                places,
                strings(node.path("border")),
                actors,
                fatalities(node.path("fatalities")),
                node.path("incident").asStringOpt().orElse(null));
    }

    private static @Nullable Fatalities fatalities(JsonNode node) {
        return node.isObject()
                ? new Fatalities(node.path("low").asInt(), integer(node.path("best")), integer(node.path("high")))
                : null;
    }

    private static @Nullable Integer integer(JsonNode node) {
        return node.isNumber() ? node.asInt() : null;
    }

    private static @Nullable LocalDate date(JsonNode node) {
        return node.isString() ? LocalDate.parse(node.stringValue()) : null;
    }

    private static List<String> strings(JsonNode array) {
        var strings = new ArrayList<String>();
        array.forEach(one -> strings.add(one.asString()));
        return strings;
    }
}
