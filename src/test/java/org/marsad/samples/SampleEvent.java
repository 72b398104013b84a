package org.marsad.samples;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An event that an article tells, as a careful reader would code it.
 *
 * @param incident a slug shared by all articles that tell the same incident; null where only one does
 * @param plover acceptable PLOVER event types, best first
 * @param acled ACLED event type; null where ACLED would not list it
 * @param precision day, week, month, year, or unknown (then start and end are null)
 * @param border two country codes where the event happens along a border
 */
record SampleEvent(
        String id,
        String label,
        @Nullable String incident,
        List<String> plover,
        @Nullable String acled,
        @Nullable LocalDate start,
        @Nullable LocalDate end,
        String precision,
        List<SamplePlace> places,
        List<String> border,
        List<Actor> actors,
        @Nullable Fatalities fatalities,
        List<Evidence> evidence) {

    record Actor(String id, String name, String role) {
        Actor {
            require(id.matches("[a-z0-9]+(-[a-z0-9]+)*"), "actor id '" + id + "' is not a lower-case slug");
            require(ROLES.contains(role), "role '" + role + "' is none of " + ROLES);
        }
    }

    /** A figure that the text does not give is null. */
    record Fatalities(
            @Nullable Integer low,
            @Nullable Integer best,
            @Nullable Integer high) {}

    /** Code points from the start of the text, end exclusive. */
    record Evidence(int begin, int end) {}

    static final Set<String> ROLES = Set.of("perpetrator", "target", "participant", "claimant", "mediator");
    static final Set<String> PLOVER = Set.of(
            "AGREE",
            "CONSULT",
            "SUPPORT",
            "CONCEDE",
            "COOPERATE",
            "AID",
            "RETREAT",
            "REQUEST",
            "ACCUSE",
            "REJECT",
            "THREATEN",
            "PROTEST",
            "SANCTION",
            "MOBILIZE",
            "COERCE",
            "ASSAULT");
    static final Set<String> ACLED = Set.of(
            "Battles",
            "Explosions/Remote violence",
            "Violence against civilians",
            "Protests",
            "Riots",
            "Strategic developments");
    private static final Set<String> PRECISIONS = Set.of("day", "week", "month", "year", "unknown");
    private static final Set<String> FIELDS = Set.of(
            "id",
            "label",
            "incident",
            "plover",
            "acled",
            "start",
            "end",
            "precision",
            "places",
            "border",
            "actors",
            "fatalities",
            "evidence");

    SampleEvent {
        require(!plover.isEmpty() && PLOVER.containsAll(plover), "plover types " + plover + " not all in " + PLOVER);
        require(acled == null || ACLED.contains(acled), "acled type '" + acled + "' is none of " + ACLED);
        require(PRECISIONS.contains(precision), "precision '" + precision + "' is none of " + PRECISIONS);
        require((start == null) == (end == null), "start and end must both be given or both be absent");
        require((start == null) == precision.equals("unknown"), "precision unknown goes with no dates, and only then");
        require(start == null || end == null || !end.isBefore(start), "end " + end + " before start " + start);
        require(border.isEmpty() || border.size() == 2, "border names two countries");
        require(!evidence.isEmpty(), "no evidence");
    }

    /**
     * @param text the article without marks, where each piece of evidence must stand exactly once
     * @throws IllegalArgumentException naming the field at fault
     */
    static SampleEvent parse(JsonNode json, String text, SamplePlaces places) {
        for (String field : json.propertyNames()) {
            require(FIELDS.contains(field), "unknown field '" + field + "'");
        }
        List<SamplePlace> where = texts(json, "places").stream()
                .map(key -> places.find(key)
                        .orElseThrow(() -> new IllegalArgumentException("unknown place '" + key + "' in an event")))
                .toList();
        List<Actor> actors = new ArrayList<>();
        for (JsonNode actor : json.path("actors")) {
            require(actor.isArray() && actor.size() == 3, "an actor is [id, name, role], not " + actor);
            actors.add(new Actor(
                    actor.get(0).stringValue(),
                    actor.get(1).stringValue(),
                    actor.get(2).stringValue()));
        }
        List<String> quotes = json.path("evidence").isString()
                ? List.of(json.get("evidence").stringValue())
                : texts(json, "evidence");
        return new SampleEvent(
                text(json, "id"),
                text(json, "label"),
                optionalText(json, "incident"),
                texts(json, "plover"),
                optionalText(json, "acled"),
                date(json, "start"),
                date(json, "end"),
                text(json, "precision"),
                where,
                texts(json, "border"),
                List.copyOf(actors),
                fatalities(json.path("fatalities")),
                quotes.stream().map(quote -> locate(quote, text)).toList());
    }

    private static Evidence locate(String quote, String text) {
        int at = text.indexOf(quote);
        require(!quote.isBlank() && at >= 0, "evidence not in the text: " + quote);
        require(text.indexOf(quote, at + 1) < 0, "evidence stands twice in the text, say more words: " + quote);
        int begin = text.codePointCount(0, at);
        return new Evidence(begin, begin + quote.codePointCount(0, quote.length()));
    }

    private static @Nullable Fatalities fatalities(JsonNode json) {
        if (!json.isObject()) {
            return null;
        }
        return new Fatalities(number(json, "low"), number(json, "best"), number(json, "high"));
    }

    private static @Nullable Integer number(JsonNode json, String field) {
        return json.path(field).isNumber() ? json.get(field).intValue() : null;
    }

    private static @Nullable LocalDate date(JsonNode json, String field) {
        String value = optionalText(json, field);
        return value == null ? null : LocalDate.parse(value);
    }

    private static String text(JsonNode json, String field) {
        String value = optionalText(json, field);
        if (value == null) {
            throw new IllegalArgumentException("field '" + field + "' is missing");
        }
        return value;
    }

    private static @Nullable String optionalText(JsonNode json, String field) {
        return json.path(field).isString() ? json.get(field).stringValue() : null;
    }

    private static List<String> texts(JsonNode json, String field) {
        List<String> values = new ArrayList<>();
        for (JsonNode item : json.path(field)) {
            require(item.isString(), "field '" + field + "' must be an array of strings");
            values.add(item.stringValue());
        }
        return List.copyOf(values);
    }

    private static void require(boolean condition, String reason) {
        if (!condition) {
            throw new IllegalArgumentException(reason);
        }
    }
}
