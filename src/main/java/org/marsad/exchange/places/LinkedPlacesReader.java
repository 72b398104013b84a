package org.marsad.exchange.places;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.marsad.gazetteer.NameKind;
import org.marsad.gazetteer.PlaceLevel;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads Linked Places GeoJSON, ours and others', feature by feature, so that a file of any size needs little memory. Of others'
 * features the GeoNames id is taken where they name one ({@code exactMatch} and the like); else the place gets an id made from
 * theirs. An area or a line is taken as the middle of its extent.
 */
public final class LinkedPlacesReader {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** GeoJSON as others nest it; more is damage or malice. */
    private static final int DEEPEST = 12;

    private static final Pattern DATE = Pattern.compile("([+-]?\\d{1,5})(-.*)?");

    private final String file;
    private final PlaceSink sink;

    private LinkedPlacesReader(String file, PlaceSink sink) {
        this.file = file;
        this.sink = sink;
    }

    /**
     * Reads a file to its end, or to where it is no JSON any more: that is told as a refusal, and what came before stands.
     *
     * @throws IOException where the file cannot be read or holds no features
     */
    public static void read(String file, Reader in, PlaceSink sink) throws IOException {
        try (var parser = JSON.createParser(in)) {
            new LinkedPlacesReader(file, sink).read(parser);
        }
    }

    private void read(JsonParser parser) throws IOException {
        boolean found = false;
        try {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException(file + " line 1: not a GeoJSON FeatureCollection");
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                boolean features = parser.currentName().equals("features");
                if (parser.nextToken() == JsonToken.START_ARRAY && features) {
                    found = true;
                    readFeatures(parser);
                } else {
                    parser.skipChildren();
                }
            }
        } catch (JacksonException e) {
            var at = e.getLocation();
            int line = at == null ? 1 : at.getLineNr();
            var reason = "no JSON from here on: " + e.getOriginalMessage();
            if (!found) {
                throw new IOException(file + " line " + line + ": " + reason, e);
            }
            sink.refused(file, line, reason + "; what came before is taken");
            return;
        }
        if (!found) {
            throw new IOException(file + ": no \"features\" in it; a Linked Places FeatureCollection has them");
        }
    }

    private void readFeatures(JsonParser parser) {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            int line = parser.currentTokenLocation().getLineNr();
            JsonNode feature = parser.readValueAsTree();
            try {
                sink.place(place(feature), line);
            } catch (IllegalArgumentException e) {
                sink.refused(file, line, String.valueOf(e.getMessage()));
            }
        }
    }

    private static ListedPlace place(JsonNode feature) {
        if (!feature.isObject()) {
            throw new IllegalArgumentException("not a feature");
        }
        var properties = feature.path("properties");
        var own = properties.path("marsad");
        var names = new ArrayList<ListedPlace.Name>();
        feature.path("names").forEach(name -> names.add(name(name)));
        var at = position(feature.path("geometry"));
        var fclass = properties.path("fclasses").path(0).asStringOpt().orElse("P");
        var title = text(properties, "title")
                .or(() -> names.stream().map(ListedPlace.Name::text).findFirst())
                .orElse("");
        return new ListedPlace(
                id(feature, own),
                title,
                text(own, "level").map(PlacesCsv::level).orElseGet(() -> level(fclass)),
                own.path("feature").asStringOpt().orElseGet(() -> feature(fclass)),
                properties.path("ccodes").path(0).asStringOpt().orElse(null),
                text(own, "admin1").orElse(null),
                at[0],
                at[1],
                own.path("population").asLongOpt().orElse(0),
                own.path("retired").asBooleanOpt().orElse(false),
                text(own, "mergedInto").orElse(null),
                names);
    }

    private static ListedPlace.Name name(JsonNode name) {
        var own = name.path("marsad");
        var span = name.path("when").path("timespans").path(0);
        var citation = name.path("citations").path(0);
        return new ListedPlace.Name(
                text(name, "toponym").orElse(""),
                text(name, "lang").orElse(null),
                text(own, "kind").map(PlacesCsv::kind).orElse(NameKind.VARIANT),
                year(span.path("start"), "in", "earliest", "latest"),
                year(span.path("end"), "in", "latest", "earliest"),
                text(citation, "label").or(() -> text(citation, "@id")).orElse(null),
                text(own, "note").orElse(null));
    }

    private static String id(JsonNode feature, JsonNode own) {
        var ours = text(own, "id");
        if (ours.isPresent()) {
            return ours.get();
        }
        var theirs = text(feature, "@id").orElse("");
        var linked = StreamSupport.stream(feature.path("links").spliterator(), false)
                .filter(link -> text(link, "type").orElse("").matches("(?i)(exact|close|primary)Match|sameAs"))
                .map(link -> text(link, "identifier").orElse(""));
        return Stream.concat(Stream.of(theirs), linked)
                .map(LinkedPlaces.GEONAMES_URI::matcher)
                .filter(Matcher::matches)
                .map(found -> "geonames:" + found.group(1))
                .findFirst()
                .orElseGet(() -> made(theirs));
    }

    /** The same for the same {@code @id} each time. */
    private static String made(String theirs) {
        if (theirs.isBlank()) {
            throw new IllegalArgumentException("no \"@id\"");
        }
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(theirs.getBytes(StandardCharsets.UTF_8));
            return "lpf:" + HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first point, or the middle of the extent. */
    private static double[] position(JsonNode geometry) {
        var point = findPoint(geometry, 0);
        if (point.isPresent()) {
            return point.get();
        }
        var extent = new double[] {Double.MAX_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE, -Double.MAX_VALUE};
        widen(extent, geometry, 0);
        if (extent[0] > extent[2]) {
            throw new IllegalArgumentException("no position: the geometry has no coordinates");
        }
        return new double[] {(extent[0] + extent[2]) / 2, (extent[1] + extent[3]) / 2};
    }

    private static Optional<double[]> findPoint(JsonNode geometry, int depth) {
        if (text(geometry, "type").filter("Point"::equals).isPresent()) {
            var coordinates = geometry.path("coordinates");
            if (!coordinates.path(0).isNumber() || !coordinates.path(1).isNumber()) {
                throw new IllegalArgumentException("the coordinates are no two numbers");
            }
            return Optional.of(new double[] {
                coordinates.path(0).asDouble(), coordinates.path(1).asDouble()
            });
        }
        for (var part : geometry.path("geometries")) {
            var found = depth < DEEPEST ? findPoint(part, depth + 1) : Optional.<double[]>empty();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static void widen(double[] extent, JsonNode node, int depth) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("the geometry is nested too deeply");
        }
        if (node.isArray() && node.path(0).isNumber() && node.path(1).isNumber()) {
            extent[0] = Math.min(extent[0], node.path(0).asDouble());
            extent[1] = Math.min(extent[1], node.path(1).asDouble());
            extent[2] = Math.max(extent[2], node.path(0).asDouble());
            extent[3] = Math.max(extent[3], node.path(1).asDouble());
            return;
        }
        if (node.isArray()) {
            node.forEach(part -> widen(extent, part, depth + 1));
        } else if (node.isObject()) {
            widen(extent, node.path("coordinates"), depth + 1);
            widen(extent, node.path("geometries"), depth + 1);
        }
    }

    /** The year that an ISO date begins with: {@code 1962}, {@code -0044-03-15}. */
    private static @Nullable Integer year(JsonNode bound, String... fields) {
        for (var field : fields) {
            var text = bound.path(field)
                    .asStringOpt()
                    .or(() -> Optional.of(bound.path(field))
                            .filter(JsonNode::isIntegralNumber)
                            .map(JsonNode::toString));
            if (text.isPresent()) {
                var found = DATE.matcher(text.get().strip());
                if (!found.matches()) {
                    throw new IllegalArgumentException("\"" + text.get() + "\" is no date");
                }
                return Integer.valueOf(found.group(1));
            }
        }
        return null;
    }

    private static PlaceLevel level(String fclass) {
        return switch (fclass) {
            case "A" -> PlaceLevel.ADMIN2;
            case "L" -> PlaceLevel.REGION;
            case "H", "R", "S", "T", "U", "V" -> PlaceLevel.FEATURE;
            default -> PlaceLevel.SETTLEMENT;
        };
    }

    private static String feature(String fclass) {
        return switch (fclass) {
            case "A" -> "ADM2";
            case "H" -> "STM";
            case "L" -> "RGN";
            case "R" -> "RD";
            case "S" -> "BLDG";
            case "T" -> "MT";
            case "U" -> "SEAU";
            case "V" -> "FRST";
            default -> "PPL";
        };
    }

    private static Optional<String> text(JsonNode node, String field) {
        return node.path(field).asStringOpt().filter(text -> !text.isBlank());
    }
}
