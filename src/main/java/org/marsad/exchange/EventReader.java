package org.marsad.exchange;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.marsad.actor.Actor;
import org.marsad.actor.ActorId;
import org.marsad.actor.ActorRegistry;
import org.marsad.coding.event.CodedEvent;
import org.marsad.coding.event.EventActor;
import org.marsad.coding.event.EventDate;
import org.marsad.coding.event.EventType;
import org.marsad.coding.event.Fatalities;
import org.marsad.coding.event.Role;
import org.marsad.gazetteer.Gazetteer;
import org.marsad.gazetteer.Place;
import org.marsad.gazetteer.PlaceId;
import org.marsad.gazetteer.PlaceLevel;
import org.marsad.geo.BorderId;
import org.marsad.geo.Geo;
import org.marsad.text.DatePrecision;
import org.marsad.text.Span;
import tools.jackson.databind.JsonNode;

/**
 * Reads an event of the coder's JSON back. What the JSON leaves out of a place or an actor comes from the gazetteer and
 * the registry, where they know it. Evidence spans come back as they are in the JSON: in code points.
 */
public final class EventReader {
    private final Function<PlaceId, Optional<Place>> places;
    private final Function<ActorId, Optional<Actor>> actors;

    public EventReader(Gazetteer gazetteer, ActorRegistry actors) {
        this(gazetteer::find, actors::find);
    }

    /**
     * @param places as they are whenever one is looked up
     */
    public EventReader(Function<PlaceId, Optional<Place>> places, Function<ActorId, Optional<Actor>> actors) {
        this.places = places;
        this.actors = actors;
    }

    /**
     * @param event an element of {@code events}
     */
    public CodedEvent read(JsonNode event) {
        var type = event.path("type");
        return new CodedEvent(
                event.path("id").asString(),
                new EventType(
                        type.path("plover").asString(),
                        type.path("mode").asStringOpt().orElse(null),
                        type.path("acled").asString(),
                        type.path("acledSub").asString(),
                        findInt(type, "ucdpViolence")),
                new EventDate(
                        findDate(event, "start"),
                        findDate(event, "end"),
                        DatePrecision.valueOf(
                                event.path("datePrecision").asString().toUpperCase(Locale.ROOT))),
                event.path("places").values().stream().map(this::place).toList(),
                event.path("border").isArray()
                        ? BorderId.between(
                                event.path("border").path(0).asString(),
                                event.path("border").path(1).asString())
                        : null,
                event.path("geometry").isObject() ? geometry(event.path("geometry")) : null,
                event.path("wherePrecision").asInt(),
                event.path("actors").values().stream().map(this::actor).toList(),
                event.path("fatalities").isObject() ? fatalities(event.path("fatalities")) : null,
                event.path("evidence").values().stream()
                        .map(span -> new Span(
                                span.path("begin").asInt(), span.path("end").asInt()))
                        .toList(),
                event.path("confidence").asDouble());
    }

    /** Whether reading an event that was read before would give the same: all its places and actors are as they were. */
    public boolean isAsKnown(CodedEvent event) {
        return event.places().stream()
                        .allMatch(place ->
                                places.apply(place.id()).filter(place::equals).isPresent())
                && event.actors().stream()
                        .map(EventActor::actor)
                        .allMatch(actor ->
                                actors.apply(actor.id()).filter(actor::equals).isPresent());
    }

    private Place place(JsonNode node) {
        var id = new PlaceId(node.path("id").asString());
        return places.apply(id)
                .orElseGet(() -> new Place(
                        id,
                        node.path("name").asString(),
                        node.path("country").asStringOpt().orElse(null),
                        node.path("admin1").asStringOpt().orElse(null),
                        PlaceLevel.ofWord(node.path("level").asString("feature")),
                        "",
                        node.path("lat").asDouble(),
                        node.path("lon").asDouble(),
                        0));
    }

    private EventActor actor(JsonNode node) {
        var id = new ActorId(node.path("id").asString());
        String name = node.path("name").asString();
        var actor = actors.apply(id).orElseGet(() -> new Actor(id, name, name, name, "other", 8, "", null, null));
        Role role = node.path("mediates").asBoolean(false)
                ? Role.MEDIATOR
                : Role.valueOf(node.path("role").asString().toUpperCase(Locale.ROOT));
        return new EventActor(actor, role);
    }

    private static Fatalities fatalities(JsonNode node) {
        return new Fatalities(node.path("low").asInt(), findInt(node, "best"), findInt(node, "high"));
    }

    private static Geometry geometry(JsonNode node) {
        var coordinates = node.path("coordinates");
        return switch (node.path("type").asString()) {
            case "Point" -> Geo.WGS84.createPoint(position(coordinates));
            case "MultiPoint" -> Geo.WGS84.createMultiPointFromCoords(positions(coordinates));
            case "LineString" -> Geo.WGS84.createLineString(positions(coordinates));
            case "MultiLineString" ->
                Geo.WGS84.createMultiLineString(coordinates.values().stream()
                        .map(line -> Geo.WGS84.createLineString(positions(line)))
                        .toArray(LineString[]::new));
            case String other -> throw new IllegalArgumentException("an event has no " + other);
        };
    }

    private static Coordinate[] positions(JsonNode array) {
        return array.values().stream().map(EventReader::position).toArray(Coordinate[]::new);
    }

    private static Coordinate position(JsonNode array) {
        return new Coordinate(array.path(0).asDouble(), array.path(1).asDouble());
    }

    private static @Nullable LocalDate findDate(JsonNode node, String field) {
        return find(node, field, value -> LocalDate.parse(value.asString()));
    }

    private static @Nullable Integer findInt(JsonNode node, String field) {
        return find(node, field, JsonNode::asInt);
    }

    private static <T> @Nullable T find(JsonNode node, String field, Function<JsonNode, T> read) {
        var value = node.path(field);
        return value.isMissingNode() || value.isNull() ? null : read.apply(value);
    }
}
