package org.marsad.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.marsad.mapview.BadParameterException;
import org.marsad.mapview.EventCounter;
import org.marsad.mapview.EventCounts;
import org.marsad.mapview.EventDetail;
import org.marsad.mapview.EventDetails;
import org.marsad.mapview.EventFilter;
import org.marsad.mapview.EventFilterCodec;
import org.marsad.mapview.EventHistogram;
import org.marsad.mapview.EventList;
import org.marsad.mapview.EventSort;
import org.marsad.mapview.EventSummary;
import org.marsad.mapview.Histogram;
import org.marsad.mapview.MapFeatures;
import org.marsad.text.Language;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * The events that a filter selects: for the map, as a list, counted, over time, and one in full. The filter's parameters
 * are those of {@link EventFilterCodec}; {@code lang} (ar, fr, en; en where not given) is the language of names.
 */
@RestController
@RequestMapping("/api/v1")
final class EventApi {
    private final EventList events;
    private final EventCounter counter;
    private final EventHistogram histogram;
    private final EventDetails details;
    private final MapFeatures features;
    private final PassingOn passingOn;

    EventApi(
            EventList events,
            EventCounter counter,
            EventHistogram histogram,
            EventDetails details,
            MapFeatures features,
            PassingOn passingOn) {
        this.events = events;
        this.counter = counter;
        this.histogram = histogram;
        this.details = details;
        this.features = features;
        this.passingOn = passingOn;
    }

    /** A page of events and how many there are in all. */
    record Page(int total, List<EventSummary> events) {}

    @GetMapping("/events.geojson")
    void geoJson(
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var filter = passingOn.allowed(EventFilterCodec.decode(parameters), request);
        var language = language(parameters.getFirst("lang"));
        response.setContentType("application/geo+json");
        response.setCharacterEncoding("UTF-8");
        try (var out = new BufferedWriter(response.getWriter(), 1 << 16)) {
            features.write(filter, language, out);
        }
    }

    @GetMapping("/events")
    Page list(
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestParam(defaultValue = "-date") String sort,
            @RequestParam(defaultValue = "0") int offset,
            @RequestParam(defaultValue = "50") int limit,
            HttpServletRequest request) {
        if (offset < 0) {
            throw new BadParameterException("offset", "is below 0");
        }
        if (limit < 1 || limit > 1000) {
            throw new BadParameterException("limit", "is not from 1 to 1000");
        }
        var filter = passingOn.allowed(EventFilterCodec.decode(parameters), request);
        var language = language(parameters.getFirst("lang"));
        return new Page(
                events.count(filter), events.list(filter, EventSort.ofParameter(sort), language, offset, limit));
    }

    @GetMapping("/events/{id}")
    EventDetail event(
            @PathVariable long id, @RequestParam MultiValueMap<String, String> parameters, HttpServletRequest request) {
        var filter = passingOn.allowed(EventFilterCodec.decode(parameters), request);
        return details.find(id, filter, language(parameters.getFirst("lang")))
                .filter(event -> event.summary().source() == null
                        || !filter.without().contains(event.summary().source()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "no event " + id));
    }

    @GetMapping("/counts")
    EventCounts counts(@RequestParam MultiValueMap<String, String> parameters, HttpServletRequest request) {
        return counter.count(
                passingOn.allowed(EventFilterCodec.decode(parameters), request), language(parameters.getFirst("lang")));
    }

    @GetMapping("/histogram")
    Histogram histogram(
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestParam(defaultValue = "month") String unit,
            HttpServletRequest request) {
        EventFilter filter = passingOn.allowed(EventFilterCodec.decode(parameters), request);
        try {
            return histogram.count(filter, Histogram.Unit.valueOf(unit.toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            throw new BadParameterException("unit", "'" + unit + "' is not one of day, week, month");
        }
    }

    static Language language(@Nullable String tag) {
        try {
            return tag == null ? Language.EN : Language.ofTag(tag);
        } catch (IllegalArgumentException e) {
            throw new BadParameterException("lang", "'" + tag + "' is not one of ar, fr, en");
        }
    }
}
