package org.marsad.mapview;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.marsad.coding.event.Role;
import org.marsad.geo.BorderId;
import org.marsad.mapview.EventFilter.AreaFilter;
import org.marsad.mapview.EventFilter.CorridorFilter;

/**
 * An {@link EventFilter} as query parameters of a URL and back, the same for pages and for the HTTP interface.
 *
 * <pre>
 * from, to     2024-01-31   first and last day
 * last         7d, 12m, year in their place: the days up to today, whichever that is
 * undated      no           leave out events without a date
 * actor        jnim         any of these actors takes part; repeatable
 * kind         rebel        … or an actor of any of these kinds; repeatable
 * role         perpetrator  … in any of these roles; repeatable
 * border       ML-SN        corridor along this border …
 * km           50           … of this width to either side, 1 to 200 (50 where not given)
 * certain      only         … without what is only possibly inside
 * area         box:-12,13,-10,15 | circle:-4,16,50 | polygon:-4,16;-3,16;-3,17
 *                           drawn area: west,south,east,north; longitude,latitude,km; corners
 * area-certain only         … without what is only possibly inside
 * country      ML           a place in any of these countries; repeatable
 * region       ML:Mopti     a place in any of these first administrative divisions; repeatable
 * type         ASSAULT      any of these PLOVER types; repeatable
 * language     ar           any of these languages of a source; repeatable
 * source       articles     any of these data sets; repeatable
 * without      acled        leave out the events of these data sets; repeatable
 * precision    2            known at least so well: UCDP where_prec at most, 1 to 7
 * deaths       10           at least so many deaths reported
 * q            words        every word in a source or a name
 * </pre>
 */
public final class EventFilterCodec {
    /** The names that belong to a filter. Any other parameter of a URL is somebody else's. */
    public static final Set<String> PARAMETERS = Set.of(
            "from",
            "to",
            RecentDays.PARAMETER,
            "undated",
            "actor",
            "kind",
            "role",
            "border",
            "km",
            "certain",
            "area",
            "area-certain",
            "country",
            "region",
            "type",
            "language",
            "source",
            "without",
            "precision",
            "deaths",
            "q");

    private static final double DEFAULT_KM = 50;
    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern TYPE = Pattern.compile("[A-Z][A-Z_]{1,30}");
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    private static final Pattern REGION = Pattern.compile("[A-Z]{2}:[\\p{L}\\p{M}\\p{N} .,'’()/&-]{1,80}");
    private static final Pattern ROLE =
            Pattern.compile(Stream.of(Role.values()).map(Role::word).collect(Collectors.joining("|")));
    private static final Set<String> LANGUAGES = Set.of("ar", "fr", "en");
    private static final int MAX_VALUES = 200;
    private static final int MAX_TEXT = 200;

    private EventFilterCodec() {}

    /**
     * @param parameters as a servlet or a router gives them; names that are not a filter's are passed over
     * @throws BadParameterException names the first parameter that cannot be read
     */
    public static EventFilter decode(Map<String, List<String>> parameters) {
        return decode(parameters, LocalDate.now());
    }

    /**
     * @param today the day that {@code last} ends on
     */
    public static EventFilter decode(Map<String, List<String>> parameters, LocalDate today) {
        var recent = RecentDays.find(parameters);
        var from = recent.map(days -> days.from(today)).orElse(date(parameters, "from"));
        var to = recent.isPresent() ? today : date(parameters, "to");
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
        return new EventFilterBuilder()
                .range(from, to)
                .undated(!word(parameters, "undated", "no"))
                .actors(many(parameters, "actor", SLUG, "an actor's id such as jnim"))
                .kinds(many(parameters, "kind", SLUG, "a kind of actor such as rebel"))
                .roles(many(parameters, "role", ROLE, "a role such as perpetrator").stream()
                        .map(role -> Role.valueOf(role.toUpperCase(Locale.ROOT)))
                        .collect(Collectors.toSet()))
                .corridor(corridor(parameters))
                .area(area(parameters))
                .countries(many(parameters, "country", COUNTRY, "a country's code such as ML"))
                .regions(many(parameters, "region", REGION, "a country and a division such as ML:Mopti"))
                .plover(many(parameters, "type", TYPE, "a PLOVER type such as ASSAULT"))
                .languages(languages(parameters))
                .sources(many(parameters, "source", SLUG, "a data set's id such as articles"))
                .without(many(parameters, "without", SLUG, "a data set's id such as acled"))
                .precision(integer(parameters, "precision", 1, 7, 7))
                .deaths(integer(parameters, "deaths", 0, 1_000_000, 0))
                .text(text == null ? "" : text)
                .build();
    }

    /** The same, with the days said as the last ones, where they were chosen so. */
    public static Map<String, List<String>> encode(EventFilter filter, @Nullable RecentDays recent) {
        var result = encode(filter);
        RecentDays.put(recent, result);
        return result;
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
        put(result, "kind", filter.kinds());
        put(result, "role", filter.roles().stream().map(Role::word).collect(Collectors.toSet()));
        var corridor = filter.corridor();
        if (corridor != null) {
            result.put("border", List.of(corridor.border().toString()));
            result.put("km", List.of(number(corridor.km())));
            if (corridor.certainOnly()) {
                result.put("certain", List.of("only"));
            }
        }
        var area = filter.area();
        if (area != null) {
            result.put("area", List.of(area.area().toParameter()));
            if (area.certainOnly()) {
                result.put("area-certain", List.of("only"));
            }
        }
        put(result, "country", filter.countries());
        put(result, "region", filter.regions());
        put(result, "type", filter.plover());
        put(result, "language", filter.languages());
        put(result, "source", filter.sources());
        put(result, "without", filter.without());
        if (filter.precision() < 7) {
            result.put("precision", List.of(Integer.toString(filter.precision())));
        }
        if (filter.deaths() > 0) {
            result.put("deaths", List.of(Integer.toString(filter.deaths())));
        }
        if (!filter.text().isEmpty()) {
            result.put("q", List.of(filter.text()));
        }
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
            throw new BadParameterException("km", "'" + width + "' is not a whole width from 1 to 200");
        }
    }

    private static @Nullable AreaFilter area(Map<String, List<String>> parameters) {
        var area = one(parameters, "area");
        boolean certainOnly = word(parameters, "area-certain", "only");
        if (area == null) {
            if (certainOnly) {
                throw new BadParameterException("area-certain", "is of use only with an area");
            }
            return null;
        }
        try {
            return new AreaFilter(DrawnArea.parse(area), certainOnly);
        } catch (IllegalArgumentException e) {
            throw new BadParameterException("area", e.getMessage());
        }
    }

    private static int integer(Map<String, List<String>> parameters, String name, int least, int most, int none) {
        var value = one(parameters, name);
        if (value == null) {
            return none;
        }
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below, as for a number out of range
        }
        throw new BadParameterException(name, "'" + value + "' is not a whole number from " + least + " to " + most);
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
