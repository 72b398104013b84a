package org.marsad.mapview;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.marsad.geo.BorderId;
import org.marsad.mapview.EventSummary.NamedActor;

/** Who and where, as lists, headings and sheets say it. */
public final class EventWords {
    private EventWords() {}

    /**
     * @param border along which it was, or null
     * @param places by their names
     */
    public static String where(@Nullable String border, List<String> places, Phrases phrases) {
        if (border != null) {
            return phrases.say("place.along", BorderNames.name(BorderId.parse(border), phrases.language()));
        }
        return places.isEmpty() ? phrases.say("place.unknown") : String.join(phrases.say("list.comma"), places);
    }

    /** Who did it, then to whom: JNIM → Malian Armed Forces. */
    public static String who(List<NamedActor> actors, Phrases phrases) {
        var doers = names(actors, actor -> !actor.role().equals("target"), phrases);
        var targets = names(actors, actor -> actor.role().equals("target"), phrases);
        if (targets.isEmpty()) {
            return doers;
        }
        return doers.isEmpty() ? phrases.say("actors.against", targets) : phrases.say("actors.onto", doers, targets);
    }

    private static String names(List<NamedActor> actors, Predicate<NamedActor> which, Phrases phrases) {
        return actors.stream()
                .filter(which)
                .map(NamedActor::name)
                .distinct()
                .collect(Collectors.joining(phrases.say("list.comma")));
    }
}
