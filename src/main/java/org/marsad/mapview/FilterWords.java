package org.marsad.mapview;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.marsad.coding.event.Role;
import org.marsad.mapview.EventFilter.AreaFilter;
import org.marsad.mapview.EventFilter.CorridorFilter;

/** A filter in words, a condition each: for the dashboard's chips, for titles and for sheets. */
public final class FilterWords {
    private final Phrases phrases;
    private final Naming names;

    /** The names of what a filter names by ids. */
    public record Naming(UnaryOperator<String> actor, UnaryOperator<String> region, UnaryOperator<String> source) {}

    /** What a condition is about, where somebody has more to say of it. */
    public enum About {
        CORRIDOR,
        AREA,
        OTHER
    }

    /**
     * @param without the filter without it
     */
    public record Condition(About about, String text, EventFilter without) {}

    public FilterWords(Phrases phrases, Naming names) {
        this.phrases = phrases;
        this.names = names;
    }

    public List<Condition> of(EventFilter filter) {
        var result = new ArrayList<Condition>();
        time(filter, result);
        var corridor = filter.corridor();
        if (corridor != null) {
            var name = phrases.say(
                    "chips.corridor", BorderNames.name(corridor.border(), phrases.language()), corridor.km());
            result.add(new Condition(About.CORRIDOR, name, filter.withCorridor(null)));
            if (corridor.certainOnly()) {
                certainOnly(result, filter.withCorridor(new CorridorFilter(corridor.border(), corridor.km(), false)));
            }
        }
        var area = filter.area();
        if (area != null) {
            result.add(new Condition(About.AREA, area(area.area()), filter.withArea(null)));
            if (area.certainOnly()) {
                certainOnly(result, filter.withArea(new AreaFilter(area.area(), false)));
            }
        }
        any(
                result,
                filter.countries(),
                country -> BorderNames.country(country, phrases.language()),
                "",
                filter.edit().countries(Set.of()));
        any(result, filter.regions(), names.region(), "", filter.edit().regions(Set.of()));
        who(filter, result);
        any(
                result,
                filter.plover(),
                type -> phrases.sayOr("type." + type, type),
                "",
                filter.edit().plover(Set.of()));
        if (filter.precision() < 7) {
            add(
                    result,
                    phrases.say("chips.precision", phrases.say("where." + filter.precision())),
                    filter.edit().precision(7).build());
        }
        if (filter.deaths() > 0) {
            add(
                    result,
                    phrases.say("deaths.least", filter.deaths()),
                    filter.edit().deaths(0).build());
        }
        any(
                result,
                filter.sources(),
                names.source(),
                "chips.sources",
                filter.edit().sources(Set.of()));
        any(
                result,
                filter.without(),
                names.source(),
                "chips.without",
                filter.edit().without(Set.of()));
        any(
                result,
                filter.languages(),
                tag -> phrases.say("language." + tag),
                "chips.languages",
                filter.edit().languages(Set.of()));
        if (!filter.text().isEmpty()) {
            add(result, phrases.say("chips.text", filter.text()), filter.withText(""));
        }
        return result;
    }

    private void certainOnly(List<Condition> result, EventFilter without) {
        add(result, phrases.say("filter.certainOnly"), without);
    }

    private void time(EventFilter filter, List<Condition> result) {
        var from = filter.from();
        var to = filter.to();
        var without = filter.withRange(null, null);
        if (from != null && to != null) {
            add(result, phrases.range(from, to), without);
        } else if (from != null) {
            add(result, phrases.say("chips.from", phrases.range(from, from)), without);
        } else if (to != null) {
            add(result, phrases.say("chips.to", phrases.range(to, to)), without);
        }
        if (!filter.undated()) {
            add(result, phrases.say("chips.noUndated"), filter.withUndated(true));
        }
    }

    /** Actors and kinds are alternatives to each other, and one condition; the roles they must have are another. */
    private void who(EventFilter filter, List<Condition> result) {
        var who = new ArrayList<>(named(filter.actors(), names.actor()));
        who.addAll(named(filter.kinds(), kind -> phrases.sayOr("kind." + kind, kind)));
        if (!who.isEmpty()) {
            add(
                    result,
                    String.join(phrases.say("list.or"), who),
                    filter.edit().actors(Set.of()).kinds(Set.of()).build());
        }
        any(
                result,
                filter.roles().stream().map(Role::word).collect(Collectors.toSet()),
                role -> phrases.say("role." + role),
                "chips.roles",
                filter.edit().roles(Set.of()));
    }

    /** A drawn area in words. */
    private String area(DrawnArea area) {
        return switch (area) {
            case DrawnArea.Box box ->
                phrases.say(
                        "chips.box",
                        degrees(box.south(), "N", "S"),
                        degrees(box.north(), "N", "S"),
                        degrees(box.west(), "E", "W"),
                        degrees(box.east(), "E", "W"));
            case DrawnArea.Circle circle ->
                phrases.say(
                        "chips.circle",
                        Math.round(circle.km()),
                        degrees(circle.lat(), "N", "S"),
                        degrees(circle.lon(), "E", "W"));
            case DrawnArea.Outline _ -> phrases.say("chips.polygon");
        };
    }

    private static String degrees(double value, String positive, String negative) {
        // Left to right even within Arabic.
        return String.format(Locale.ROOT, "\u2066%.1f° %s\u2069", Math.abs(value), value < 0 ? negative : positive);
    }

    /** Any of some values; {@code key} is of the words around them, or empty. */
    private void any(
            List<Condition> result,
            Set<String> ids,
            UnaryOperator<String> name,
            String key,
            EventFilterBuilder without) {
        if (!ids.isEmpty()) {
            var text = String.join(phrases.say("list.or"), named(ids, name));
            add(result, key.isEmpty() ? text : phrases.say(key, text), without.build());
        }
    }

    private static List<String> named(Set<String> ids, UnaryOperator<String> name) {
        return ids.stream().map(name).sorted().toList();
    }

    private static void add(List<Condition> result, String text, EventFilter without) {
        result.add(new Condition(About.OTHER, text, without));
    }
}
