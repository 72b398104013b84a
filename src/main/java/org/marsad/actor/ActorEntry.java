package org.marsad.actor;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.marsad.text.Language;

/**
 * A row of the registry: an actor with all names that articles call it by.
 *
 * @param names by language, the display names among them, in the order of the table
 * @param from when it came to be under this name, {@code YYYY}, {@code YYYY-MM} or {@code YYYY-MM-DD}, or null
 * @param to when it ceased to be, as {@code from}, or null; names are found in articles of any time, but where another actor
 *     has the name too, one that is there at the time is meant
 */
public record ActorEntry(
        Actor actor,
        Map<Language, List<String>> names,
        @Nullable String from,
        @Nullable String to) {
    public ActorEntry {
        var copy = new EnumMap<Language, List<String>>(Language.class);
        names.forEach((language, list) -> {
            if (!list.isEmpty()) {
                copy.put(language, List.copyOf(list));
            }
        });
        names = java.util.Collections.unmodifiableMap(copy);
    }

    /** Whether both may be there on one day, so that a name that they share does not say which is meant. */
    public boolean isThereWith(ActorEntry other) {
        return Period.of(from, to).meets(Period.of(other.from, other.to));
    }

    public List<String> names(Language language) {
        return names.getOrDefault(language, List.of());
    }
}
