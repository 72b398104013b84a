package org.marsad.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.marsad.mapview.BadParameterException;
import org.marsad.mapview.EventCounts;
import org.marsad.mapview.EventFilter;
import org.marsad.mapview.EventFilterCodec;
import org.marsad.mapview.EventSort;
import org.marsad.mapview.Histogram;
import org.marsad.mapview.MapQueries;
import org.marsad.mapview.ReadModel;
import org.marsad.mapview.TileRange;
import org.marsad.mapview.columns.AreaCount;
import org.marsad.mapview.columns.Facet;
import org.marsad.mapview.columns.Pages;
import org.marsad.mapview.columns.TileForm;
import org.marsad.mapview.columns.ViewCounts;
import org.marsad.text.Language;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The map's own routes, answered from the read model: {@code docs/api.md} says what each means. */
@RestController
@RequestMapping("/api/v1/map")
final class MapModelApi {
    private static final String TILE = "application/vnd.mapbox-vector-tile";
    private static final int MOST_EVENTS = 1000;

    private final MapQueries queries;
    private final MapAnswers answers;
    private final PassingOn passingOn;

    MapModelApi(MapQueries queries, MapAnswers answers, PassingOn passingOn) {
        this.queries = queries;
        this.answers = answers;
        this.passingOn = passingOn;
    }

    @GetMapping("/status")
    void status(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var status = queries.status();
        var body = new LinkedHashMap<String, Object>();
        if (status.state() == ReadModel.State.LOADING) {
            body.put("state", "loading");
            body.put("loaded", status.loaded());
            answers.plain(request, response, body);
            return;
        }
        var now = queries.now();
        body.put("version", now.version());
        body.put("state", status.state().name().toLowerCase(Locale.ROOT));
        body.put("events", now.size());
        body.put("loaded", status.loaded());
        body.put("asOf", now.asOf().toString());
        var away = status.awaySince();
        // Whole steps, so that the answer has not changed as long as nothing has.
        body.put("staleSeconds", away == null ? 0 : staleSeconds(away) / 10 * 10);
        var days = now.days();
        if (days != null) {
            body.put("first", days.getFirst().toString());
            body.put("last", days.getLast().toString());
        }
        answers.plain(request, response, body);
    }

    static long staleSeconds(Instant since) {
        return Math.max(0, Duration.between(since, Instant.now()).toSeconds());
    }

    @GetMapping("/tiles/{z}/{x}/{y}.mvt")
    void tile(
            @PathVariable Map<String, String> address,
            @RequestParam(name = "as", required = false) @Nullable String as,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var form = form(as);
        int z = number("z", address);
        int x = number("x", address);
        int y = number("y", address);
        if (z < 0 || z > 20 || x < 0 || y < 0 || x >= 1 << z || y >= 1 << z) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "no tile " + z + "/" + x + "/" + y);
        }
        var filter = filter(parameters, request);
        answers.cached(
                request,
                response,
                TILE,
                "tile " + z + "/" + x + "/" + y + " " + form + " " + EventFilterCodec.encode(filter),
                (now, cancellation) -> now.tile(filter, z, x, y, form, cancellation));
    }

    /** By hand, as Spring's conversion of three numbers takes a fiftieth of the time of a tile. */
    private static int number(String name, Map<String, String> address) {
        var digits = String.valueOf(address.get(name));
        try {
            return Integer.parseInt(digits);
        } catch (NumberFormatException e) {
            throw new BadParameterException(name, "'" + digits + "' is not a whole number");
        }
    }

    /** What a screen shows, in one answer: a browser that asks for twelve tiles one by one is busier with asking than with them. */
    @GetMapping("/tiles/{z}/{west:\\d{1,7}}-{east:\\d{1,7}}/{north:\\d{1,7}}-{south:\\d{1,7}}.mvts")
    void tiles(
            @PathVariable int z,
            @PathVariable int west,
            @PathVariable int east,
            @PathVariable int north,
            @PathVariable int south,
            @RequestParam(name = "as", required = false) @Nullable String as,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var form = form(as);
        var range = new TileRange(z, west, north, east, south);
        var filter = filter(parameters, request);
        answers.cached(
                request,
                response,
                MediaType.APPLICATION_OCTET_STREAM_VALUE,
                range + " " + form + " " + EventFilterCodec.encode(filter),
                (now, cancellation) -> now.tiles(filter, range, form, cancellation));
    }

    private static TileForm form(@Nullable String word) {
        try {
            return word == null ? TileForm.EITHER : TileForm.ofWord(word);
        } catch (IllegalArgumentException e) {
            throw new BadParameterException("as", "'" + word + "' is not one of points, cells, coarse");
        }
    }

    @GetMapping("/areas")
    void areas(
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var filter = filter(parameters, request);
        var language = EventApi.language(parameters.getFirst("lang"));
        answers.cached(
                request,
                response,
                MediaType.APPLICATION_JSON_VALUE,
                "areas " + language + " " + EventFilterCodec.encode(filter),
                (now, cancellation) -> answers.json(Map.of(
                        "areas",
                        now.areas(filter).stream()
                                .map(area -> entry(now, area, language))
                                .toList())));
    }

    private static Map<String, Object> entry(MapQueries.At now, AreaCount count, Language language) {
        var area = count.area();
        var entry = new LinkedHashMap<String, Object>();
        entry.put("id", area.number());
        var border = area.border();
        var middle = area.shape().getCentroid();
        boolean line = area.shape().getDimension() == 1;
        entry.put("shape", border != null ? "border" : area.isCountry() ? "country" : line ? "line" : "circle");
        if (border != null) {
            entry.put("border", border.toString());
        }
        if (area.isCountry()) {
            entry.put("countries", area.countries());
        }
        entry.put("lon", rounded(middle.getX()));
        entry.put("lat", rounded(middle.getY()));
        if (area.km() > 0) {
            entry.put("km", area.km());
        }
        entry.put("where", area.wherePrecision());
        entry.put("label", now.label(area, language));
        entry.put("n", count.n());
        entry.put("violent", count.violent());
        entry.put("certain", count.certain());
        return entry;
    }

    private static double rounded(double degrees) {
        return Math.rint(degrees * 1e5) / 1e5;
    }

    @GetMapping("/counts")
    void counts(
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestParam(defaultValue = "month") String unit,
            @RequestParam(required = false) @Nullable String facets,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var filter = filter(parameters, request);
        var language = EventApi.language(parameters.getFirst("lang"));
        var bins = unit(unit);
        var wanted = facets == null ? Facet.ALL : facets(facets);
        answers.cached(
                request,
                response,
                MediaType.APPLICATION_JSON_VALUE,
                "counts " + language + " " + bins + " " + EnumSet.copyOf(wanted) + " "
                        + EventFilterCodec.encode(filter),
                (now, cancellation) ->
                        answers.json(counts(now, now.count(filter, wanted, bins, cancellation), filter, language)));
    }

    private static Map<String, Object> counts(
            MapQueries.At now, ViewCounts counts, EventFilter filter, Language language) {
        var body = new LinkedHashMap<String, Object>();
        body.put("version", now.version());
        body.put("total", counts.total());
        body.put("undated", counts.undated());
        body.put("nowhere", counts.nowhere());
        body.put("inAreas", counts.inAreas());
        if (counts.corridor() != null) {
            body.put("corridor", counts.corridor());
        }
        if (counts.area() != null) {
            body.put("area", counts.area());
        }
        var time = counts.time();
        if (time != null) {
            var bins = new LinkedHashMap<String, Object>();
            bins.put("unit", time.unit().name().toLowerCase(Locale.ROOT));
            var first = time.first();
            bins.put("first", first == null ? null : first.toString());
            bins.put("count", time.count());
            bins.put("violent", time.violent());
            bins.put("coarser", time.coarser());
            bins.put("outside", time.outside());
            bins.put("undated", time.undated());
            body.put("time", bins);
        }
        var facets = new LinkedHashMap<String, List<EventCounts.Facet>>();
        counts.facets()
                .forEach((facet, values) -> facets.put(facet.word(), now.named(facet, values, filter, language)));
        body.put("facets", facets);
        return body;
    }

    @GetMapping("/events")
    void events(
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestParam(defaultValue = "-date") String sort,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "0") int offset,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String ids,
            @RequestParam(required = false) @Nullable Integer spot,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        if (limit < 1 || limit > MOST_EVENTS) {
            throw new BadParameterException("limit", "is not from 1 to " + MOST_EVENTS);
        }
        if (offset < 0 || offset > Pages.MOST) {
            throw new BadParameterException("offset", "is not from 0 to " + Pages.MOST);
        }
        var filter = filter(parameters, request);
        var language = EventApi.language(parameters.getFirst("lang"));
        var order = EventSort.ofParameter(sort);
        var cursor = after == null ? null : cursor(after);
        int[] chosen = ids == null ? null : ids(ids);
        answers.uncached(request, response, (now, cancellation) -> {
            if (chosen != null || spot != null) {
                var found = chosen != null
                        ? now.summaries(chosen, filter, language).stream()
                                .filter(event -> !filter.without().contains(String.valueOf(event.source())))
                                .toList()
                        : now.inArea(filter, spot, language);
                return answers.json(new MapQueries.EventPage(found.size(), found, null));
            }
            return answers.json(now.page(filter, order, cursor, offset, limit, language));
        });
    }

    private EventFilter filter(MultiValueMap<String, String> parameters, HttpServletRequest request) {
        return passingOn.allowed(EventFilterCodec.decode(parameters), request);
    }

    private static Histogram.Unit unit(String word) {
        try {
            return Histogram.Unit.valueOf(word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new BadParameterException("unit", "'" + word + "' is not one of day, week, month");
        }
    }

    private static Set<Facet> facets(String words) {
        var result = EnumSet.noneOf(Facet.class);
        for (var word : words.split(",")) {
            try {
                result.add(Facet.ofWord(word));
            } catch (IllegalArgumentException e) {
                throw new BadParameterException(
                        "facets",
                        "'" + word + "' is not one of "
                                + Facet.ALL.stream().map(Facet::word).sorted().toList());
            }
        }
        return result;
    }

    private static Pages.Cursor cursor(String text) {
        try {
            return Pages.Cursor.parse(text);
        } catch (IllegalArgumentException e) {
            throw new BadParameterException("after", "'" + text + "' is not what an answer gave as next");
        }
    }

    private static int[] ids(String text) {
        var parts = text.split(",");
        var result = new ArrayList<Integer>();
        for (var part : parts) {
            if (!part.matches("\\d{1,9}") || parts.length > MOST_EVENTS) {
                throw new BadParameterException("ids", "is not up to " + MOST_EVENTS + " numbers with commas between");
            }
            result.add(Integer.parseInt(part));
        }
        return result.stream().mapToInt(Integer::intValue).toArray();
    }
}
