package org.marsad.exchange;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.marsad.actor.ActorMention;
import org.marsad.coding.CodedArticle;
import org.marsad.coding.event.CodedEvent;
import org.marsad.coding.event.EventActor;
import org.marsad.coding.event.EventType;
import org.marsad.coding.event.Fatalities;
import org.marsad.coding.event.Role;
import org.marsad.gazetteer.Place;
import org.marsad.geocode.Mention;
import org.marsad.text.Span;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The coder's JSON: one object an article. Offsets become Unicode code points here. The shape is fixed by
 * {@code coded-article.schema.json} beside this class; fields may be added to it, none changed.
 */
public final class ContractJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final CodePoints points;

    private ContractJson(String text) {
        this.points = new CodePoints(text);
    }

    /** One line of JSON without a line feed. */
    public static String line(CodedArticle coded) {
        return JSON.writeValueAsString(tree(coded));
    }

    /** The same as a tree. */
    public static ObjectNode tree(CodedArticle coded) {
        return new ContractJson(coded.document().text()).article(coded);
    }

    private ObjectNode article(CodedArticle coded) {
        var article = coded.article();
        var node = JSON.createObjectNode();
        node.put("document", coded.document().id());
        node.put("article", article.ordinal());
        node.put("title", article.title());
        node.put("language", article.language().tag());
        put(node, "published", article.published());
        var mentions = node.putArray("mentions");
        coded.mentions().forEach(mention -> mention(mentions.addObject(), mention));
        var actors = node.putArray("actorMentions");
        coded.actorMentions().forEach(mention -> actorMention(actors.addObject(), mention));
        var events = node.putArray("events");
        coded.events().forEach(event -> event(events.addObject(), event));
        return node;
    }

    private void mention(ObjectNode node, Mention mention) {
        node.put("text", mention.text());
        span(node, mention.span());
        node.put("kind", mention.kind().word());
        var place = mention.place();
        if (place == null) {
            node.putNull("place");
        } else {
            mentionedPlace(node.putObject("place"), place);
        }
        node.put("confidence", rounded(mention.confidence(), 1e3));
        var because = node.putArray("because");
        mention.because().forEach(because::add);
        var alternatives = node.putArray("alternatives");
        for (var alternative : mention.alternatives()) {
            alternatives
                    .addObject()
                    .put("id", alternative.place().value())
                    .put("confidence", rounded(alternative.confidence(), 1e3));
        }
    }

    private void mentionedPlace(ObjectNode node, Place place) {
        node.put("id", place.id().value());
        node.put("name", place.name());
        node.put("country", place.country());
        node.put("admin1", place.admin1());
        node.put("level", place.level().word());
        node.put("lat", place.lat());
        node.put("lon", place.lon());
    }

    private void actorMention(ObjectNode node, ActorMention mention) {
        node.put("text", mention.text());
        span(node, mention.span());
        node.put("actor", mention.actor().id().value());
    }

    private void event(ObjectNode node, CodedEvent event) {
        node.put("id", event.id());
        type(node.putObject("type"), event.type());
        put(node, "start", event.date().start());
        put(node, "end", event.date().end());
        node.put("datePrecision", event.date().precision().word());
        var places = node.putArray("places");
        event.places().forEach(place -> eventPlace(places.addObject(), place));
        var border = event.border();
        if (border == null) {
            node.putNull("border");
        } else {
            node.putArray("border").add(border.a()).add(border.b());
        }
        var geometry = event.geometry();
        if (geometry == null || geometry.isEmpty()) {
            node.putNull("geometry");
        } else {
            GeoJson.put(node.putObject("geometry"), geometry);
        }
        node.put("wherePrecision", event.wherePrecision());
        var actors = node.putArray("actors");
        event.actors().forEach(actor -> eventActor(actors, actor));
        fatalities(node, event.fatalities());
        var evidence = node.putArray("evidence");
        event.evidence().forEach(stretch -> span(evidence.addObject(), stretch));
        node.put("confidence", rounded(event.confidence(), 1e3));
    }

    private static void type(ObjectNode node, EventType type) {
        node.put("plover", type.plover());
        node.put("mode", type.mode());
        node.put("acled", type.acled());
        node.put("acledSub", type.acledSub());
        if (type.ucdpViolence() == null) {
            node.putNull("ucdpViolence");
        } else {
            node.put("ucdpViolence", type.ucdpViolence());
        }
    }

    private static void eventPlace(ObjectNode node, Place place) {
        node.put("id", place.id().value());
        node.put("name", place.name());
        node.put("country", place.country());
        node.put("level", place.level().word());
        node.put("lat", place.lat());
        node.put("lon", place.lon());
    }

    /** The contract knows four roles: a mediator takes part, and a field of its own says how. */
    private static void eventActor(ArrayNode actors, EventActor actor) {
        var mediates = actor.role() == Role.MEDIATOR;
        var node = actors.addObject();
        node.put("id", actor.actor().id().value());
        node.put("name", actor.actor().name());
        node.put("role", (mediates ? Role.PARTICIPANT : actor.role()).word());
        if (mediates) {
            node.put("mediates", true);
        }
    }

    private static void fatalities(ObjectNode event, @Nullable Fatalities fatalities) {
        if (fatalities == null) {
            event.putNull("fatalities");
            return;
        }
        event.putObject("fatalities")
                .put("low", fatalities.low())
                .put("best", fatalities.best())
                .put("high", fatalities.high());
    }

    private void span(ObjectNode node, Span span) {
        node.put("begin", points.of(span.begin()));
        node.put("end", points.of(span.end()));
    }

    private static void put(ObjectNode node, String field, @Nullable LocalDate date) {
        node.put(field, date == null ? null : date.toString());
    }

    private static double rounded(double value, double scale) {
        return Math.round(value * scale) / scale;
    }
}
