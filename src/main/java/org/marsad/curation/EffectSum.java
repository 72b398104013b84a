package org.marsad.curation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.marsad.curation.Rehearsal.BorderEffect;
import org.marsad.curation.Rehearsal.EventEffect;
import org.marsad.curation.Rehearsal.Fate;

/** The effect of a change whose articles are coded anew bit by bit. */
final class EffectSum {
    private EffectSum() {}

    /**
     * What was done so far, and a further bit. An event that both have is told once: as it was before the first and is after
     * the last.
     *
     * @param articles how many were coded anew in the further bit
     * @param done whether no article is left
     */
    static Rehearsal of(
            Rehearsal soFar,
            Effects.Found more,
            int articles,
            boolean done,
            EditRun.IssuedSnapshots issued,
            long nanos) {
        var ids = new TreeSet<>(soFar.eventIds());
        ids.addAll(more.eventIds());
        return new Rehearsal(
                soFar.version(),
                done,
                soFar.affected(),
                soFar.recoded() + articles,
                soFar.changed() + more.articles(),
                soFar.mentionsChanged() + more.mentions().size(),
                first(soFar.mentions(), more.mentions()),
                ids.size(),
                events(soFar.events(), more.events()),
                ids,
                borders(soFar.borders(), more.borders()),
                ids.isEmpty() ? List.of() : issued.listTouching(ids),
                soFar.problems(),
                soFar.took().plus(Duration.ofNanos(nanos)),
                new Rehearsal.Speakers(
                        soFar.ofActors().changed() + more.actors().size(),
                        first(soFar.ofActors().mentions(), more.actors())));
    }

    private static <T> List<T> first(List<T> some, List<T> more) {
        return Stream.concat(some.stream(), more.stream()).limit(Rehearsal.MOST).toList();
    }

    private static List<EventEffect> events(List<EventEffect> some, List<EventEffect> more) {
        var all = new LinkedHashMap<Long, EventEffect>();
        some.forEach(one -> all.put(one.event(), one));
        more.forEach(one -> all.merge(one.event(), one, EffectSum::both));
        return all.values().stream().limit(Rehearsal.MOST).toList();
    }

    private static EventEffect both(EventEffect first, EventEffect last) {
        var before = first.before();
        var after = last.after();
        Fate fate = after == null
                ? last.fate()
                : before == null
                        ? Fate.APPEARED
                        : EventSnapshots.isSamePlace(before, after) ? Fate.CORRECTED : Fate.MOVED;
        return new EventEffect(last.event(), fate, last.type(), last.start(), before, after, last.into());
    }

    private static List<BorderEffect> borders(List<BorderEffect> some, List<BorderEffect> more) {
        Map<List<Object>, BorderEffect> all = new LinkedHashMap<>();
        for (var one : Stream.concat(some.stream(), more.stream()).toList()) {
            all.merge(
                    List.of(one.border(), one.km()),
                    one,
                    (first, last) -> new BorderEffect(
                            first.border(), first.km(), first.before(), first.after() + last.after() - last.before()));
        }
        var changed = new ArrayList<>(all.values());
        changed.removeIf(one -> Objects.equals(one.before(), one.after()));
        return changed;
    }
}
