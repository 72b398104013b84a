package org.marsad.snapshot.freeze;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.marsad.coding.Role;
import org.marsad.mapview.BorderNames;
import org.marsad.mapview.DrawnArea;
import org.marsad.mapview.EventFilter;
import org.marsad.snapshot.SheetWords;
import org.marsad.text.Language;

/** A filter in words, a condition each: what the dashboard's chips say. */
final class FilterWords {
    private final SheetWords words;
    private final Language language;
    private final Map<String, String> names;

    /**
     * @param names of the actors, regions and data sets that the filter names, in that language
     */
    FilterWords(SheetWords words, Language language, Map<String, String> names) {
        this.words = words;
        this.language = language;
        this.names = names;
    }

    List<String> of(EventFilter filter) {
        var result = new ArrayList<String>();
        time(filter, result);
        var corridor = filter.corridor();
        if (corridor != null) {
            result.add(say("chips.corridor", BorderNames.name(corridor.border(), language), corridor.km()));
            if (corridor.certainOnly()) {
                result.add(say("filter.certainOnly"));
            }
        }
        var area = filter.area();
        if (area != null) {
            result.add(area(area.area()));
            if (area.certainOnly()) {
                result.add(say("filter.certainOnly"));
            }
        }
        any(result, filter.countries(), country -> BorderNames.country(country, language), "");
        any(result, filter.regions(), this::name, "");
        who(filter, result);
        any(result, filter.plover(), type -> words.sayOr(language, "type." + type, type), "");
        if (filter.precision() < 7) {
            result.add(say("chips.precision", say("where." + filter.precision())));
        }
        if (filter.deaths() > 0) {
            result.add(say("deaths.least", filter.deaths()));
        }
        any(result, filter.sources(), this::source, "chips.sources");
        any(result, filter.without(), this::source, "chips.without");
        any(result, filter.languages(), tag -> say("language." + tag), "chips.languages");
        if (!filter.text().isEmpty()) {
            result.add(say("chips.text", filter.text()));
        }
        return result;
    }

    private void time(EventFilter filter, List<String> result) {
        var from = filter.from();
        var to = filter.to();
        if (from != null && to != null) {
            result.add(words.range(from, to, language));
        } else if (from != null) {
            result.add(say("chips.from", words.range(from, from, language)));
        } else if (to != null) {
            result.add(say("chips.to", words.range(to, to, language)));
        }
        if (!filter.undated()) {
            result.add(say("chips.noUndated"));
        }
    }

    private void who(EventFilter filter, List<String> result) {
        var who = new TreeSet<String>();
        filter.actors().forEach(actor -> who.add(name(actor)));
        filter.kinds().forEach(kind -> who.add(words.sayOr(language, "kind." + kind, kind)));
        if (!who.isEmpty()) {
            result.add(String.join(say("list.or"), who));
        }
        any(
                result,
                filter.roles().stream().map(Role::word).collect(Collectors.toSet()),
                role -> say("role." + role),
                "chips.roles");
    }

    private String area(DrawnArea area) {
        return switch (area) {
            case DrawnArea.Box box ->
                say(
                        "chips.box",
                        degrees(box.south(), "N", "S"),
                        degrees(box.north(), "N", "S"),
                        degrees(box.west(), "E", "W"),
                        degrees(box.east(), "E", "W"));
            case DrawnArea.Circle circle ->
                say(
                        "chips.circle",
                        Math.round(circle.km()),
                        degrees(circle.lat(), "N", "S"),
                        degrees(circle.lon(), "E", "W"));
            case DrawnArea.Outline _ -> say("chips.polygon");
        };
    }

    private static String degrees(double value, String positive, String negative) {
        // Left to right even within Arabic.
        return String.format(Locale.ROOT, "\u2066%.1f° %s\u2069", Math.abs(value), value < 0 ? negative : positive);
    }

    private String source(String id) {
        return id.equals(EventFilter.ARTICLES) ? say("source.articles") : name(id);
    }

    private String name(String id) {
        return names.getOrDefault(id, id.substring(id.indexOf(':') + 1));
    }

    private void any(List<String> result, Set<String> ids, UnaryOperator<String> name, String key) {
        if (!ids.isEmpty()) {
            var text = ids.stream().map(name).sorted().collect(Collectors.joining(say("list.or")));
            result.add(key.isEmpty() ? text : say(key, text));
        }
    }

    private String say(String key, Object... parameters) {
        return words.say(language, key, parameters);
    }
}
