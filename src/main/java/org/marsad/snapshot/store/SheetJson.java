package org.marsad.snapshot.store;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.ArrayList;
import java.util.Base64;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;
import org.marsad.geo.Geo;
import org.marsad.snapshot.freeze.EventVersions.Gzipped;
import org.marsad.snapshot.sheet.Sheet;
import org.marsad.snapshot.sheet.Shown;
import org.marsad.snapshot.sheet.Where;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * A frozen sheet as compressed JSON and back, so that it can be drawn again to the same bytes. Geometries are WKB, to the
 * last bit; one that many events share (a country, a border) is written once.
 */
public final class SheetJson {
    private SheetJson() {}

    /** Geometries apart, which the sheet names by their place in the list. */
    private record Parts(List<String> geometries, tools.jackson.databind.JsonNode sheet) {}

    public static byte[] write(Sheet sheet) {
        var geometries = new ArrayList<String>();
        Map<Geometry, Integer> known = new IdentityHashMap<>();
        var wkb = new WKBWriter();
        var module = new SimpleModule().addSerializer(Geometry.class, new ValueSerializer<>() {
            @Override
            public void serialize(Geometry geometry, JsonGenerator out, SerializationContext context) {
                out.writeNumber(known.computeIfAbsent(geometry, _ -> {
                    geometries.add(Base64.getEncoder().encodeToString(wkb.write(geometry)));
                    return geometries.size() - 1;
                }));
            }
        });
        var mapper = mapper(module);
        var tree = mapper.readTree(mapper.writeValueAsBytes(sheet));
        return Gzipped.pack(mapper.writeValueAsBytes(new Parts(geometries, tree)));
    }

    public static Sheet read(byte[] kept) {
        var plain = mapper(new SimpleModule());
        var parts = plain.readValue(Gzipped.unpack(kept), Parts.class);
        var geometries = parts.geometries().stream().map(SheetJson::geometry).toList();
        var module = new SimpleModule().addDeserializer(Geometry.class, new ValueDeserializer<>() {
            @Override
            public Geometry deserialize(JsonParser in, DeserializationContext context) {
                return geometries.get(in.getIntValue());
            }
        });
        return mapper(module).treeToValue(parts.sheet(), Sheet.class);
    }

    private static JsonMapper mapper(SimpleModule module) {
        return JsonMapper.builder()
                .addModule(module)
                .addMixIn(Shown.class, ShownKinds.class)
                .addMixIn(Where.class, WhereKinds.class)
                .disable(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
    }

    private static Geometry geometry(String wkb) {
        try {
            return new WKBReader(Geo.WGS84).read(Base64.getDecoder().decode(wkb));
        } catch (ParseException e) {
            throw new IllegalStateException("a frozen sheet is damaged", e);
        }
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Shown.Events.class, name = "events"),
        @JsonSubTypes.Type(value = Shown.Counted.class, name = "counted")
    })
    private interface ShownKinds {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Where.AtPlaces.class, name = "places"),
        @JsonSubTypes.Type(value = Where.InArea.class, name = "area"),
        @JsonSubTypes.Type(value = Where.Around.class, name = "around"),
        @JsonSubTypes.Type(value = Where.AlongBorder.class, name = "border"),
        @JsonSubTypes.Type(value = Where.Nowhere.class, name = "nowhere")
    })
    private interface WhereKinds {}
}
