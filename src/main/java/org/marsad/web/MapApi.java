package org.marsad.web;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.marsad.geo.BorderId;
import org.marsad.geo.Borders;
import org.marsad.geo.Corridor;
import org.marsad.mapview.BadParameterException;
import org.marsad.mapview.BorderNames;
import org.marsad.mapview.EventFilter.CorridorFilter;
import org.marsad.mapview.EventFilterCodec;
import org.marsad.mapview.TownLabels;
import org.marsad.mapview.TownLabels.Town;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What lies under the events: the base map, borders and their corridors, towns. */
@RestController
final class MapApi {
    private final Borders borders = Borders.builtIn();
    private final TownLabels towns;

    MapApi(TownLabels towns) {
        this.towns = towns;
    }

    /**
     * @param name as in the language asked for
     */
    record BorderEntry(String id, String name, boolean disputed, double lengthKm) {}

    /** Countries as TopoJSON, at the scales 50m and 10m; they change with a release only. */
    @GetMapping("/api/v1/map/countries-{scale}.json")
    ResponseEntity<Resource> countries(@PathVariable String scale) {
        if (!scale.equals("50m") && !scale.equals("10m")) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "scales are 50m and 10m");
        }
        return zipped("gazetteer/derived/basemap-" + scale + ".json.gz");
    }

    /** The lines of all land borders as GeoJSON, each with {@code id} and {@code disputed}. */
    @GetMapping("/api/v1/map/borders.json")
    ResponseEntity<Resource> borderLines() {
        return zipped("gazetteer/derived/borders.geojson.gz");
    }

    /** Rivers, lakes and the lines between first administrative divisions, as TopoJSON. */
    @GetMapping("/api/v1/map/lines.json")
    ResponseEntity<Resource> lines() {
        return zipped("gazetteer/derived/basemap-lines.json.gz");
    }

    @GetMapping("/api/v1/borders")
    List<BorderEntry> borders(@RequestParam(required = false) @Nullable String lang) {
        var language = EventApi.language(lang);
        return borders.list().stream()
                .map(border -> new BorderEntry(
                        border.id().toString(),
                        BorderNames.name(border.id(), language),
                        border.disputed(),
                        Math.round(borders.lengthKm(border.id()))))
                .toList();
    }

    /** The corridor's outline as a GeoJSON feature. Parameters: {@code border} and {@code km} of the filter's. */
    @GetMapping(value = "/api/v1/corridor", produces = "application/geo+json")
    String corridor(@RequestParam MultiValueMap<String, String> parameters) {
        CorridorFilter corridor = EventFilterCodec.decode(parameters).corridor();
        if (corridor == null) {
            throw new BadParameterException("border", "is missing; give it as border=ML-SN&km=50");
        }
        BorderId id = corridor.border();
        var border = borders.find(id)
                .orElseThrow(() -> new BadParameterException("border", "there is no land border " + id));
        return "{\"type\":\"Feature\",\"properties\":{\"border\":\"" + id + "\",\"km\":" + corridor.km()
                + "},\"geometry\":" + PolygonJson.of(Corridor.area(border, corridor.km())) + "}";
    }

    /** The largest towns of a box: at most {@code limit} (100 where not given, 300 at most). */
    @GetMapping("/api/v1/towns")
    List<Town> towns(
            @RequestParam String bbox,
            @RequestParam(required = false) @Nullable String lang,
            @RequestParam(defaultValue = "100") int limit) {
        if (limit < 1 || limit > 300) {
            throw new BadParameterException("limit", "is not from 1 to 300");
        }
        return towns.list(box(bbox), limit, EventApi.language(lang));
    }

    private static double[] box(String bbox) {
        var parts = bbox.split(",");
        try {
            var box = new double[] {
                Double.parseDouble(parts[0]),
                Double.parseDouble(parts[1]),
                Double.parseDouble(parts[2]),
                Double.parseDouble(parts[3])
            };
            if (parts.length == 4
                    && box[0] >= -180
                    && box[1] >= -90
                    && box[2] <= 180
                    && box[3] <= 90
                    && box[0] < box[2]
                    && box[1] < box[3]) {
                return box;
            }
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            // said below, with the values that are no box
        }
        throw new BadParameterException("bbox", "'" + bbox + "' is not west,south,east,north in degrees");
    }

    /** Stored compressed and sent so: every browser reads gzip. */
    private static ResponseEntity<Resource> zipped(String resource) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CONTENT_ENCODING, "gzip")
                .cacheControl(CacheControl.maxAge(1, TimeUnit.DAYS).cachePrivate())
                .body(new ClassPathResource(resource));
    }
}
