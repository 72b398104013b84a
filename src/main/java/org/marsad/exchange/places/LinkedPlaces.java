package org.marsad.exchange.places;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.marsad.gazetteer.PlaceLevel;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Linked Places Format (version 1.x, <a href="https://github.com/LinkedPasts/linked-places-format">LinkedPasts</a>): GeoJSON with
 * names, periods and links. Written a feature a line. What the format has no field for stands beside it in {@code marsad} objects,
 * which other readers pass over, so that nothing is lost on the way out and in again. Positions are longitude, latitude (WGS 84).
 */
public final class LinkedPlaces {
    static final String CONTEXT =
            "https://raw.githubusercontent.com/LinkedPasts/linked-places-format/main/linkedplaces-context-v1.1.jsonld";
    static final String GEONAMES = "https://sws.geonames.org/";
    static final String OWN = "urn:";
    static final Pattern GEONAMES_URI =
            Pattern.compile("(?:https?://(?:www|sws)\\.geonames\\.org/|gn:)(\\d{1,12})/?.*");

    /** By GeoNames' feature classes, as the format's {@code fclasses}. */
    private static final Map<PlaceLevel, String> CLASSES = Map.of(
            PlaceLevel.SETTLEMENT, "P",
            PlaceLevel.ADMIN1, "A",
            PlaceLevel.ADMIN2, "A",
            PlaceLevel.COUNTRY, "A",
            PlaceLevel.REGION, "L",
            PlaceLevel.FEATURE, "T");

    private static final JsonMapper JSON = JsonMapper.shared();

    private LinkedPlaces() {}

    public static void writeBegin(Appendable out) throws IOException {
        out.append("{\"type\": \"FeatureCollection\", \"@context\": \"")
                .append(CONTEXT)
                .append("\", \"features\": [");
    }

    /**
     * @param first whether it is the first of the file
     */
    public static void write(Appendable out, ListedPlace place, boolean first) throws IOException {
        out.append(first ? "\n" : ",\n").append(JSON.writeValueAsString(feature(place)));
    }

    public static void writeEnd(Appendable out) throws IOException {
        out.append("\n]}\n");
    }

    private static ObjectNode feature(ListedPlace place) {
        var feature = JSON.createObjectNode();
        feature.put("@id", uri(place.id())).put("type", "Feature");
        var properties = feature.putObject("properties");
        properties.put("title", place.name());
        var countries = properties.putArray("ccodes");
        if (place.country() != null) {
            countries.add(place.country());
        }
        properties.putArray("fclasses").add(CLASSES.get(place.level()));
        var own = properties.putObject("marsad");
        own.put("id", place.id())
                .put("level", place.level().word())
                .put("feature", place.feature())
                .put("population", place.population());
        put(own, "admin1", place.admin1());
        if (place.retired()) {
            own.put("retired", true);
        }
        put(own, "mergedInto", place.mergedInto());
        var names = feature.putArray("names");
        place.names().forEach(name -> names.add(name(name)));
        var geometry = feature.putObject("geometry").put("type", "Point");
        geometry.putArray("coordinates").add(place.lon()).add(place.lat());
        addLinks(feature.putArray("links"), place);
        return feature;
    }

    private static void addLinks(ArrayNode links, ListedPlace place) {
        if (place.id().startsWith("geonames:")) {
            links.addObject()
                    .put("type", "exactMatch")
                    .put("identifier", "gn:" + place.id().substring("geonames:".length()));
        }
    }

    private static ObjectNode name(ListedPlace.Name name) {
        var node = JSON.createObjectNode().put("toponym", name.text());
        put(node, "lang", name.language());
        if (name.fromYear() != null || name.toYear() != null) {
            var span = node.putObject("when").putArray("timespans").addObject();
            putYear(span, "start", name.fromYear());
            putYear(span, "end", name.toYear());
        }
        if (name.source() != null) {
            node.putArray("citations").addObject().put("label", name.source());
        }
        var own = node.putObject("marsad").put("kind", name.kind().name().toLowerCase(Locale.ROOT));
        put(own, "note", name.note());
        return node;
    }

    private static void putYear(ObjectNode span, String bound, @Nullable Integer year) {
        if (year != null) {
            span.putObject(bound).put("in", isoYear(year));
        }
    }

    /** ISO 8601: four digits, and a sign before the year 0. */
    static String isoYear(int year) {
        return (year < 0 ? "-" : "") + String.format(Locale.ROOT, "%04d", Math.abs(year));
    }

    private static void put(ObjectNode node, String field, @Nullable String value) {
        if (value != null) {
            node.put(field, value);
        }
    }

    static String uri(String id) {
        return id.startsWith("geonames:") ? GEONAMES + id.substring("geonames:".length()) + "/" : OWN + id;
    }
}
