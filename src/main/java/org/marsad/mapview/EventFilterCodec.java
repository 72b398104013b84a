package org.marsad.mapview;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.marsad.geo.BorderId;
import org.marsad.mapview.EventFilter.CorridorFilter;

/**
 * An {@link EventFilter} as query parameters of a URL and back, the same for pages and for the HTTP interface.
 *
 * <pre>
 * from, to     2024-01-31   first and last day
 * undated      no           leave out events without a date
 * actor        jnim         any of these; repeatable
 * border       ML-SN        corridor along this border …
 * km           50           … of this width to either side, 1 to 200 (50 where not given)
 * certain      only         … without what is only possibly inside
 * type         ASSAULT      any of these PLOVER types; repeatable
 * language     ar           any of these languages of a source; repeatable
 * q            words        every word in a source or a name
 * without      acled        leave out the events of these data sets; repeatable
 * </pre>
 */
public final class EventFilterCodec {
    /** The names that belong to a filter. Any other parameter of a URL is somebody else's. */
    public static final Set<String> PARAMETERS =
            Set.of("from", "to", "undated", "actor", "border", "km", "certain", "type", "language", "q", "without");

    private static final double DEFAULT_KM = 50;
    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern TYPE = Pattern.compile("[A-Z][A-Z_]{1,30}");
    private static final Set<String> LANGUAGES = Set.of("ar", "fr", "en");
    private static final int MAX_VALUES = 200;
    private static final int MAX_TEXT = 200;

    private EventFilterCodec() {}

    /**
     * @param parameters as a servlet or a router gives them; names that are not a filter's are passed over
     * @throws BadParameterException names the first parameter that cannot be read
     */
    public static EventFilter decode(Map<String, List<String>> parameters) {
        var from = date(parameters, "from");
        var to = date(parameters, "to");
        if (from != null && to != null && to.isBefore(from)) {
            throw new BadParameterException("to", "the range ends (" + to + ") before it begins (" + from + ")");
        }
        var text = one(parameters, "q");
        if (text != null && text.length() > MAX_TEXT) {
            throw new BadParameterException("q", "more than " + MAX_TEXT + " characters");
        }
        if (text != null && text.chars().anyMatch(Character::isISOControl)) {
            throw new BadParameterException("q", "holds a control character");
        }
        return new EventFilter(
                from,
                to,
                !word(parameters, "undated", "no"),
                many(parameters, "actor", SLUG, "an actor's id such as jnim"),
                corridor(parameters),
                many(parameters, "type", TYPE, "a PLOVER type such as ASSAULT"),
                languages(parameters),
                text == null ? "" : text,
                many(parameters, "without", SLUG, "a data set's id such as acled"));
    }

    /** Only what differs from {@link EventFilter#ALL}, in a fixed order, so that equal filters give equal URLs. */
    public static Map<String, List<String>> encode(EventFilter filter) {
        var result = new LinkedHashMap<String, List<String>>();
        if (filter.from() != null) {
            result.put("from", List.of(filter.from().toString()));
        }
        if (filter.to() != null) {
            result.put("to", List.of(filter.to().toString()));
        }
        if (!filter.undated()) {
            result.put("undated", List.of("no"));
        }
        put(result, "actor", filter.actors());
        var corridor = filter.corridor();
        if (corridor != null) {
            result.put("border", List.of(corridor.border().toString()));
            result.put("km", List.of(number(corridor.km())));
            if (corridor.certainOnly()) {
                result.put("certain", List.of("only"));
            }
        }
        put(result, "type", filter.plover());
        put(result, "language", filter.languages());
        if (!filter.text().isEmpty()) {
            result.put("q", List.of(filter.text()));
        }
        put(result, "without", filter.without());
        return result;
    }

    private static void put(Map<String, List<String>> result, String name, Set<String> values) {
        if (!values.isEmpty()) {
            result.put(name, List.copyOf(new TreeSet<>(values)));
        }
    }

    private static String number(double km) {
        return km == Math.rint(km) ? Long.toString((long) km) : Double.toString(km);
    }

    private static @Nullable CorridorFilter corridor(Map<String, List<String>> parameters) {
        var border = one(parameters, "border");
        var width = one(parameters, "km");
        boolean certainOnly = word(parameters, "certain", "only");
        if (border == null) {
            if (width != null || certainOnly) {
                throw new BadParameterException(
                        width != null ? "km" : "certain", "is of use only with a border, such as border=ML-SN");
            }
            return null;
        }
        BorderId id;
        try {
            id = BorderId.parse(border);
        } catch (IllegalArgumentException e) {
            throw new BadParameterException("border", "'" + border + "' is not two country codes such as ML-SN");
        }
        try {
            return new CorridorFilter(id, width == null ? DEFAULT_KM : Double.parseDouble(width), certainOnly);
        } catch (IllegalArgumentException e) {
            throw new BadParameterException("km", "'" + width + "' is not a width from 1 to 200");
        }
    }

    private static @Nullable LocalDate date(Map<String, List<String>> parameters, String name) {
        var value = one(parameters, name);
        try {
            if (value != null && value.length() != "2024-01-31".length()) {
                throw new DateTimeParseException("years of four digits only", value, 0);
            }
            return value == null ? null : LocalDate.parse(value);
        } catch (DateTimeParseException e) {
            throw new BadParameterException(name, "'" + value + "' is not a day such as 2024-01-31");
        }
    }

    private static boolean word(Map<String, List<String>> parameters, String name, String expected) {
        var value = one(parameters, name);
        if (value != null && !value.equals(expected)) {
            throw new BadParameterException(name, "'" + value + "' is not understood; it can only be " + expected);
        }
        return value != null;
    }

    private static @Nullable String one(Map<String, List<String>> parameters, String name) {
        var values = parameters.getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw new BadParameterException(name, "given " + values.size() + " times");
        }
        return values.isEmpty() || values.getFirst().isBlank()
                ? null
                : values.getFirst().strip();
    }

    private static Set<String> many(
            Map<String, List<String>> parameters, String name, Pattern pattern, String expected) {
        var values = parameters.getOrDefault(name, List.of());
        if (values.size() > MAX_VALUES) {
            throw new BadParameterException(name, "given " + values.size() + " times; " + MAX_VALUES + " are allowed");
        }
        for (var value : values) {
            if (!pattern.matcher(value).matches()) {
                throw new BadParameterException(name, "'" + value + "' is not " + expected);
            }
        }
        return new TreeSet<>(values);
    }

    private static Set<String> languages(Map<String, List<String>> parameters) {
        var values = parameters.getOrDefault("language", List.of());
        for (var value : values) {
            if (!LANGUAGES.contains(value)) {
                throw new BadParameterException("language", "'" + value + "' is not one of ar, fr, en");
            }
        }
        return new TreeSet<>(values);
    }
}
