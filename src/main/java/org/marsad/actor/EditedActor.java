package org.marsad.actor;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.marsad.text.Language;

/**
 * What was made of an actor by hand: only what is different from {@code was} counts, so that what the tables later say
 * anew of other fields and names is kept.
 *
 * @param was as the tables had it when it was first edited, or null for one that they lack
 * @param now as it is to be
 * @param retired whether no name means it any more
 */
public record EditedActor(@Nullable ActorEntry was, ActorEntry now, boolean retired) {
    public ActorId id() {
        return now.actor().id();
    }

    /** The entry that comes of what the tables have today; null there for none. */
    ActorEntry upon(@Nullable ActorEntry source) {
        var before = was;
        if (before == null || source == null) {
            return now;
        }
        var a = before.actor();
        var b = now.actor();
        var c = source.actor();
        var actor = new Actor(
                b.id(),
                Objects.requireNonNull(pick(a.name(), b.name(), c.name())),
                Objects.requireNonNull(pick(a.nameAr(), b.nameAr(), c.nameAr())),
                Objects.requireNonNull(pick(a.nameFr(), b.nameFr(), c.nameFr())),
                Objects.requireNonNull(pick(a.kind(), b.kind(), c.kind())),
                Objects.requireNonNull(pick(a.inter(), b.inter(), c.inter())),
                Objects.requireNonNull(pick(a.sector(), b.sector(), c.sector())),
                pick(a.country(), b.country(), c.country()),
                pick(a.parent(), b.parent(), c.parent()));
        Map<Language, List<String>> names = new EnumMap<>(Language.class);
        for (var language : Language.values()) {
            var list = new ArrayList<>(source.names(language));
            list.removeIf(name -> before.names(language).contains(name)
                    && !now.names(language).contains(name));
            now.names(language).stream()
                    .filter(name -> !before.names(language).contains(name) && !list.contains(name))
                    .forEach(list::add);
            names.put(language, list);
        }
        return new ActorEntry(
                actor, names, pick(before.from(), now.from(), source.from()), pick(before.to(), now.to(), source.to()));
    }

    private static <T> @Nullable T pick(@Nullable T was, @Nullable T now, @Nullable T source) {
        return Objects.equals(was, now) ? source : now;
    }
}
