package org.marsad.ui.dashboard;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.marsad.mapview.BadParameterException;
import org.marsad.mapview.EventFilter;
import org.marsad.mapview.EventFilterCodec;
import org.marsad.mapview.EventSort;
import org.marsad.mapview.RecentDays;

/**
 * All that an address says: whoever opens it sees the same.
 *
 * @param recent where the filter's days were chosen as the last ones: which; they are other days tomorrow
 * @param event id of the event whose detail is open, or null
 * @param at the map's middle and zoom as {@code lat,lon,zoom}; empty for the home view
 * @param look how the map is drawn: words with commas between, such as {@code heat,grid}; empty for the usual way
 * @param lang the language asked for, or null
 * @param changes the time that changes are shown of, or null where they are not shown
 */
record DashboardState(
        EventFilter filter,
        @Nullable RecentDays recent,
        EventSort sort,
        @Nullable Long event,
        String at,
        String look,
        @Nullable String lang,
        @Nullable ChangesRange changes) {
    static final DashboardState START =
            new DashboardState(EventFilter.ALL, null, EventSort.NEWEST, null, "", "", null, null);

    private static final Pattern AT =
            Pattern.compile("-?\\d{1,2}(\\.\\d{1,6})?,-?\\d{1,3}(\\.\\d{1,6})?,\\d{1,2}(\\.\\d{1,3})?");
    private static final Pattern LOOK = Pattern.compile("[a-z]{1,12}(,[a-z]{1,12}){0,7}");
    private static final Pattern LANG = Pattern.compile("ar|fr|en");

    /**
     * @throws BadParameterException names what cannot be read
     */
    static DashboardState decode(Map<String, List<String>> parameters) {
        var event = first(parameters, "event");
        if (event != null && !event.matches("\\d{1,18}")) {
            throw new BadParameterException("event", "'" + event + "' is not an event's number");
        }
        var at = first(parameters, "at");
        if (at != null && !AT.matcher(at).matches()) {
            throw new BadParameterException("at", "'" + at + "' is not latitude,longitude,zoom");
        }
        var look = first(parameters, "look");
        if (look != null && !LOOK.matcher(look).matches()) {
            throw new BadParameterException("look", "'" + look + "' is not words such as heat,grid");
        }
        var lang = first(parameters, "lang");
        var sort = first(parameters, "sort");
        return new DashboardState(
                EventFilterCodec.decode(parameters),
                RecentDays.find(parameters).orElse(null),
                sort == null ? EventSort.NEWEST : EventSort.ofParameter(sort),
                event == null ? null : Long.valueOf(event),
                at == null ? "" : at,
                look == null ? "" : look,
                lang != null && LANG.matcher(lang).matches() ? lang : null,
                first(parameters, "changes") == null ? null : ChangesRange.parse(first(parameters, "changes")));
    }

    Map<String, List<String>> encode() {
        var result = new LinkedHashMap<>(EventFilterCodec.encode(filter, recent));
        if (sort != EventSort.NEWEST) {
            result.put("sort", List.of(sort.parameter()));
        }
        if (event != null) {
            result.put("event", List.of(event.toString()));
        }
        if (!at.isEmpty()) {
            result.put("at", List.of(at));
        }
        if (!look.isEmpty()) {
            result.put("look", List.of(look));
        }
        if (changes != null) {
            result.put("changes", List.of(changes.toParameter()));
        }
        if (lang != null) {
            result.put("lang", List.of(lang));
        }
        return result;
    }

    /** What of it can be taken back. */
    record Step(EventFilter filter, @Nullable RecentDays recent) {}

    Step step() {
        return new Step(filter, recent);
    }

    DashboardState withStep(Step other) {
        return new DashboardState(other.filter(), other.recent(), sort, event, at, look, lang, changes);
    }

    /** Other days than before are those days, and not the last ones. */
    DashboardState withFilter(EventFilter other) {
        boolean sameDays = Objects.equals(other.from(), filter.from()) && Objects.equals(other.to(), filter.to());
        return withStep(new Step(other, sameDays ? recent : null));
    }

    DashboardState withRecent(RecentDays days, LocalDate today) {
        return withStep(new Step(days.applied(filter, today), days));
    }

    DashboardState withSort(EventSort other) {
        return new DashboardState(filter, recent, other, event, at, look, lang, changes);
    }

    DashboardState withEvent(@Nullable Long other) {
        return new DashboardState(filter, recent, sort, other, at, look, lang, changes);
    }

    DashboardState withAt(String other) {
        return new DashboardState(filter, recent, sort, event, other, look, lang, changes);
    }

    DashboardState withLook(String other) {
        return new DashboardState(filter, recent, sort, event, at, other, lang, changes);
    }

    DashboardState withLang(String other) {
        return new DashboardState(filter, recent, sort, event, at, look, other, changes);
    }

    DashboardState withChanges(@Nullable ChangesRange other) {
        return new DashboardState(filter, recent, sort, event, at, look, lang, other);
    }

    private static @Nullable String first(Map<String, List<String>> parameters, String name) {
        var values = parameters.getOrDefault(name, List.of());
        return values.isEmpty() || values.getFirst().isBlank() ? null : values.getFirst();
    }
}
